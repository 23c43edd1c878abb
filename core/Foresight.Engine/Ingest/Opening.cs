using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Foresight.Engine.Fetch.Raw;
using Foresight.Sdk;

namespace Foresight.Engine.Ingest;

/// <summary>What is noted of a load before it asks for anything.</summary>
internal static class Opening
{
    public const string NoSource = "the plugin offers no such source";
    public const string Stopped = "the run was stopped before the source was read to its end; what was read before is kept";
    public const string Killed = "the load was killed when it was made, and ends where its kept answers end";

    private static readonly JsonSerializerOptions Json = new() { ReferenceHandler = ReferenceHandler.IgnoreCycles };

    public static LoadOpening Of(ReadySource entry, Cursor? since, DayRange? backfill) => new(
        entry.Id, entry.Plugin, entry.PluginVersion,
        new Origin(entry.Entry?.Producer, entry.Entry?.Licence, entry.Entry?.Citation ?? entry.Entry?.Producer, entry.Entry?.Url),
        OptionsSha256(entry.Entry?.Options), since, backfill, entry.Source is null ? entry.Problem ?? NoSource : null)
    { Contract = entry.Contract, MayShrinkBy = entry.MayShrinkBy };

    /// <summary>A hash by which one sees whether an entry's options have changed since.</summary>
    private static string? OptionsSha256(object? options)
    {
        try
        {
            return options is null ? null : Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(options, options.GetType(), Json)));
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException)
        {
            // Options of a kind that has no written form: whether they changed is then not told.
            return null;
        }
    }
}
