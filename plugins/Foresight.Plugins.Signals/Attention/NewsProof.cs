using System.Globalization;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>The documents behind a finding: a few by name, who published them, and their STEEP factor.</summary>
/// <param name="Documents">Evidence of the newest first reports.</param>
/// <param name="Publishers">How many publishers told a story of their own.</param>
/// <param name="Steep">The factor of more than half of the tagged ones; null where there is none.</param>
internal sealed record NewsProof(IReadOnlyList<Evidence> Documents, int Publishers, Steep? Steep)
{
    public const int Most = 10;

    /// <summary>Reads them for a label in some days.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="join">The SQL that leaves the label's documents of <c>d</c>; <c>$3</c> is the label.</param>
    /// <param name="label">The label.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public static async Task<NewsProof> ReadAsync(ITables tables, string join, string label, DateOnly from, DateOnly to)
    {
        var table = await tables.QueryAsync(
            $"""
            SELECT d._source, d._item_id, coalesce(d.publisher, d._source) AS publisher, d._load_id, t.steep
            FROM document_stories d {join}
            LEFT JOIN tags t ON t._source = d._source AND t._item_id = d._item_id AND t._revision = d._revision
            WHERE d.published >= CAST($1 AS DATE) AND d.published < CAST($2 AS DATE) + 1 AND d.kind <> 'release'
            QUALIFY row_number() OVER (PARTITION BY d.story_id ORDER BY d.published, d._source, d._item_id) = 1
            ORDER BY d.published DESC, d._source, d._item_id
            """,
            Days.Iso(from), Days.Iso(to), label).ConfigureAwait(false);
        return Of([.. table.Rows.Select(NewsReport.Of)]);
    }

    /// <summary>Of reports, one for each story.</summary>
    public static NewsProof Of(IReadOnlyList<NewsReport> reports)
    {
        var tagged = reports.Where(report => report.Steep.Length > 0).ToArray();
        var steep = tagged.GroupBy(report => report.Steep, StringComparer.Ordinal).MaxBy(group => group.Count());
        return new NewsProof(
            [.. reports.Take(Most).Select(report => report.Evidence)],
            reports.Select(report => report.Publisher).Distinct(StringComparer.Ordinal).Count(),
            steep is not null && 2 * steep.Count() > tagged.Length ? SteepOf(steep.Key) : null);
    }

    public static Steep? SteepOf(string tag) => Enum.TryParse<Steep>(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(tag), out var steep) ? steep : null;
}
