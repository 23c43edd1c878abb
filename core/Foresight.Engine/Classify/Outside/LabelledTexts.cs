using Foresight.Sdk;

namespace Foresight.Engine.Classify.Outside;

/// <summary>Labelled texts with the labels that they name.</summary>
internal static class LabelledTexts
{
    /// <summary>Reads files; there must be a text.</summary>
    /// <exception cref="LabelFileException">Anything is wrong; lists everything.</exception>
    public static IReadOnlyList<LabelledRow> Read(IReadOnlyList<string> files, IReadOnlySet<string>? known)
    {
        var rows = LabelFiles.Read(files, known);
        return rows.Count > 0 ? rows : throw new LabelFileException([.. files.Select(file => $"{file}: it has a header and no text. Add labelled texts.")]);
    }

    /// <summary>The texts and the labels that they name; they must differ in their labels.</summary>
    /// <exception cref="LabelFileException">Nothing can be learned from them.</exception>
    public static TrainingSet ToLearn(IReadOnlyList<LabelledRow> rows, IReadOnlyList<string> files)
    {
        var labels = rows.SelectMany(row => row.Labels).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var where = string.Join(", ", files);
        if (labels.Length == 0)
            throw new LabelFileException([$"{where}: all {rows.Count} texts have the label none. Name the label of those that belong somewhere."]);
        if (rows.All(row => row.Labels.Count == labels.Length))
            throw new LabelFileException([$"{where}: all {rows.Count} texts have the same labels ({string.Join(", ", labels)}), so nothing tells them from others. Add texts with other labels, or none."]);
        return new TrainingSet(labels, Texts(rows));
    }

    /// <summary>The texts.</summary>
    public static IReadOnlyList<LabelledText> Texts(IReadOnlyList<LabelledRow> rows) => [.. rows.Select(row => new LabelledText(row.Id, row.Text, row.Language, row.Labels))];
}
