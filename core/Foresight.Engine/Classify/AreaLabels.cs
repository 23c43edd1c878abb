using Foresight.Sdk;

namespace Foresight.Engine.Classify;

/// <summary>Turns labels by topic into labels by focus area: a policy with other areas learns from the same texts.</summary>
internal static class AreaLabels
{
    /// <summary>How much of a topic must belong to an area for its texts to count as the area's; nearer to it they count for less.</summary>
    private const double Enough = 0.5;

    /// <summary>The labels that a file may carry for this policy.</summary>
    public static IReadOnlySet<string> Known(ClassifySetup setup) =>
        setup.Topics.Concat(setup.Policy.FocusAreas.Select(area => area.Id)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The texts with the policy's areas as labels; a text whose topics lead to no area is an example of none.</summary>
    public static TrainingSet Of(ClassifySetup setup, IEnumerable<LabelledRow> rows) =>
        new([.. setup.Policy.FocusAreas.Select(area => area.Id)], [.. rows.Select(row => Of(setup, row))])
        {
            Groups =
            [
                new LabelGroup(TagGroup.Topic, [.. setup.Topics.Order(StringComparer.Ordinal)], Exclusive: false),
                new LabelGroup(TagGroup.Steep, LabelledRow.SteepFactors, Exclusive: true),
                new LabelGroup(TagGroup.TextKind, [.. LabelledRow.TextKinds.Values.Distinct(StringComparer.Ordinal)], Exclusive: true),
            ],
        };

    private static LabelledText Of(ClassifySetup setup, LabelledRow row)
    {
        var (areas, weights) = (new HashSet<string>(StringComparer.Ordinal), new SortedDictionary<string, double>(StringComparer.Ordinal));
        foreach (var area in setup.Policy.FocusAreas)
        {
            var (belongs, weight) = VoiceOf(setup.Topics, area, row.Labels);
            if (belongs)
                areas.Add(area.Id);
            if (weight < 1)
                weights[area.Id] = weight;
        }

        return new LabelledText(row.Id, row.Text, row.Language, areas) { Weights = weights, Tags = Tags(setup, row) };
    }

    /// <summary>What a text counts whose topic is the area's by half.</summary>
    private const double Least = 0.25;

    /// <summary>Whether a text with these labels belongs to an area, and how far they say so.</summary>
    public static (bool Belongs, double Weight) VoiceOf(IReadOnlySet<string> topics, FocusArea area, IReadOnlySet<string> labels)
    {
        // A label that is both a topic and an area (circular-economy may be) counts as the topic.
        var share = labels.Select(label => topics.Contains(label) ? area.WeightOf(label) : label == area.Id ? 1 : 0).DefaultIfEmpty().Max();
        // A topic of which half belongs to the area says it no more surely than that; one that is named with it decides.
        return (share >= Enough, share is > 0 and < 1 ? Math.Max(Least, Math.Abs((2 * share) - 1)) : 1);
    }

    private static Dictionary<string, IReadOnlySet<string>> Tags(ClassifySetup setup, LabelledRow row)
    {
        var tags = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        // A text that is labelled with an area tells nothing of its topics.
        if (row.Labels.All(setup.Topics.Contains))
            tags[TagGroup.Topic] = row.Labels;
        if (row.Steep is not null)
            tags[TagGroup.Steep] = new HashSet<string>(StringComparer.Ordinal) { row.Steep };
        if (row.Kind is not null)
            tags[TagGroup.TextKind] = new HashSet<string>(StringComparer.Ordinal) { LabelledRow.TextKinds[row.Kind] };
        return tags;
    }
}
