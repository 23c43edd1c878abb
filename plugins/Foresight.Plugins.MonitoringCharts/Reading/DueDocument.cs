using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Plugins.Reading;

/// <summary>A document that announces something for a day to come.</summary>
internal sealed record DueDocument(string Source, string ItemId, string Title, string Kind, string? Publisher, DateOnly Due, string LoadId, IReadOnlyList<string> FocusAreas)
{
    private const int LongestTitle = 70;

    public Evidence Evidence => new() { View = "documents", Source = Source, Record = ItemId, LoadId = LoadId };

    /// <summary>Those of some source entries (all where none is named) from today on, earliest first.</summary>
    public static async Task<IReadOnlyList<DueDocument>> ReadAsync(ITables tables, IReadOnlyList<string> sources, DateOnly today, int days)
    {
        var table = await tables.QueryAsync(
            """
            SELECT d._source, d._item_id, d.title, d.kind, d.publisher, d.due, d._load_id,
                coalesce((SELECT string_agg(c.focus_area, ' ' ORDER BY c.probability DESC, c.focus_area) FROM classifications c
                    WHERE c.belongs AND c._source = d._source AND c._item_id = d._item_id AND c._revision = d._revision), '') AS areas
            FROM documents d WHERE d.due BETWEEN CAST($1 AS DATE) AND CAST($2 AS DATE) ORDER BY d.due, d._source, d.title, d._item_id
            """,
            Days.Iso(today), Days.Iso(today.AddDays(days))).ConfigureAwait(false);
        return
        [
            .. table.Rows.Where(row => sources.Count == 0 || sources.Contains(row.Text("_source")))
                .Select(row => new DueDocument(
                    row.Text("_source"), row.Text("_item_id"), row.Text("title"), row.Text("kind"), row["publisher"] as string, row.Day("due")!.Value,
                    row.Text("_load_id"), row.Text("areas").Split(' ', StringSplitOptions.RemoveEmptyEntries))),
        ];
    }

    /// <summary>A release of an indicator by the indicator's name; else the title, cut after a word where it is long.</summary>
    public string ShortTitle(Policy policy, string language)
    {
        if (Kind == "release" && policy.Indicators.FirstOrDefault(indicator => ItemId.StartsWith(indicator.Id + "-", StringComparison.Ordinal)) is { } indicator)
        {
            return (language == "sv" ? "Nya siffror: " : "New figures: ") + indicator.Name.In(language);
        }

        var title = Title.TrimEnd('.');
        var cut = title.Length <= LongestTitle ? -1 : title.LastIndexOf(' ', LongestTitle);
        return cut <= 0 ? title : title[..cut].TrimEnd(',', ';', ':') + "…";
    }

    /// <summary>How a source is printed: its documents' publisher where they name one, else the entry's id.</summary>
    public static string NameOf(IEnumerable<DueDocument> sameSource) =>
        sameSource.Select(document => document.Publisher).FirstOrDefault(publisher => !string.IsNullOrWhiteSpace(publisher))
        ?? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(sameSource.First().Source.Replace('-', ' '));
}
