using Foresight.Sdk;

namespace Foresight.Plugins.FocusClassifier;

/// <summary>What the labelled texts teach of one label.</summary>
/// <param name="Label">The label.</param>
/// <param name="Belongs">Whether each text belongs to it.</param>
/// <param name="Weights">How far each text is to be trusted in this; 0: it is no example, neither for nor against.</param>
internal sealed record Lesson(string Label, bool[] Belongs, float[] Weights)
{
    /// <summary>Whether every text is an example, and all are trusted alike.</summary>
    public bool Plain { get; } = Weights.All(weight => weight == 1);

    /// <summary>Which texts are known to belong to it.</summary>
    public bool[] Known => [.. Belongs.Zip(Weights, (belongs, weight) => belongs && weight > 0)];

    /// <summary>Texts that belong to it, whatever their weight.</summary>
    public int Support { get; } = Enumerable.Range(0, Belongs.Length).Count(i => Belongs[i] && Weights[i] > 0);

    /// <summary>Texts that do not.</summary>
    public int Others { get; } = Enumerable.Range(0, Belongs.Length).Count(i => !Belongs[i] && Weights[i] > 0);

    /// <summary>The lesson of one of the labels proper.</summary>
    public static Lesson Of(string label, IReadOnlyList<LabelledText> texts) => new(
        label, [.. texts.Select(text => text.Labels.Contains(label))], [.. texts.Select(text => Trust(text.WeightOf(label)))]);

    /// <summary>The lesson of a label of another group: a text that has none of that group is no example.</summary>
    public static Lesson Of(string group, string label, IReadOnlyList<LabelledText> texts) => new(
        label,
        [.. texts.Select(text => text.Tags.TryGetValue(group, out var labels) && labels.Contains(label))],
        [.. texts.Select(text => text.Tags.ContainsKey(group) ? Trust(text.Weight) : 0)]);

    /// <summary>The same for some of the texts.</summary>
    public Lesson Among(int[] texts) => new(Label, [.. texts.Select(i => Belongs[i])], [.. texts.Select(i => Weights[i])]);

    private static float Trust(double weight) => double.IsFinite(weight) ? (float)Math.Clamp(weight, 0, 1) : 0;
}
