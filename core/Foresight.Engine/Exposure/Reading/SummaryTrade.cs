using System.Globalization;
using Foresight.Methods.Trade;
using Foresight.Sdk;

namespace Foresight.Exposure;

/// <summary>A value of a yearly summary with where it stands.</summary>
internal sealed record SummaryFigure(string Name, double Value, Evidence Evidence);

/// <summary>A year's exports in all, and by section the largest first.</summary>
internal sealed record SummaryYear(int Year, SummaryFigure? Total, IReadOnlyList<SummaryFigure> Sections)
{
    /// <summary>How far the exports lie with few sections; null where the sections are not all of the total.</summary>
    public Concentration? Concentration =>
        Total is { Value: > 0 } total && Sections.Count > 1 && Methods.Trade.Concentration.Of([.. Sections.Select(section => section.Value)], total.Value) is { IsComplete: true } known ? known : null;

    /// <summary>How the sections' shares moved since an earlier year.</summary>
    public ShareDrift DriftSince(SummaryYear earlier) => ShareDrift.Between(ByName(earlier), ByName(this));

    private static Dictionary<string, double> ByName(SummaryYear year) => year.Sections.ToDictionary(section => section.Name, section => section.Value, StringComparer.Ordinal);
}

/// <summary>
/// A country's yearly summary of the kind that names only each year's largest partners: totals, sections of goods (all of them, so that their
/// concentration can be told) and top partners (never all, so that theirs cannot).
/// </summary>
internal sealed record SummaryTrade
{
    private const string AllProducts = "All Products";

    /// <summary>The sections of the Harmonised System as the summary names them, by their last chapter.</summary>
    private static readonly (int LastChapter, string Name)[] SectionOfChapter =
    [
        (5, "Animal"), (15, "Vegetable"), (24, "Food Products"), (26, "Minerals"), (27, "Fuels"), (38, "Chemicals"), (40, "Plastic or Rubber"), (43, "Hides and Skins"),
        (49, "Wood"), (63, "Textiles and Clothing"), (67, "Footwear"), (71, "Stone and Glass"), (83, "Metals"), (85, "Mach and Elec"), (89, "Transportation"), (99, "Miscellaneous"),
    ];

    public required string Source { get; init; }

    public required int Year { get; init; }

    /// <summary>The year with which it is compared; null where there is none.</summary>
    public int? Earlier { get; init; }

    public required SummaryFigure? Exports { get; init; }

    public required SummaryFigure? Imports { get; init; }

    /// <summary>Exports by section in millions of US dollars at current prices.</summary>
    public required IReadOnlyList<SummaryFigure> Sections { get; init; }

    public required IReadOnlyList<SummaryFigure> EarlierSections { get; init; }

    /// <summary>Every year's exports in all and by section, oldest first.</summary>
    public required IReadOnlyList<SummaryYear> Years { get; init; }

    /// <summary>The world's exports by section in the same year, the total under the name of all products; empty where they are not stored.</summary>
    public required IReadOnlyList<SummaryFigure> World { get; init; }

    public required IReadOnlyList<SummaryFigure> TopExportPartners { get; init; }

    public required IReadOnlyList<SummaryFigure> TopImportPartners { get; init; }

    /// <summary>The index of concentration by partner that the source itself publishes.</summary>
    public SummaryFigure? PublishedIndex { get; init; }

    /// <summary>The section that a code of HS or CN belongs to.</summary>
    public static string SectionOf(string code) => SectionOfChapter.First(section => int.Parse(code[..2], CultureInfo.InvariantCulture) <= section.LastChapter).Name;

    /// <summary>The world's exports of all goods; null where they are not stored.</summary>
    public SummaryFigure? WorldTotal => World.FirstOrDefault(figure => figure.Name == AllProducts);

