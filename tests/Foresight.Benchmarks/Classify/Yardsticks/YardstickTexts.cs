using System.Text.Json;
using Foresight.Engine.Classify;

namespace Foresight.Benchmarks.Classify.Yardsticks;

/// <summary>The texts that all systems learn from and judge, read once and written as each of them wants them.</summary>
internal sealed record YardstickTexts(IReadOnlyList<LabelledRow> Train, IReadOnlyList<LabelledRow> Judge)
{
    /// <summary>The government texts of the shared folder.</summary>
    public static YardstickTexts Read(string shared)
    {
        var folder = Path.Combine(shared, "evaluation", "text");
        return new(
            LabelFiles.Read([Path.Combine(folder, "gov_sv_train.csv.gz")], known: null), LabelFiles.Read([Path.Combine(folder, "gov_sv_dev.csv")], known: null));
    }

    public IReadOnlyList<string> Labels => [.. Train.SelectMany(row => row.Labels).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static async Task WriteLinesAsync(IReadOnlyList<LabelledRow> rows, string file) =>
        await File.WriteAllLinesAsync(file, rows.Select(row => JsonSerializer.Serialize(new { text = row.Text, labels = row.Labels.Order(StringComparer.Ordinal) })));

    /// <summary>fastText's form: the labels, then lower-case words on one line.</summary>
    public static async Task WriteFastTextAsync(IReadOnlyList<LabelledRow> rows, string file, bool labels) =>
        await File.WriteAllLinesAsync(file, rows.Select(row => string.Join(
            ' ', (labels ? row.Labels.DefaultIfEmpty("none").Order(StringComparer.Ordinal).Select(label => "__label__" + label) : []).Concat(Words(row.Text)))));

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                yield return text[start..i].ToLowerInvariant();
                start = -1;
            }
        }
    }
}
