using System.Globalization;

namespace Foresight.Formats.Tests.Feeds.Corpus;

/// <summary>What became of the cases of one category.</summary>
internal sealed record CorpusRow(string Category, int Cases, int Held, IReadOnlyList<string> Failed, int ReadOnly, IReadOnlyDictionary<string, int> OtherFields)
{
    public int Ours => Held + Failed.Count;

    public double Share => Ours == 0 ? 1 : (double)Held / Ours;

    /// <summary>The row as the page has it.</summary>
    public string ToMarkdown()
    {
        var others = OtherFields.OrderByDescending(field => field.Value).ThenBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Key} {field.Value}"));
        var share = (Math.Floor(Share * 1000) / 10).ToString("0.0", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"| {Category} | {Cases} | {Ours} | {Held} | {share} | {ReadOnly} | {OtherFields.Values.Sum()} | {string.Join(", ", others)} |");
    }
}

/// <summary>The table of <c>docs/feeds.md</c>, computed.</summary>
internal static class CorpusTable
{
    public const string Heading = "| category | cases | about our fields | hold | percent | only to be read | about others | of these |";

    public static async Task<IReadOnlyList<CorpusRow>> ComputeAsync(string folder)
    {
        var rows = new List<CorpusRow>();
        foreach (var category in CorpusCase.All(folder).GroupBy(one => one.Category))
        {
            var (held, readOnly, failed, others) = (0, 0, new List<string>(), new Dictionary<string, int>());
            foreach (var one in category)
            {
                var (verdict, field) = await one.JudgeAsync(folder);
                held += verdict == Verdict.Holds ? 1 : 0;
                readOnly += verdict == Verdict.ReadOnly ? 1 : 0;
                if (verdict == Verdict.Fails)
                    failed.Add(one.File);
                if (verdict == Verdict.OtherField)
                    others[field] = others.GetValueOrDefault(field) + 1;
            }

            rows.Add(new(category.Key, category.Count(), held, failed, readOnly, others));
        }

        return [.. rows.OrderBy(row => row.Category, StringComparer.Ordinal)];
    }
}
