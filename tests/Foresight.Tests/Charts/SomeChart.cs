using Foresight.Sdk;

namespace Foresight.Tests.Charts;

/// <summary>One chart of each kind, with what is hard to draw: gaps, breaks, provisional and missing values, long names, close line ends.</summary>
internal static class SomeChart
{
    public static readonly string[] FocusAreas = ["growth", "climate", "learning"];

    public static ChartSpec Of(ChartKind kind) => kind switch
    {
        ChartKind.Line => Line,
        ChartKind.Bars => Bars,
        ChartKind.GroupedBars => GroupedBars,
        ChartKind.StackedColumns => StackedColumns,
        ChartKind.Dumbbell => Dumbbell,
        ChartKind.Fan => Fan,
        ChartKind.HeatMap => HeatMap,
        _ => Timeline,
    };

    public static ChartSpec Line => Spec(ChartKind.Line, "ton CO2e per invånare", 2) with
    {
        Series =
        [
            Series("Hemby", Emphasis.Us, Year(2000, 13.26), Year(2005, 11.76), Year(2010, null), Year(2015, 7.19), Year(2019, 8.04, PointMark.Break), Year(2022, 7.90, PointMark.Provisional)),
            Series("Median, 7 jämförbara kommuner", Emphasis.Reference, Year(2015, 6.34), Year(2019, 5.94), Year(2022, 4.83)),
            Series("Riket", Emphasis.Context, Year(2015, 5.43), Year(2019, 4.86), Year(2022, 4.79)),
        ],
    };

    public static ChartSpec Bars => Spec(ChartKind.Bars, "euro per invånare", 1) with
    {
        Series =
        [
            Series(
                "EU-medel per invånare", Emphasis.Context, Category("Åby", 199.1), Category("Hemby", 1.2, PointMark.Highlight), Category("Minusköping", -20),
                Category("En kommun vars namn är så långt att det måste brytas", null), Category("Öby", null, note: "inget i uppgifterna")),
        ],
    };

    public static ChartSpec GroupedBars => Spec(ChartKind.GroupedBars, "miljarder US-dollar", 1) with
    {
        Series =
        [
            Series("Export", Emphasis.Us, Category("Tyskland", 16.4), Category("Kina", null, note: "inte bland de fem största")),
            Series("Import", Emphasis.Reference, Category("Tyskland", 28.3), Category("Kina", 8.2)),
        ],
    };

    public static ChartSpec StackedColumns => Spec(ChartKind.StackedColumns, "antal dokument", 0) with
    {
        Series = [.. FocusAreas.Select((area, i) => new ChartSeries
        {
            Name = new[] { "Tillväxt och attraktivitet", "Klimat och miljö", "Livslångt lärande" }[i],
            Emphasis = Emphasis.FocusArea,
            FocusArea = area,
            Points = [.. Enumerable.Range(1, 9).Select(month => new ChartPoint
            {
                Label = Period.Month(2026, month).Text, Period = Period.Month(2026, month), Value = month * (i + 1) % 5,
            })],
        })],
    };

    public static ChartSpec Dumbbell => Spec(ChartKind.Dumbbell, "", 2) with
    {
        ReferenceValue = 0,
        ReferenceLabel = "‹ sämre   bättre ›",
        Series =
        [
            Series("Hemby", Emphasis.Us, Shown("Utsläpp", -0.8, "7,90"), Shown("Färdigställda bostäder i nybyggnad", 3, "6,72")),
            Series("Median", Emphasis.Reference, Shown("Utsläpp", 0, "4,83"), Shown("Färdigställda bostäder i nybyggnad", 0, "1,65")),
        ],
    };

    public static ChartSpec HeatMap => Spec(ChartKind.HeatMap, "antal nyheter", 0) with
    {
        Series =
        [
            Series("Sysselsättning och tillväxt", Emphasis.Context, Category("Regeringen", 112), Category("En källa vars namn är så långt att det måste brytas på flera rader", 7), Category("Nätverken", null, PointMark.Silent), Category("Parlamentet", null, PointMark.NotWatched)),
            Series("Klimat", Emphasis.Context, Category("Regeringen", 3), Category("En källa vars namn är så långt att det måste brytas på flera rader", 0), Category("Nätverken", null, PointMark.Silent), Category("Parlamentet", null, PointMark.NotWatched)),
            Series("Livslångt lärande", Emphasis.Context, Category("Regeringen", 0), Category("En källa vars namn är så långt att det måste brytas på flera rader", 25), Category("Nätverken", null, PointMark.Silent), Category("Parlamentet", null, PointMark.NotWatched)),
        ],
    };

    public static ChartSpec Timeline => Spec(ChartKind.Timeline, "", 0) with
    {
        Series =
        [
            Series("Riksdagen", Emphasis.Us, Due("Motioner 🎉", 27), Due("Ett mycket långt namn på en interpellationsdebatt om regionala utvecklingsmedel, strukturfonder och medfinansiering i västra Sverige efter 2027", 4)),
            Series("Kolada", Emphasis.Reference, Due("Sysselsättningsgrad", 84)),
        ],
    };

    public static ChartSpec Fan => Spec(ChartKind.Fan, "ton CO2e per invånare", 2) with
    {
        ReferenceValue = 4.5,
        ReferenceLabel = "riktvärde 4,5",
        Series =
        [
            Series("Hemby", Emphasis.Us,
            [
                Year(2010, 11.76), Year(2011, null), Year(2012, 10.9), Year(2013, 9.1, PointMark.Break), .. Enumerable.Range(0, 8).Select(i => Year(2014 + i, Math.Round(9 - (0.3 * i) + (i % 2 * 0.4), 1))),
                Year(2022, 6.9, PointMark.Provisional), .. Enumerable.Range(1, 4).Select(i => Ahead(2022 + i, Math.Round(6.9 - (0.2 * i), 1), 0.35 * Math.Sqrt(i))),
            ]),
        ],
    };

    private static ChartPoint Ahead(int year, double value, double spread) => Year(year, value) with
    {
        Bands = [.. new[] { (0.5, 0.67), (0.8, 1.28), (0.95, 1.96) }.Select(band => new ChartBand(band.Item1, Math.Round(value - (band.Item2 * spread), 3), Math.Round(value + (band.Item2 * spread), 3)))],
    };

    private static ChartSpec Spec(ChartKind kind, string unit, int decimals) => new()
    {
        Kind = kind,
        Title = "Åtgärder för ökad öppenhet",
        Subtitle = "Mått, enhet, plats och period",
        Unit = unit,
        Decimals = decimals,
        SourceLine = "Egen bearbetning av uppgifter från SCB.",
        Series = [],
        Evidence = [new Evidence { View = "observations", Source = "kolada", Record = "indicator=N00401" }],
    };

    private static ChartSeries Series(string name, Emphasis emphasis, params ChartPoint[] points) => new() { Name = name, Emphasis = emphasis, Points = points };

    private static ChartPoint Year(int year, double? value, PointMark mark = PointMark.None) =>
        new() { Label = Period.Year(year).Text, Period = Period.Year(year), Value = value, Mark = mark };

    private static ChartPoint Category(string name, double? value, PointMark mark = PointMark.None, string? note = null) =>
        new() { Label = name, Value = value, Mark = mark, Note = note };

    private static ChartPoint Shown(string name, double value, string display) => new() { Label = name, Value = value, Display = display };

    private static ChartPoint Due(string name, int days) => new() { Label = name, Date = new DateOnly(2026, 9, 5).AddDays(days) };
}
