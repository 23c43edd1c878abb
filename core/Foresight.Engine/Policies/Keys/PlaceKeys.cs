using Foresight.Engine.Policies.Shapes;
using Foresight.Sdk;

namespace Foresight.Engine.Policies.Keys;

/// <summary>The keys of places and peer groups.</summary>
internal static class PlaceKeys
{
    private static readonly TextOrMapShape Code = new(
        SharedShapes.Text,
        text => new PlaceCode(text),
        new MapShape(
            "placeCode",
            (values, _) => new PlaceCode(values.The<string>("code"), values.Maybe<string>("vintage")),
            Key.Must("code", SharedShapes.Text, "The code."),
            Key.May("vintage", SharedShapes.Text, "The vintage of the code list, such as NUTS 2024.")));

    public static ListShape Places { get; } = new(
        new MapShape(
            "place",
            Build,
            Key.Must("id", SharedShapes.NewId(Kinds.Place), "The id."),
            Key.Must("name", SharedShapes.Local, "The name."),
            Key.Must("role", ScalarShape.WordOf(typeof(PlaceRole)), "What the place is to us; exactly one place is home."),
            Key.Must("country", new TextShape { Pattern = "^[A-Z]{2}$", PatternMeans = "an ISO 3166 code of two capitals" }, "ISO 3166 alpha-2 country."),
            Key.May("codes", new DictionaryShape(new ListShape(Code, atLeast: 1)), "The codes by code list: kolada, nuts3, nuts2, eurostat, worldbank, wits, comext, interreg. Quote codes of digits."),
            Key.May("noData", new ListShape(SharedShapes.Text), "Code lists for which the place is known to have no data."),
            Key.May("since", ScalarShape.Whole, "The year since which we work together."),
            Key.May("note", SharedShapes.Local, "What to know of it.")),
        atLeast: 1);

    public static ListShape PeerGroups { get; } = new(new MapShape(
        "peerGroup",
        (values, _) => new PeerGroup(values.The<string>("id"), values.The<string>("code"), values.The<LocalText>("name"), values.The<int>("year"), values.List<string>("members")),
        Key.Must("id", SharedShapes.NewId(Kinds.PeerGroup), "The id."),
        Key.Must("code", SharedShapes.Text, "The producer's code, such as G37583."),
        Key.Must("name", SharedShapes.Local, "The name."),
        Key.Must("year", ScalarShape.Whole, "The year for which its producer drew it."),
        Key.Must("members", new ListShape(SharedShapes.IdOf(Kinds.Place), atLeast: 1), "Ids of places, without our own.")));

    private static Place? Build(Values values, ReadingContext context)
    {
        var codes = (values.Maybe<Dictionary<string, object?>>("codes") ?? [])
            .ToDictionary(list => list.Key, list => (IReadOnlyList<PlaceCode>)[.. ((IEnumerable<object?>)list.Value!).Cast<PlaceCode>()], StringComparer.Ordinal);
        var noData = values.List<string>("noData");
        foreach (var both in noData.Where(codes.ContainsKey))
        {
            context.Report(values.Node.Find("noData")!.Line, $"'{both}' stands both in 'codes' and in 'noData'; keep one.");
        }

        return new Place
        {
            Id = values.The<string>("id"),
            Name = values.The<LocalText>("name"),
            Role = values.The<PlaceRole>("role"),
            Country = values.The<string>("country"),
            Codes = codes,
            NoData = noData,
            Since = values.Number<int>("since"),
            Note = values.Maybe<LocalText>("note"),
        };
    }
}
