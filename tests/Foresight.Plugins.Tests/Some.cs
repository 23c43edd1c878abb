using Foresight.Sdk;

namespace Foresight.Plugins.Tests;

/// <summary>Values for tests: a small policy with a home, a group of peers and the country.</summary>
internal static class Some
{
    public static readonly string[] PeerCodes = ["1401", "1402", "1407", "1415", "1419", "1421", "1427"];

    public static LocalText Text(string sv, string? en = null) => new(sv, en ?? sv);

    public static Place Place(string id, PlaceRole role, string kolada, params string[] organisations) => new()
    {
        Id = id,
        Name = Text(char.ToUpperInvariant(id[0]) + id[1..]),
        Role = role,
        Country = "SE",
        Codes = new Dictionary<string, IReadOnlyList<PlaceCode>>
        {
            ["kolada"] = [new PlaceCode(kolada)],
            ["interreg"] = [.. organisations.Select(name => new PlaceCode(name))],
        },
    };

    public static Indicator Indicator(string id, Direction good = Direction.Up, SeriesKinds kinds = SeriesKinds.Annual) => new()
    {
        Id = id,
        Source = "kolada",
        Dataset = "kolada",
        FocusAreas = ["growth"],
        Name = Text("lån från bibliotek", "loans from libraries"),
        Unit = Text("lån per invånare", "loans per inhabitant"),
        Decimals = 2,
        Good = good,
        Kinds = kinds,
        Noise = 0.37,
        Peers = "peers",
        Producer = "Kungliga biblioteket",
        Why = Text("kultur", "culture"),
    };

    public static Policy Policy(params Indicator[] indicators) => new()
    {
        Id = "test",
        Version = "1",
        HoldsFrom = new DateOnly(2024, 1, 1),
        Title = Text("Policy"),
        Organisation = Text("Kommunen"),
        FocusAreas =
        [
            Area("growth", "Tillväxt", "Growth"), Area("climate", "Klimat", "Climate"), Area("learning", "Lärande", "Learning"),
        ],
        Places =
        [
            Place("hemby", PlaceRole.Home, "1487", "Hembys kommun"),
            .. PeerCodes.Select((code, i) => Place("granne" + (char)('a' + i), PlaceRole.Peer, code, $"Granne{(char)('a' + i)}s kommun")),
            Place("riket", PlaceRole.Country, "0000"),
        ],
        PeerGroups = [new PeerGroup("peers", "G1", Text("Liknande kommuner", "Similar municipalities"), 2025, [.. PeerCodes.Select((_, i) => "granne" + (char)('a' + i))])],
        Indicators = indicators,
    };

    public static FocusArea Area(string id, string sv, string en) => new(id, Text(sv, en), Text(sv, en), []);
}
