using Foresight.Sdk;

namespace Foresight.Plugins.FocusClassifier;

/// <summary>Hits and errors of a label on the held-out folds, over all texts and by language: what counts of verdicts are corrected by.</summary>
internal static class HeldOutErrors
{
    /// <summary>Counts; only texts whose label is trusted in full, since an error cannot be told from a wrong label.</summary>
    /// <param name="label">The label.</param>
    /// <param name="says">What was said of each text by a model that had not seen it.</param>
    /// <param name="texts">The texts.</param>
    public static IReadOnlyDictionary<string, ErrorCounts> Of(string label, bool[] says, IReadOnlyList<LabelledText> texts)
    {
        var judged = texts.Zip(says, (text, said) => (text.Language, Trusted: text.WeightOf(label) >= 1, Belongs: text.Labels.Contains(label), Said: said)).Where(text => text.Trusted).ToArray();
        var counts = judged.Where(text => text.Language is not null).GroupBy(text => text.Language!, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => Count(group.Select(text => (text.Belongs, text.Said))), StringComparer.Ordinal);
        counts[ErrorRates.All] = Count(judged.Select(text => (text.Belongs, text.Said)));
        return counts;
    }

    private static ErrorCounts Count(IEnumerable<(bool Belongs, bool Said)> texts)
    {
        var by = texts.CountBy(text => text).ToDictionary(pair => pair.Key, pair => pair.Value);
        return new ErrorCounts(by.GetValueOrDefault((true, true)), by.GetValueOrDefault((true, false)), by.GetValueOrDefault((false, true)), by.GetValueOrDefault((false, false)));
    }
}
