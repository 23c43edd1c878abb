using Foresight.Sdk;

namespace Foresight.Engine.Classify;

/// <summary>Turns labels by topic into labels by focus area: a policy with other areas learns from the same texts.</summary>
internal static class AreaLabels
{
    /// <summary>How much of a topic must belong to an area for its texts to count as the area's.</summary>
    private const double Enough = 0.5;

    /// <summary>The labels that a file may carry for this policy.</summary>
    public static IReadOnlySet<string> Known(ClassifySetup setup) =>
        setup.Topics.Concat(setup.Policy.FocusAreas.Select(area => area.Id)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The texts with the policy's areas as labels; a text whose topics lead to no area is an example of none.</summary>
    public static TrainingSet Of(ClassifySetup setup, IEnumerable<LabelledRow> rows)
    {
        // A label that is both a topic and an area (circular-economy may be) counts as the topic.
        var areas = setup.Policy.FocusAreas
            .SelectMany(area => area.Topics.Where(topic => area.WeightOf(topic) >= Enough).Select(topic => (Label: topic, area.Id))
                .Append((Label: setup.Topics.Contains(area.Id) ? "" : area.Id, area.Id)))
            .ToLookup(pair => pair.Label, pair => pair.Id, StringComparer.Ordinal);
        var texts = rows.Select(row =>
            new LabelledText(row.Id, row.Text, row.Language, row.Labels.SelectMany(label => areas[label]).ToHashSet(StringComparer.Ordinal)));
        return new TrainingSet([.. setup.Policy.FocusAreas.Select(area => area.Id)], [.. texts]);
    }
}
