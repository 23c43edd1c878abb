using Foresight.Engine.Policies;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Fetch.Raw;

/// <summary>What is known when a load begins, apart from its answers.</summary>
/// <param name="Source">The entry's id.</param>
/// <param name="Plugin">The plugin's id.</param>
/// <param name="PluginVersion">Its version.</param>
/// <param name="Origin">Where the data come from.</param>
/// <param name="OptionsSha256">A hash of the entry's options; null where they have no written form.</param>
/// <param name="Since">The cursor that the source is given.</param>
/// <param name="Backfill">The days that it is asked for instead of what is new.</param>
/// <param name="Problem">Why there is no source to ask; null where there is one.</param>
internal sealed record LoadOpening(
    string Source, string Plugin, string PluginVersion, Origin Origin, string? OptionsSha256, Cursor? Since, DayRange? Backfill, string? Problem)
{
    /// <summary>What happens when answers change their shape.</summary>
    public SchemaContract Contract { get; init; }

    /// <summary>The share of the known rows that a full answer may lose.</summary>
    public double MayShrinkBy { get; init; }
}

/// <summary>
/// A load as the raw folder remembers it, in <c>&lt;load&gt;.load.json</c>: written when it begins, and again when it ends. One that
/// has no end was killed.
/// </summary>
internal sealed record LoadMeta
{
    public required string Load { get; init; }

    /// <summary>The run that it belonged to: its loads went side by side.</summary>
    public required string Run { get; init; }

    public required LoadOpening Opening { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public LoadHealth? Health { get; init; }

    public Fault? Fault { get; init; }

    public string? Message { get; init; }

    /// <summary>How many batches came of it.</summary>
    public int? Batches { get; init; }
}
