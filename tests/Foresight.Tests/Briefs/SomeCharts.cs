using System.Globalization;
using Foresight.Engine.Briefs;
using Foresight.Engine.Charts;
using Foresight.Sdk;

namespace Foresight.Tests.Briefs;

/// <summary>Charts of the kinds that a board's brief has, drawn as the program draws them.</summary>
public static class SomeCharts
{
    private static readonly int[] Years = [2015, 2017, 2019, 2020, 2021, 2022];

    // Drawn once for all tests: drawing is the charts' own matter.
    private static readonly Lazy<IReadOnlyList<BriefChart>> Swedish = new(() => Drawn("sv"));
    private static readonly Lazy<IReadOnlyList<BriefChart>> English = new(() => Drawn("en"));

    public static IReadOnlyList<BriefChart> In(string language) => (language == "sv" ? Swedish : English).Value;

    private static IReadOnlyList<BriefChart> Drawn(string language) =>
    [
        Chart("eu-money", EuMoney(language), language),
        Chart("emissions", Emissions(language), language),
        Chart("attention", Attention(language), language),
        Chart("partners", Partners(language), language),
        Chart("dates", Dates(language), language),
    ];

    private static BriefChart Chart(string id, ChartSpec spec, string language) =>
        new(id, ChartRenderer.Render(spec, language, [.. SomeBrief.Policy.FocusAreas.Select(area => area.Id)]), spec, null);

    private static ChartSpec EuMoney(string language)
    {
        (string Name, double Value)[] places =
        [
            ("Bergby", 61.4), ("Norrvik", 44.9), ("Sjöstad", 38.2), ("Ängelunda", 25.3), ("Lindåker", 19.6), ("Marstrup", 14.4), ("Trollvik", 12.9),
            ("Åmotfors", 11.9), ("Tanumby", 9.3), ("Grästorpa", 7.7), ("Mellby", 5.1), ("Färgeland", 4.0), ("Orusta", 2.2), ("Lillstad", 1.2),
        ];
        return new ChartSpec
        {
            Kind = ChartKind.Bars,
            Title = Say(language, "Lillstad får minst EU-pengar per invånare av 14 kommuner", "Lillstad receives the least EU money per inhabitant of 14 municipalities"),
            Subtitle = Say(language, "Beviljat EU-stöd till kommunen i Interregprojekt, euro per invånare, 2021–2027", "EU funding granted to the municipality in Interreg projects, euro per inhabitant, 2021–2027"),
            Unit = Say(language, "euro per invånare", "euro per inhabitant"),
            Decimals = 1,
            Series = [new ChartSeries { Name = Say(language, "Stöd", "Funding"), Points = [.. places.Select(place => new ChartPoint { Label = place.Name, Value = place.Value, Mark = place.Name == "Lillstad" ? PointMark.Highlight : PointMark.None })] }],
            SourceLine = Say(language, "Egen bearbetning av uppgifter från Interregbarometern, hämtade 5 september 2026", "Own processing of data from Interregbarometern, fetched 5 September 2026"),
            Notes = [Say(language, "Inte officiell statistik. En budget på noll betyder att beloppet är okänt.", "Not official statistics. A budget of zero means that the amount is unknown.")],
            Evidence = [.. places.Select(place => new Evidence { View = "documents", Source = "interreg", Record = $"partner={place.Name} period=2021-2027", Value = place.Value, Formula = "sum of budgets / inhabitants", LoadId = "load-interreg" }),
                new Evidence { View = "documents", Source = "interreg", Record = "partners", Value = 14, Formula = "count of municipalities", LoadId = "load-interreg" }],
        };
    }

    private static ChartSpec Emissions(string language)
    {
        double?[] us = [7.19, 7.4, 7.55, null, 7.7, 7.9];
        double?[] country = [5.43, 5.2, 4.9, 4.5, 4.6, 4.29];
        return new ChartSpec
        {
            Kind = ChartKind.Line,
            Title = Say(language, "Lillstads utsläpp ökade till 7,90 ton per invånare 2022 medan rikets minskade", "Lillstad's emissions rose to 7.90 tonnes per inhabitant in 2022 while the country's fell"),
            Subtitle = Say(language, "Utsläpp av växthusgaser, ton CO2e per invånare, 2015–2022", "Greenhouse gas emissions, tonnes CO2e per inhabitant, 2015–2022"),
            Unit = Say(language, "ton per invånare", "tonnes per inhabitant"),
            Decimals = 2,
            Series =
            [
                new ChartSeries { Name = "Lillstad", Emphasis = Emphasis.Us, Points = Yearly(us) },
                new ChartSeries { Name = Say(language, "Riket", "Sweden"), Emphasis = Emphasis.Reference, Points = Yearly(country) },
            ],
            SourceLine = Say(language, "Källa: Kolada (RKA), hämtad 5 september 2026", "Source: Kolada (RKA), fetched 5 September 2026"),
            Notes = [Say(language, "En enda anläggning väger tungt. Uppgift saknas för 2020.", "A single plant weighs heavily. No figure for 2020.")],
            Evidence = [.. Stored("1487", us), .. Stored("0000", country)],
        };
    }

