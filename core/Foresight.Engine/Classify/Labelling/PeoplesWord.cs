using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Classify.Labelling;

/// <summary>What people together say of a document: of its newest revision that any of them read.</summary>
internal sealed class PeoplesWord
{
    private PeoplesWord(Policy policy, IReadOnlySet<string> topics, IReadOnlyList<PersonVerdictRow> newest)
    {
        var known = Saying.Known(policy, topics);
        Sayings = newest;
        Unknown = [.. newest.Where(row => row.Labels.Any(label => !known.Contains(label)))];
        Sure = [.. newest.Where(row => !row.Unsure).Except(Unknown)];
        // A name that is both an area's and a topic's is the area's here: that is the key that is pressed.
        var others = topics.Except(policy.FocusAreas.Select(area => area.Id), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        Areas = [.. policy.FocusAreas.Select(area => new AreaWord(area.Id, [.. Sure.Select(row => AreaLabels.VoiceOf(others, area, row.Labels.ToHashSet(StringComparer.Ordinal)))]))];
    }

    public string Source => Sayings[0].Source;

    public string ItemId => Sayings[0].ItemId;

    public int Revision => Sayings[0].Revision;

    public string Id => $"{Source}/{ItemId}";

    /// <summary>Each person's latest verdict on that revision, by person.</summary>
    public IReadOnlyList<PersonVerdictRow> Sayings { get; }

    /// <summary>Those that say something, in labels that the policy knows.</summary>
    public IReadOnlyList<PersonVerdictRow> Sure { get; }

    /// <summary>Those with a label that it does not know any more.</summary>
    public IReadOnlyList<PersonVerdictRow> Unknown { get; }

    /// <summary>What they say of each area, in the policy's order; one voice for each that is sure.</summary>
    public IReadOnlyList<AreaWord> Areas { get; }

    public IEnumerable<string> Persons => Sayings.Select(row => row.Person);

    /// <summary>Whether those that are sure say the same of every area.</summary>
    public bool IsAgreed => Areas.All(area => area.IsAgreed);

    /// <summary>Whether of some area as many say yes as no.</summary>
    public bool IsTied => Areas.Any(area => area.IsTied);

    /// <summary>Who said what, as a phrase.</summary>
    public string Said => string.Join(", ", Sayings.Select(row => $"{row.Person} says {Phrase(row)}"));

    /// <summary>The people's word on every document of which anybody said something.</summary>
    /// <param name="policy">Its areas.</param>
    /// <param name="topics">The topics that may be said.</param>
    /// <param name="latest">Each person's latest verdicts: a verdict on an earlier revision than somebody else has read speaks of another text.</param>
    public static IReadOnlyList<PeoplesWord> Of(Policy policy, IReadOnlySet<string> topics, IReadOnlyList<PersonVerdictRow> latest) =>
    [
        .. latest.GroupBy(row => (row.Source, row.ItemId))
            .Select(document => new PeoplesWord(policy, topics, [.. document.GroupBy(row => row.Revision).MaxBy(rows => rows.Key)!.OrderBy(row => row.Person, StringComparer.Ordinal)]))
            .OrderBy(word => word.Source, StringComparer.Ordinal).ThenBy(word => word.ItemId, StringComparer.Ordinal),
    ];

    /// <summary>What a verdict says, in words.</summary>
    public static string Phrase(PersonVerdictRow row) => row.Unsure ? "cannot say" : row.Labels.Count == 0 ? "none" : string.Join(" and ", row.Labels);
}

/// <summary>What people say of one area.</summary>
/// <param name="Area">The area.</param>
/// <param name="Voices">For each person whether it belongs, and how far its topic says so: above 0, at most 1.</param>
internal sealed record AreaWord(string Area, IReadOnlyList<(bool Yes, double Weight)> Voices)
{
    private int For => Voices.Count(voice => voice.Yes);

    public bool IsAgreed => For == 0 || For == Voices.Count;

    public bool IsTied => Voices.Count > 0 && 2 * For == Voices.Count;

    /// <summary>What most say; null for a tie.</summary>
    public bool? Belongs => IsTied || Voices.Count == 0 ? null : 2 * For > Voices.Count;

    /// <summary>What it counts in training: the share of those who say what most say; 0 for a tie.</summary>
    public double Weight => Belongs is { } belongs ? Voices.Where(voice => voice.Yes == belongs).Sum(voice => voice.Weight) / Voices.Count : 0;
}
