using Foresight.Sdk;

namespace Foresight.Engine.Classify.Drift;

/// <summary>What is read of a month: the words of some of its documents by language, and all verdicts by area.</summary>
internal sealed class MonthTexts
{
    /// <summary>Documents of a month and language that are read: as many tell the words of all.</summary>
    private const int Read = 150;

    private const int Characters = 2000;

    private const string Month = "strftime(coalesce(d.published, d._fetched_at), '%Y-%m')";

    private const string Judged = """
        FROM classifications c JOIN documents d ON c._source = d._source AND c._item_id = d._item_id AND c._revision = d._revision
        WHERE c.model_version = $1 AND c.policy_version = $2 AND d.kind <> 'release'
          AND coalesce(d.published, d._fetched_at) >= CAST($3 AS DATE) AND coalesce(d.published, d._fetched_at) < CAST($4 AS DATE) + 1
        """;

    /// <summary>Documents by language; each as its words.</summary>
    public Dictionary<string, List<string[]>> Words { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ScoreBins> Areas { get; } = new(StringComparer.Ordinal);

    public int Documents => Areas.Values.Select(area => area.Documents).DefaultIfEmpty().Max();

    public static async Task<SortedDictionary<string, MonthTexts>> ReadAsync(ITables tables, string model, string policy, DateOnly from, DateOnly to)
    {
        var months = new SortedDictionary<string, MonthTexts>(StringComparer.Ordinal);
        object[] asked = [model, policy, from.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), to.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)];
        foreach (var row in (await tables.QueryAsync($"SELECT {Month} AS month, c.focus_area AS area, c.probability, c.belongs, coalesce(c.abstained, false) AS open {Judged}", asked).ConfigureAwait(false)).Rows)
        {
            var areas = Of(row).Areas;
            if (!areas.TryGetValue(row.Text("area"), out var bins))
                areas[row.Text("area")] = bins = new ScoreBins();
            bins.Add(row.Number("probability") ?? 0, row["belongs"] is true, row["open"] is true);
        }

        // The order of the hash is none of the documents' own, and the same each time.
        var texts = await tables.QueryAsync(
            $"""
            SELECT month, language, text FROM (
                SELECT {Month} AS month, coalesce(d.language, '') AS language, left(coalesce(d.title, '') || ' ' || d.text, {Characters}) AS text,
                    row_number() OVER (PARTITION BY {Month}, coalesce(d.language, '') ORDER BY md5(d._item_id), d._source) AS place
                FROM documents d JOIN (SELECT DISTINCT c._source, c._item_id, c._revision {Judged}) c ON c._source = d._source AND c._item_id = d._item_id AND c._revision = d._revision)
            WHERE place <= {Read} ORDER BY month, language, place
            """,
            asked).ConfigureAwait(false);
        foreach (var row in texts.Rows)
        {
            var words = Of(row).Words;
            if (!words.TryGetValue(row.Text("language"), out var documents))
                words[row.Text("language")] = documents = [];
            documents.Add(WordCounts.Of(row.Text("text")));
        }

        return months;

        MonthTexts Of(TableRow row) => months.TryGetValue(row.Text("month"), out var month) ? month : months[row.Text("month")] = new MonthTexts();
    }
}
