using Foresight.Engine.Calendar;
using Foresight.Engine.Partners;
using Foresight.Engine.Registers;
using Foresight.Sdk;
using Foresight.Tests.Store;

namespace Foresight.Tests.Partners;

/// <summary>A small policy with made-up partners, and what is stored of them.</summary>
internal static class SomePartners
{
    public static DateOnly Today { get; } = new(2026, 9, 5);

    public static Policy Lillstad { get; } = new()
    {
        Id = "lillstad",
        Version = "1",
        HoldsFrom = new DateOnly(2024, 1, 1),
        Title = Same("Policy"),
        Organisation = new("Lillstads kommun", "Municipality of Lillstad"),
        FocusAreas = [new("growth", Same("tillväxt"), Same("tillväxt"), ["growth"])],
        PartnerKinds = [new("twin-towns", new("vänorter", "twin towns"))],
        Bodies = [new Body { Id = "board", Name = new("Kommunstyrelsen", "The Executive Board"), Kind = "executive-board" }],
        Cycle = new Cycle { Meetings = [new MeetingSeries("board") { Days = [new DateOnly(2026, 8, 1), new DateOnly(2026, 10, 14)] }] },
        Places =
        [
            Place("lillstad", "Lillstad", PlaceRole.Home, "SE", ("nuts3", "SE232")),
            Place("sweden", "Sverige", PlaceRole.Country, "SE", ("worldbank", "SWE"), ("wits", "SWE")) with { Name = new("Sverige", "Sweden") },
            Place("denmark", "Danmark", PlaceRole.Country, "DK", ("worldbank", "DNK"), ("wits", "DNK")) with { Name = new("Danmark", "Denmark") },
            Place("namibia", "Namibia", PlaceRole.Country, "NA", ("worldbank", "NAM"), ("wits", "NAM")),
            Place("aland-islands", "Åland", PlaceRole.Country, "AX"),
            Place("sandby", "Sandby", PlaceRole.TwinTown, "DK", ("nuts3", "DK041")),
            Place("torrberg", "Torrberg", PlaceRole.Partner, "NA") with { NoData = ["nuts3"], Since = 2001 },
            Place("skar", "Skär", PlaceRole.TwinTown, "AX"),
            Place("one", "One", PlaceRole.Peer, "FI", ("nuts3", "FI197")),
            Place("two", "Two", PlaceRole.Peer, "DE", ("nuts3", "DE721")),
        ],
        PeerGroups = [new("regions", "NUTS3", new("regionerna", "the regions"), 2026, ["sandby", "one", "two"])],
        Indicators =
        [
            Indicator("grp", "bruttoregionprodukten", "gross regional product") with { Peers = "regions", Kinds = SeriesKinds.CurrentPrices },
            Indicator("inflation", "inflationen", "inflation") with { Decimals = 1 },
            Indicator("loans", "utlåningen", "lending"),
        ],
        ProductWatch = new ProductWatch { Reporter = "sweden", SummarySource = "wits", Products = [] },
    };

    public static LocalText Same(string text) => new(text, text);

    public static Task PartnersAsync(this StoreFolder folder, params (string Id, Dictionary<string, string> Fields)[] rows) => folder.RowsAsync("partners", rows);

    public static Task RowsAsync(this StoreFolder folder, string register, params (string Id, Dictionary<string, string> Fields)[] rows) =>
        folder.LoadAsync("reg-" + register, new RegisterBatch { Register = register, EndsSnapshot = true, Rows = [.. rows.Select(row => new RegisterRow(row.Id, row.Fields))] });

    /// <summary>A row of the register: columns and values in turn.</summary>
    public static (string Id, Dictionary<string, string> Fields) Row(string id, params string[] fields) =>
        (id, new Dictionary<string, string>(fields.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]))) { ["id"] = id });

    public static (string Id, Dictionary<string, string> Fields) Sandby(params string[] fields) =>
        Row("sandby", ["organisation", "Sandby", "kind", "twin-towns", "country", "DK", "place", "sandby", .. fields]);

    public static async Task<IReadOnlyList<PartnerPage>> PagesAsync(this StoreFolder folder, Policy? policy = null) => await PartnerBook.ReadAsync(
        folder.Store.Tables, policy ?? Lillstad, await RegisterBook.ReadAsync(folder.Store.Tables), new MeetingCalendar(policy ?? Lillstad), Today);

    public static async Task<PartnerPage> PageAsync(this StoreFolder folder, string id, Policy? policy = null) => (await folder.PagesAsync(policy)).Single(page => page.Id == id);

    /// <summary>All that a page says, a line each.</summary>
    public static string Text(PartnerPage page, string language) => string.Join('\n', Lines(PartnerText.Of(page, Lillstad, language))).Replace('\u00A0', ' ');

    private static IEnumerable<string> Lines(PartnerText text) =>
    [
        text.Title,
        .. text.Facts.Select(fact => $"{fact.Name}: {fact.Text}"),
        .. text.Sections.SelectMany(section => section.Parts.SelectMany(SectionLines.Of).Prepend(section.Title)),
    ];

    private static Place Place(string id, string name, PlaceRole role, string country, params (string List, string Code)[] codes) => new()
    {
        Id = id,
        Name = Same(name),
        Role = role,
        Country = country,
        Codes = codes.ToDictionary(code => code.List, code => (IReadOnlyList<PlaceCode>)[new PlaceCode(code.Code)]),
    };

    private static Indicator Indicator(string id, string sv, string en) => new()
    {
        Id = id,
        Source = "s",
        Dataset = id,
        FocusAreas = ["growth"],
        Name = new(sv, en),
        Unit = new("enheter", "units"),
        Producer = "P",
        Why = Same("why"),
    };
}
