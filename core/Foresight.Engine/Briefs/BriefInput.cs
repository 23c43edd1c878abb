using Foresight.Engine.Alerts;
using Foresight.Engine.Briefs.Sections;
using Foresight.Engine.Charts;
using Foresight.Engine.Classify;
using Foresight.Engine.Loop;
using Foresight.Engine.Signals;
using Foresight.Sdk;

namespace Foresight.Engine.Briefs;

/// <summary>All that a brief is made from. Whoever assembles it decides what goes in; <see cref="BriefWriter"/> decides how it is said.</summary>
public sealed record BriefInput
{
    public required Policy Policy { get; init; }

    /// <summary><c>sv</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>The brief's title, without the organisation and the date.</summary>
    public required LocalText Title { get; init; }

    /// <summary>The template: <c>board</c> begins with what was found outside, <c>council</c> with the sections.</summary>
    public string Template { get; init; } = BriefTemplate.Board;

    /// <summary>The run's own now: samples and replays have theirs.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The banner that says that texts are examples; null for real ones.</summary>
    public LocalText? Illustrative { get; init; }

    /// <summary>The signals, the weightiest first.</summary>
    public required IReadOnlyList<Signal> Signals { get; init; }

    /// <summary>The alerts that a person has approved and that are in force, the most serious first.</summary>
    public IReadOnlyList<AlertView> Alerts { get; init; } = [];
    /// <summary>What the analyses cannot say.</summary>
    public IReadOnlyList<Silence> Silences { get; init; } = [];

    /// <summary>Calls for which we cannot apply (source and id): their deadlines are none of ours.</summary>
    public IReadOnlySet<(string Source, string Id)> NotForUs { get; init; } = new HashSet<(string Source, string Id)>();

    /// <summary>The sections beside the fixed parts, in reading order.</summary>
    public IReadOnlyList<BriefSection> Sections { get; init; } = [];

    /// <summary>What the register knows of the signals, by their ids: what people say of them.</summary>
    public IReadOnlyDictionary<string, KnownSignal> Known { get; init; } = new Dictionary<string, KnownSignal>();

    /// <summary>What became of signals that were taken up or dropped, by their ids.</summary>
    public IReadOnlyDictionary<string, TakenUp> Taken { get; init; } = new Dictionary<string, TakenUp>();

    /// <summary>How many signals are findings of the main part; the rest stand in the annex.</summary>
    public required int FindingCount { get; init; }

    /// <summary>The charts in reading order, also those that could not be built.</summary>
    public required IReadOnlyList<BriefChart> Charts { get; init; }

    /// <summary>How many of the charts that were built belong to the main part; the rest stand in the annex.</summary>
    public required int HeadlineCharts { get; init; }

    public required IReadOnlyList<SourceState> Sources { get; init; }

    /// <summary>What else is missing, as sentences in the brief's language: plugins that were not loaded, analyses that failed.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    public required ITables Tables { get; init; }

    /// <summary>The names of topics by id.</summary>
    public IReadOnlyDictionary<string, LocalText> TopicNames { get; init; } = new Dictionary<string, LocalText>();

    /// <summary>The classifier's model; null where no text was classified.</summary>
    public string? ModelVersion { get; init; }

    /// <summary>What is known of that model.</summary>
    public ModelCard? Card { get; init; }

    /// <summary>All that is known of it: when it was trained, how it does on the fixed test.</summary>
    public ModelRecord? Model { get; init; }

    /// <summary>Where its card for people lies, from the workspace's folder.</summary>
    public string? ModelCard { get; init; }

    /// <summary>What a reader should know of it, as sentences in the brief's language: drift, a language that is judged worse.</summary>
    public IReadOnlyList<string> OfModel { get; init; } = [];
}

/// <summary>A chart of the brief: drawn with its data, or the reason why it is not there.</summary>
/// <param name="Id">The chart entry's id.</param>
/// <param name="Chart">The picture; null where there is none.</param>
/// <param name="Spec">The data; null where there is none.</param>
/// <param name="Reason">Why there is no chart, as one sentence in the brief's language.</param>
public sealed record BriefChart(string Id, RenderedChart? Chart, ChartSpec? Spec, string? Reason)
{
    /// <summary>The entry's title, by which a chart that is not there is named; null where it has none.</summary>
    public string? Title { get; init; }
}