    public static async Task<SummaryTrade?> ReadAsync(ITables tables, string source, string reporter)
    {
        var table = await tables.QueryAsync(
            """
            SELECT o.dataset, o.ref_area, o.counterpart_area AS partner, o.product, o.flow, o.indicator, o.period, o.period_start, o.value, o._load_id, o._answer,
                   coalesce(good.kind, 'item') AS good_kind, coalesce(area.kind, 'item') AS area_kind
            FROM observations o
            LEFT JOIN codes good ON good._source = o._source AND good.dataset = o.dataset AND good.dimension = 'product' AND good.code = o.product
            LEFT JOIN codes area ON area._source = o._source AND area.dataset = o.dataset AND area.dimension = 'counterpart_area' AND area.code = o.counterpart_area
            WHERE o._source = $1 AND o.ref_area IN ($2, 'WLD') AND o.freq = 'A' AND o.value IS NOT NULL
              AND (o.indicator ILIKE 'Export%(US$ Mil)' OR o.indicator ILIKE 'Exports (in US$ Mil)' OR o.indicator ILIKE 'Imports (in US$ Mil)'
                   OR o.indicator ILIKE 'Trade (US$ Mil)-Top 5%' OR o.indicator ILIKE 'HH Market%')
            ORDER BY o.value DESC, o.product, o.counterpart_area
            """,
            source, reporter).ConfigureAwait(false);
        var ours = table.Rows.Where(row => row.Text("ref_area") == reporter).ToArray();
        var sections = ours.Where(IsSection).ToArray();
        if (ours.Length == 0)
        {
            return null;
        }

        const int decade = 10;
        var year = (sections.Length > 0 ? sections : ours).Max(YearOf);
        int? earlier = sections.Any(row => YearOf(row) == year - decade) ? year - decade : null;
        return new SummaryTrade
        {
            Source = source,
            Year = year,
            Earlier = earlier,
            Exports = Figures(row => IsTotal(row, "2")).FirstOrDefault(),
            Imports = Figures(row => IsTotal(row, "1")).FirstOrDefault(),
            Sections = [.. Figures(IsSection)],
            EarlierSections = earlier is null ? [] : [.. sections.Where(row => YearOf(row) == earlier).Select(row => Figure(row, row.Text("product"), source))],
            Years =
            [
                .. sections.GroupBy(YearOf).OrderBy(group => group.Key).Select(group => new SummaryYear(
                    group.Key,
                    ours.Where(row => IsTotal(row, "2") && YearOf(row) == group.Key).Select(row => Figure(row, row.Text("product"), source)).FirstOrDefault(),
                    [.. group.Select(row => Figure(row, row.Text("product"), source))])),
            ],
            World =
            [
                .. table.Rows.Where(row => row.Text("ref_area") == "WLD" && YearOf(row) == year && (IsSection(row) || IsTotal(row, "2")))
                    .Select(row => Figure(row, row.Text("product"), source)),
            ],
            TopExportPartners = [.. Figures(row => IsTop(row, "2"), "partner")],
            TopImportPartners = [.. Figures(row => IsTop(row, "1"), "partner")],
            PublishedIndex = Figures(row => row.Text("indicator").StartsWith("HH Market", StringComparison.OrdinalIgnoreCase)).FirstOrDefault(),
        };

        IEnumerable<SummaryFigure> Figures(Func<TableRow, bool> fits, string name = "product") =>
            ours.Where(row => YearOf(row) == year && fits(row)).Select(row => Figure(row, row.Text(name), source));
    }

    private static bool IsSection(TableRow row) =>
        row.Text("flow") == "2" && row.Text("good_kind") == "item" && row.Text("partner") == "World" && row.Text("indicator").StartsWith("Export", StringComparison.OrdinalIgnoreCase);

    private static bool IsTotal(TableRow row, string flow) =>
        row.Text("flow") == flow && row.Text("product") == AllProducts && row.Text("partner") == "World" && row.Text("indicator").Contains("ports (in", StringComparison.OrdinalIgnoreCase);

    private static bool IsTop(TableRow row, string flow) =>
        row.Text("flow") == flow && row.Text("area_kind") == "item" && row.Text("indicator").Contains("Top 5", StringComparison.OrdinalIgnoreCase);

    private static int YearOf(TableRow row) => row.Day("period_start")!.Value.Year;

    private static SummaryFigure Figure(TableRow row, string name, string source) => new(name, row.Number("value")!.Value, new Evidence
    {
        Value = row.Number("value"),
        View = "observations",
        Source = source,
        Record = $"dataset={row.Text("dataset")} indicator={row.Text("indicator")} ref_area={row.Text("ref_area")} counterpart_area={row.Text("partner")} product={row.Text("product")} flow={row.Text("flow")} period={row.Text("period")}",
        LoadId = row.Text("_load_id"),
        Answer = row["_answer"] is null ? null : Convert.ToInt32(row["_answer"], CultureInfo.InvariantCulture),
    });
}
