using Foresight.Engine.Store.Files;
using Foresight.Sdk;

namespace Foresight.Engine.Ingest;

/// <summary>What a load that ended early is told as: the fault and the sentence.</summary>
internal static class LoadFaults
{
    public static Fault Of(Exception e) => e switch
    {
        SourceException told => told.Fault,
        HttpRequestException { InnerException: SourceException told } => told.Fault,
        DamagedFileException or UnwritableStoreException => Fault.Other,
        HttpRequestException => Fault.Unreachable,
        TimeoutException or OperationCanceledException => Fault.TimedOut,
        _ => Fault.Plugin,
    };

    public static string Sentence(Exception e) => e switch
    {
        SourceException or DamagedFileException or UnwritableStoreException => e.Message,
        HttpRequestException { InnerException: SourceException told } => told.Message,
        HttpRequestException => $"the source could not be reached: {e.Message}",
        TimeoutException or OperationCanceledException => "the source did not answer in time; it is tried again at the next run",
        _ => $"the plugin failed with {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}",
    };

    /// <summary>Whether the store's folder cannot be written: a full disk, no right to write, a limit on files.</summary>
    public static bool IsUnwritable(Exception e) => WriteFault.Is(e);
}

/// <summary>The store cannot be written; that is no fault of the source.</summary>
internal sealed class UnwritableStoreException(Exception inner)
    : Exception($"The store could not be written, and what was read last is lost: {WriteFault.Words(inner, "the folder")}", inner);
