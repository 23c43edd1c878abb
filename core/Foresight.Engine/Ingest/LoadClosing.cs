using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Ingest;

/// <summary>How a load ended, and whether the store knows.</summary>
internal sealed record LoadEnd(LoadResult Result, bool IsStored);

/// <summary>Ends a load, whatever happened to it: also one that was stopped, and one whose store cannot be written.</summary>
internal sealed class LoadClosing(LoadWriter load, string source, SourceWarnings warnings)
{
    /// <summary>Ends a load that was read to its end.</summary>
    public async Task<LoadEnd> EndAsync(LoadHealth health, string sentence)
    {
        try
        {
            return await FinishAsync(health, sentence, null);
        }
        catch (Exception e) when (LoadFaults.IsUnwritable(e))
        {
            throw new UnwritableStoreException(e);
        }
    }

    /// <summary>
    /// Ends a load as failed. Batches that still wait may bring a fault of their own: then it is told too, and the load ends without
    /// them. It is not stopped by what stopped the load.
    /// </summary>
    public async Task<LoadEnd> FailAsync(Fault fault, string sentence)
    {
        try
        {
            return await FinishAsync(LoadHealth.Failed, sentence, fault);
        }
        catch (Exception e) when (!LoadFaults.IsUnwritable(e))
        {
            return await TellAsync(fault, e is OperationCanceledException ? sentence : $"{sentence}; {LoadFaults.Sentence(e)}");
        }
        catch (Exception e)
        {
            return await TellAsync(Fault.Other, new UnwritableStoreException(e).Message);
        }
    }

    // The second time nothing waits any more: only the load's own row is written.
    private async Task<LoadEnd> TellAsync(Fault fault, string sentence)
    {
        try
        {
            return await FinishAsync(LoadHealth.Failed, sentence, fault);
        }
        catch (Exception e) when (LoadFaults.IsUnwritable(e))
        {
            return Lost(source, load.LoadId, e);
        }
    }

    /// <summary>The end of a load that the store knows nothing of.</summary>
    public static LoadEnd Lost(string source, string loadId, Exception e) => new(
        new LoadResult(source, loadId, LoadHealth.Failed, new UnwritableStoreException(e).Message, 0, 0, 0, new AppendCounts(0, 0, 0), 0) { Fault = Fault.Other },
        IsStored: false);

    private async Task<LoadEnd> FinishAsync(LoadHealth health, string sentence, Fault? fault)
    {
        // How far a source had come in the batch in which it was stopped cannot be known again from its answers.
        load.Warnings = fault is Fault.Cancelled ? [] : warnings.Notes;
        return new LoadEnd(await load.FinishAsync(health, sentence, CancellationToken.None, fault), IsStored: true);
    }
}
