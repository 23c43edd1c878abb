using Foresight.Engine.Briefs;
using Foresight.Sdk;

namespace Foresight.Engine.Partners;

/// <summary>Something published that names a partner.</summary>
/// <param name="Source">The source entry.</param>
/// <param name="Id">The document's id.</param>
/// <param name="Title">The title.</param>
/// <param name="Link">Its page; null where it has none that is http or https.</param>
/// <param name="Language">The title's language; null where unknown.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Day">When.</param>
/// <param name="MayBeAnother">Whether the name may be another place's: it is one word, and the text does not name the country.</param>
public sealed record PartnerNews(string Source, string Id, string Title, string? Link, string? Language, string Publisher, DateOnly Day, bool MayBeAnother)
{
    /// <summary>How many are printed.</summary>
    public const int Most = 5;

    /// <summary>Reads the documents that name any of the partners, a story once each; by the partners' ids, the newest first.</summary>
    internal static async Task<ILookup<string, PartnerNews>> ReadAsync(ITables tables, Policy policy, IReadOnlyList<PartnerOnRecord> partners)
    {
        var sought = partners.Select(partner => (
            partner.Id,
            Names: new NamePattern(NamesOf(partner, policy)),
            Country: new NamePattern([PartnerOnRecord.CountryName(policy, partner.Country).Sv, PartnerOnRecord.CountryName(policy, partner.Country).En]))).ToList();
        var names = sought.SelectMany(partner => partner.Names.Names).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count == 0)
        {
            return Enumerable.Empty<(string Id, PartnerNews News)>().ToLookup(found => found.Id, found => found.News);
        }

        // The database only takes away what has none of the letters; whole words are told below.
        var table = await tables.QueryAsync(
            """
            SELECT d._source, d._item_id, d.story_id, d.title, nfc_normalize(d.title || chr(10) || d.text) AS words, coalesce(t.language_found, d.language) AS language, d.url, d.publisher,
                   CAST(coalesce(d.published, d._first_seen_at) AS DATE) AS day
            FROM document_stories d
            LEFT JOIN tags t ON t._source = d._source AND t._item_id = d._item_id AND t._revision = d._revision
            WHERE d.kind NOT IN ('call', 'release', 'dataset-update')
              AND EXISTS (SELECT 1 FROM (SELECT unnest(string_split($1, '|')) AS name) n WHERE contains(nfc_normalize(d.title || chr(10) || d.text), n.name))
            ORDER BY day DESC, d._source, d._item_id
            """,
            string.Join('|', names)).ConfigureAwait(false);
        return table.Rows.SelectMany(row =>
        {
            var text = row.Text("words");
            return sought.Where(partner => partner.Names.IsIn(text)).Select(partner => (partner.Id, Story: row.Text("story_id"), News: NewsOf(
                row, partner.Names.Names.All(name => !name.Contains(' ', StringComparison.Ordinal)) && !partner.Country.IsIn(text))));
        }).DistinctBy(found => (found.Id, found.Story)).ToLookup(found => found.Id, found => found.News);
    }

    private static IEnumerable<string> NamesOf(PartnerOnRecord partner, Policy policy)
    {
        IEnumerable<string?> names = [partner.Entry?["organisation"], .. partner.Place is { } place && place != policy.Home ? (string[])[place.Name.Sv, place.Name.En] : []];
        return names.OfType<string>();
    }

    private static PartnerNews NewsOf(TableRow row, bool mayBeAnother)
    {
        var publisher = OutsideText.Line(row.Text("publisher"));
        return new(
            row.Text("_source"), row.Text("_item_id"), OutsideText.Line(row.Text("title")), OutsideText.Link(row["url"] as string), row["language"] as string,
            publisher.Length > 0 ? publisher : row.Text("_source"), row.Day("day")!.Value, mayBeAnother);
    }
}
