using System.Globalization;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>
/// Exports and imports by partner in one year, from the WITS summary. It names only each year's five greatest partners in either
/// direction, so a missing figure means "not among the five" and nothing may be summed or called a share.
/// </summary>
internal sealed class TradeByPartner(TradeByPartnerOptions options) : IChart
{
    private const string Import = "1";
    private const string Export = "2";
    private const double MillionsPerBillion = 1000;

    public async Task<ChartOutcome> BuildAsync(ChartContext context, CancellationToken cancellationToken)
    {
        var (language, sv) = (context.Language, Phrases.IsSwedish(context.Language));
        var table = await context.Tables.QueryAsync(
            """
            SELECT counterpart_area AS partner, flow, indicator, period, value, _load_id, _answer FROM observations
            WHERE _source = $1 AND dataset = 'wits-summary' AND ref_area = $2 AND indicator ILIKE 'Trade (US$ Mil)-Top 5%' AND value IS NOT NULL
            ORDER BY period, flow, value DESC, partner
            """,
            options.Source, options.Reporter).ConfigureAwait(false);
        var year = options.Year?.ToString(CultureInfo.InvariantCulture) ?? table.Rows.Select(row => row.Text("period")).Max(StringComparer.Ordinal);
        var rows = table.Rows.Where(row => row.Text("period") == year && row.Text("partner") != "Unspecified").ToArray();
        if (rows.Length == 0)
        {
            return ChartOutcome.Nothing(sv
                ? $"Det finns ingen handel per partner för {options.Reporter}{(year is null ? "" : $" {year}")} i WITS-sammanställningen."
                : $"The WITS summary holds no trade by partner for {options.Reporter}{(year is null ? "" : $" in {year}")}.");
        }

        var partners = rows.GroupBy(row => row.Text("partner"), StringComparer.Ordinal)
            .OrderByDescending(group => group.Max(row => row.Number("value"))).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key).ToArray();
        var country = CountryNames.In(options.Reporter, language);
        var firstExport = CountryNames.In(rows.Where(row => row.Text("flow") == Export).MaxBy(row => row.Number("value")).Text("partner"), language);
        var firstImport = CountryNames.In(rows.Where(row => row.Text("flow") == Import).MaxBy(row => row.Number("value")).Text("partner"), language);
        var fetched = await Phrases.FetchedAsync(context.Tables, options.Source).ConfigureAwait(false);
        return ChartOutcome.Drawn(new ChartSpec
        {
            Kind = ChartKind.GroupedBars,
            Title = (sv, firstExport == firstImport) switch
            {
                (true, true) => $"{firstExport} var {Phrases.Genitive(country, language)} största handelspartner {year}, både för export och import",
                (true, false) => $"{country} exporterade mest till {firstExport} och importerade mest från {firstImport} {year}",
                (false, true) => $"{firstExport} was the largest trading partner of {country} in {year}, in exports and imports alike",
                (false, false) => $"{country} exported most to {firstExport} and imported most from {firstImport} in {year}",
            },
            Subtitle = sv
                ? $"{country}, varuhandel med årets fem största partner i vardera riktningen, miljarder US-dollar, {year}"
                : $"{country}, trade in goods with the year's five largest partners in each direction, billions of US dollars, {year}",
            Unit = sv ? "miljarder US-dollar" : "billions of US dollars",
            Decimals = 1,
            Series =
            [
                SeriesOf(rows, partners, Export, sv ? "Export" : "Exports", Emphasis.Us, language),
                SeriesOf(rows, partners, Import, "Import" + (sv ? "" : "s"), Emphasis.Reference, language),
            ],
            SourceLine = Phrases.OwnWork("World Integrated Trade Solution (WITS)", fetched, language),
            Notes =
            [
                sv ? "Källan anger bara de fem största i vardera riktningen; ett tomt fält betyder \"inte bland de fem\", inte noll."
                    : "The source gives only the five largest in each direction; a blank means \"not among the five\", not zero.",
                sv ? $"Uppgifterna slutar {year} och gäller hela landet." : $"The data end in {year} and cover the whole country.",
            ],
            Evidence = [.. rows.Select(row => new Evidence
            {
                Value = row.Number("value"),
                View = "observations",
                Source = options.Source,
                Record = $"dataset=wits-summary indicator={row.Text("indicator")} ref_area={options.Reporter} counterpart_area={row.Text("partner")} flow={row.Text("flow")} period={year}",
                LoadId = row.Text("_load_id"),
                Answer = row["_answer"] is null ? null : Convert.ToInt32(row["_answer"], CultureInfo.InvariantCulture),
            })],
        });
    }

    private static ChartSeries SeriesOf(TableRow[] rows, string[] partners, string flow, string name, Emphasis emphasis, string language) => new()
    {
        Name = name,
        Emphasis = emphasis,
        Points = [.. partners.Select(partner =>
        {
            var found = rows.Where(row => row.Text("partner") == partner && row.Text("flow") == flow).Select(row => row.Number("value")).FirstOrDefault();
            return new ChartPoint
            {
                Label = CountryNames.In(partner, language),
                Value = found / MillionsPerBillion,
                Note = found is not null ? null : Phrases.IsSwedish(language) ? "inte bland de fem största" : "not among the five largest",
            };
        })],
    };
}
