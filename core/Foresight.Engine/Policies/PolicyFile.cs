using Foresight.Sdk;

namespace Foresight.Engine.Policies;

/// <summary>A policy and the entries of its file.</summary>
public sealed record PolicyFile
{
    /// <summary>The policy.</summary>
    public required Policy Policy { get; init; }

    /// <summary>The file's path.</summary>
    public required string File { get; init; }

    /// <summary>The ids of the topics that labels may name; none where their file cannot be used, which is then a problem.</summary>
    public IReadOnlySet<string> Topics { get; init; } = new HashSet<string>();

    /// <summary>The names of the topics by id.</summary>
    public IReadOnlyDictionary<string, LocalText> TopicNames { get; init; } = new Dictionary<string, LocalText>();

    /// <summary>All programmes of <c>data/funds</c>, those too that the policy does not watch, such as proposed successors.</summary>
    public IReadOnlyList<Programme> Programmes { get; init; } = [];

    /// <summary>The sources.</summary>
    public IReadOnlyList<Entry> Sources { get; init; } = [];

    /// <summary>The sources as analyses and charts know them.</summary>
    public IReadOnlyList<WatchedSource> Watched => [.. Sources.Select(entry => new WatchedSource(entry.Id, entry.Title!, entry.Producer!, entry.Reliability))];

    /// <summary>The rules for the way out.</summary>
    public FetchingRules Fetching { get; init; } = new();

    /// <summary>The classifier; null where texts are not classified.</summary>
    public ClassifierEntry? Classifier { get; init; }

    /// <summary>The analyses.</summary>
    public IReadOnlyList<Entry> Analyses { get; init; } = [];

    /// <summary>The charts.</summary>
    public IReadOnlyList<Entry> Charts { get; init; } = [];

    /// <summary>The briefs.</summary>
    public IReadOnlyList<BriefEntry> Briefs { get; init; } = [];

    /// <summary>The entries whose part no loaded plugin offers.</summary>
    public IEnumerable<Entry> Incomplete =>
        Sources.Concat(Analyses).Concat(Charts).Concat(Classifier is null ? [] : [Classifier]).Where(entry => entry.Missing is not null);
}

/// <summary>What a folder of policies holds.</summary>
/// <param name="Policies">The policies without a problem, by id.</param>
/// <param name="Problems">All problems of all files, by file and line.</param>
public sealed record PolicyReading(IReadOnlyList<PolicyFile> Policies, IReadOnlyList<Problem> Problems);
