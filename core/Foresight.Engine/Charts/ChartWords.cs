namespace Foresight.Engine.Charts;

/// <summary>The fixed words of charts and their alternative texts.</summary>
internal sealed record ChartWords
{
    public required string NoData { get; init; }

    public required string Provisional { get; init; }

    public required string Break { get; init; }

    public required string Period { get; init; }

    public required string Category { get; init; }

    public required string Date { get; init; }

    public required string Item { get; init; }

    public required string Kind { get; init; }

    public required string Note { get; init; }

    public required string Shown { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required string Highest { get; init; }

    public required string Lowest { get; init; }

    public required string Our { get; init; }

    public required string OnlyValue { get; init; }

    public required string Notes { get; init; }

    public required string Forecast { get; init; }
    public required string NotWatched { get; init; }

    public required string Silent { get; init; }

    public required string NothingCame { get; init; }

    public required IReadOnlyDictionary<Sdk.ChartKind, string> Kinds { get; init; }

    public static ChartWords In(string language) => language switch
    {
        "sv" => Swedish,
        "en" => English,
        _ => throw new ArgumentException($"Charts are drawn in sv or en, not '{language}'.", nameof(language)),
    };

    private static ChartWords Swedish { get; } = new()
    {
        NoData = "ingen uppgift",
        Provisional = "(preliminärt)",
        Break = "tidsseriebrott",
        Period = "Period",
        Category = "Kategori",
        Date = "Datum",
        Item = "Händelse",
        Kind = "Slag",
        Note = "Anmärkning",
        Shown = "som visat",
        From = "från",
        To = "till",
        Highest = "högst",
        Lowest = "lägst",
        Our = "vår egen",
        OnlyValue = "endast ett värde",
        Notes = "Att veta:",
        Forecast = "prognos",
        NotWatched = "inte bevakat",
        Silent = "källan tyst eller oläsbar",
        NothingCame = "bevakat, inget kom",
        Kinds = new Dictionary<Sdk.ChartKind, string>
        {
            [Sdk.ChartKind.Line] = "Linjediagram",
            [Sdk.ChartKind.Bars] = "Stapeldiagram",
            [Sdk.ChartKind.GroupedBars] = "Grupperat stapeldiagram",
            [Sdk.ChartKind.StackedColumns] = "Staplade kolumner över tid",
            [Sdk.ChartKind.Dumbbell] = "Punktdiagram med avstånd",
            [Sdk.ChartKind.Timeline] = "Tidslinje",
            [Sdk.ChartKind.Fan] = "Linjediagram med prognosband",
            [Sdk.ChartKind.HeatMap] = "Rutkarta",
        },
    };

    private static ChartWords English { get; } = new()
    {
        NoData = "no data",
        Provisional = "(provisional)",
        Break = "break in series",
        Period = "Period",
        Category = "Category",
        Date = "Date",
        Item = "Event",
        Kind = "Kind",
        Note = "Note",
        Shown = "as shown",
        From = "from",
        To = "to",
        Highest = "highest",
        Lowest = "lowest",
        Our = "our own",
        OnlyValue = "one value only",
        Notes = "Note:",
        Forecast = "forecast",
        NotWatched = "not watched",
        Silent = "source silent or unreadable",
        NothingCame = "watched, nothing came",
        Kinds = new Dictionary<Sdk.ChartKind, string>
        {
            [Sdk.ChartKind.Line] = "Line chart",
            [Sdk.ChartKind.Bars] = "Bar chart",
            [Sdk.ChartKind.GroupedBars] = "Grouped bar chart",
            [Sdk.ChartKind.StackedColumns] = "Stacked columns over time",
            [Sdk.ChartKind.Dumbbell] = "Dot chart with distances",
            [Sdk.ChartKind.Timeline] = "Timeline",
            [Sdk.ChartKind.Fan] = "Line chart with forecast bands",
            [Sdk.ChartKind.HeatMap] = "Heat map",
        },
    };
}
