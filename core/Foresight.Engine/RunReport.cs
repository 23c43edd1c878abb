using Foresight.Engine.Alerts;
using Foresight.Engine.Analyse;
using Foresight.Engine.Briefs;
using Foresight.Engine.Classify;
using Foresight.Engine.Partners;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine;

/// <summary>The steps of a run.</summary>
public enum Stage
{
    /// <summary>Reading the sources.</summary>
    Ingest,

    /// <summary>Sorting documents to focus areas.</summary>
    Classify,

    /// <summary>Finding what changes.</summary>
    Analyse,

    /// <summary>Drawing charts and writing briefs.</summary>
    Briefs,
}

/// <summary>What every brief of a run needs to know of the steps before it.</summary>
/// <param name="Classified">What classifying did; null where nothing was classified.</param>
/// <param name="Findings">What the analyses found.</param>
/// <param name="Problems">What failed.</param>
/// <param name="Stale">How many figures are older than their source's; null where none is.</param>
public sealed record BriefState(ClassifyResult? Classified, Findings Findings, IReadOnlyList<LocalText> Problems, LocalText? Stale)
{
    /// <summary>What a person should know of the model that judges: drift, a language that is judged worse, a newer model that was refused.</summary>
    public IReadOnlyList<LocalText> OfModel { get; init; } = [];
}

/// <summary>A brief that was written.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Language">sv or en.</param>
/// <param name="Result">Its files and counts.</param>
/// <param name="Problems">Charts that failed.</param>
public sealed record BuiltBrief(string Id, string Language, BriefResult Result, IReadOnlyList<string> Problems);

/// <summary>What a run did.</summary>
public sealed record RunReport(
    IReadOnlyList<LoadResult> Loads, ClassifyResult? Classified, Findings Findings, IReadOnlyList<BuiltBrief> Briefs, IReadOnlyList<LocalText> Problems)
{
    /// <summary>What a person should know of the model that judges; no failure.</summary>
    public IReadOnlyList<LocalText> OfModel { get; init; } = [];

    /// <summary>What the alert rules led to.</summary>
    public AlertOutcome Alerts { get; init; } = AlertOutcome.None;

    /// <summary>The pages of partners, by language.</summary>
    public IReadOnlyList<WrittenPartners> Partners { get; init; } = [];

    /// <summary>Rows added or revised by the sources.</summary>
    public long NewRows => Loads.Sum(load => load.Rows.Added + load.Rows.Revised);

    /// <summary>Everything that failed, a sentence each.</summary>
    public IReadOnlyList<string> Failures =>
        [.. Loads.Where(load => load.Health is LoadHealth.Failed).Select(load => $"The source {load.Source} failed: {load.Message}"), .. Missing];

    /// <summary>What failed after the sources were read, a sentence each.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. Problems.Select(problem => problem.En),
        .. Briefs.SelectMany(brief => brief.Problems).Distinct(),
    ];
}