    private static ChartSpec Attention(string language)
    {
        var series = SomeBrief.Policy.FocusAreas.Select((area, place) => new ChartSeries
        {
            Name = area.ShortName.In(language),
            Emphasis = Emphasis.FocusArea,
            FocusArea = area.Id,
            Points = [.. Enumerable.Range(1, 8).Select(month => new ChartPoint { Label = "2026-0" + month, Period = Period.Month(2026, month), Value = ((month * (place + 3)) % 5) + 1 })],
        }).ToList();
        return new ChartSpec
        {
            Kind = ChartKind.StackedColumns,
            Title = Say(language, "Nyheterna om kretslopp blev fler under sommaren", "News about cycles grew over the summer"),
            Subtitle = Say(language, "Texter per månad och fokusområde, antal, januari–augusti 2026", "Texts per month and focus area, count, January–August 2026"),
            Unit = "",
            Series = series,
            SourceLine = Say(language, "Egen bearbetning av uppgifter från regeringen.se och EU-kommissionen", "Own processing of data from regeringen.se and the European Commission"),
            Evidence = [.. series.SelectMany(one => one.Points.Select(point => new Evidence { View = "classifications", Source = "regeringen", Record = $"focus_area={one.FocusArea} period={point.Period}", Value = point.Value, Formula = "count" }))],
        };
    }

    private static ChartSpec Partners(string language)
    {
        (string Sv, string En, double? Export, double? Import)[] partners = [("Tyskland", "Germany", 17.1, 27.8), ("Norge", "Norway", 17.2, 14.1), ("Danmark", "Denmark", 11.1, 10.6), ("USA", "USA", 12.8, null)];
        ChartSeries Flow(string name, Emphasis emphasis, Func<(string Sv, string En, double? Export, double? Import), double?> value) => new()
        {
            Name = name,
            Emphasis = emphasis,
            Points = [.. partners.Select(partner => new ChartPoint { Label = Say(language, partner.Sv, partner.En), Value = value(partner), Note = value(partner) is null ? Say(language, "inte bland de fem största", "not among the top five") : null })],
        };
        return new ChartSpec
        {
            Kind = ChartKind.GroupedBars,
            Title = Say(language, "Norge och Tyskland är Sveriges största marknader", "Norway and Germany are Sweden's largest markets"),
            Subtitle = Say(language, "Sveriges handel med varor, miljarder dollar, 2019", "Sweden's trade in goods, billion dollars, 2019"),
            Unit = Say(language, "miljarder dollar", "billion dollars"),
            Decimals = 1,
            Series = [Flow(Say(language, "Export", "Exports"), Emphasis.Us, partner => partner.Export), Flow(Say(language, "Import", "Imports"), Emphasis.Reference, partner => partner.Import)],
            SourceLine = Say(language, "Källa: World Bank, WITS", "Source: World Bank, WITS"),
            Evidence = [.. partners.SelectMany(partner => new[] { partner.Export, partner.Import }.OfType<double>().Select(value => new Evidence { View = "observations", Source = "wits", Record = $"counterpart_area={partner.En} period=2019", Value = value }))],
        };
    }

    private static ChartSpec Dates(string language) => new()
    {
        Kind = ChartKind.Timeline,
        Title = Say(language, "Riksdagen beslutar om textil den 24 september 2026".Replace("24 september", "24\u00A0september", StringComparison.Ordinal), "Parliament decides on textiles on 24\u00A0September 2026"),
        Subtitle = Say(language, "Planerade beslut, 2026", "Planned decisions, 2026"),
        Unit = "",
        Series = [new ChartSeries { Name = Say(language, "Riksdagen", "Parliament"), Points = [new ChartPoint { Label = "Textil", Date = new DateOnly(2026, 9, 24) }, new ChartPoint { Label = "Vuxenutbildning", Date = new DateOnly(2026, 10, 14) }] }],
        SourceLine = Say(language, "Källa: riksdagen", "Source: the parliament"),
        Evidence = [new Evidence { View = "documents", Source = "regeringen", Record = "p1" }, new Evidence { View = "documents", Source = "regeringen", Record = "p2" }],
    };

    private static List<ChartPoint> Yearly(double?[] values) =>
        [.. Years.Select((year, i) => new ChartPoint { Label = year.ToString(CultureInfo.InvariantCulture), Value = values[i], Period = Period.Year(year) })];

    private static IEnumerable<Evidence> Stored(string area, double?[] values) => Years.Select((year, i) => (year, Value: values[i])).Where(pair => pair.Value is not null).Select(pair => new Evidence
    {
        View = "observations",
        Source = "kolada",
        LoadId = "load-kolada",
        Answer = 0,
        Value = pair.Value,
        Record = $"dataset=kolada indicator=N00401 ref_area={area} period={pair.year}",
    });

    private static string Say(string language, string swedish, string english) => language == "sv" ? swedish : english;
}
