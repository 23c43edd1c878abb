using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;

namespace Foresight.Plugins.Tests.PartnerIndicators;

/// <summary>A PxWeb service with one table of three variables, which answers as the real ones do: it refuses what is above its limit of cells, and codes that it does not have.</summary>
internal sealed class StatisticsOffice
{
    private static readonly string[] Names = ["Region", "ContentsCode", "Tid"];

    public int MostCells { get; init; } = 12;

    public int Regions { get; init; } = 7;

    /// <summary>How many cells each call asked for.</summary>
    public List<int> Calls { get; } = [];

    public string Updated { get; set; } = "2026-08-20T06:00:00Z";

    private string[][] All =>
    [
        [.. Enumerable.Range(1, Regions).Select(i => $"90{i:00}")],
        ["B1", "B2"],
        ["2024", "2025", "2026"],
    ];

    public (HttpStatusCode Status, string Body)? Answer(Uri url, string body)
    {
        if (url.AbsolutePath.EndsWith("/config", StringComparison.Ordinal))
            return Ok(new JsonObject { ["maxDataCells"] = MostCells, ["maxCallsPerTimeWindow"] = 30, ["timeWindow"] = 60, ["languages"] = Languages() });
        if (url.Query.Contains("config", StringComparison.Ordinal))
            return Ok(new JsonObject { ["maxValues"] = 99_999, ["maxCells"] = MostCells, ["maxCalls"] = 10, ["timeWindow"] = 10 });
        if (url.AbsolutePath.EndsWith("/metadata", StringComparison.Ordinal))
            return Ok(Cube(All, withCells: false));
        if (body.Length == 0 && !url.AbsolutePath.EndsWith("/data", StringComparison.Ordinal))
            return Ok(new JsonObject { ["title"] = "Tabell", ["variables"] = new JsonArray([.. Names.Select((name, i) => Variable(name, All[i]))]) });
        var asked = Asked(url, body);
        if (asked.Where((codes, i) => codes.Except(All[i]).Any()).Any())
            return (HttpStatusCode.BadRequest, """{"type":"Parameter error","title":"Non-existent value","status":400}""");
        Calls.Add(asked.Aggregate(1, (cells, codes) => cells * codes.Length));
        return Calls[^1] > MostCells ? (HttpStatusCode.Forbidden, """{"type":"Parameter error","title":"Too many cells selected","status":403}""") : Ok(Cube(asked, withCells: true));
    }

    private static JsonArray Languages() => [new JsonObject { ["id"] = "sv" }];

    private static JsonObject Variable(string name, string[] codes) => new()
    {
        ["code"] = name,
        ["text"] = name,
        ["values"] = Texts(codes),
        ["valueTexts"] = Texts(codes),
        ["time"] = name == "Tid",
    };

    /// <summary>From the address, or from the body in the form of either version.</summary>
    private static string[][] Asked(Uri url, string body)
    {
        if (body.Length == 0)
            return [.. Names.Select(name => HttpUtility.ParseQueryString(url.Query)[$"valueCodes[{name}]"]!.Split(','))];
        var root = JsonNode.Parse(body)!;
        return root["query"] is JsonArray query
            ? [.. query.Select(part => Strings(part!["selection"]!["values"]!))]
            : [.. root["selection"]!.AsArray().Select(part => Strings(part!["valueCodes"]!))];
    }

    /// <summary>Each value is a number that only its codes determine, so that a mistaken cell shows.</summary>
    public static double ValueOf(string region, string contents, string year) =>
        double.Parse(region[2..], System.Globalization.CultureInfo.InvariantCulture) * 1000 + (contents == "B1" ? 0 : 500) + int.Parse(year, System.Globalization.CultureInfo.InvariantCulture) % 100;

    private JsonObject Cube(string[][] codes, bool withCells)
    {
        var dimensions = new JsonObject();
        for (var i = 0; i < Names.Length; i++)
        {
            dimensions[Names[i]] = new JsonObject
            {
                ["category"] = new JsonObject
                {
                    ["index"] = new JsonObject(codes[i].Select((code, at) => KeyValuePair.Create<string, JsonNode?>(code, at))),
                    ["label"] = new JsonObject(codes[i].Select(code => KeyValuePair.Create<string, JsonNode?>(code, $"text {code}"))),
                },
            };
        }

        var cells = withCells ? codes[0].SelectMany(region => codes[1].SelectMany(contents => codes[2].Select(year => (JsonNode?)ValueOf(region, contents, year)))) : [];
        return new JsonObject
        {
            ["version"] = "2.0",
            ["class"] = "dataset",
            ["label"] = "Tabell",
            ["updated"] = Updated,
            ["id"] = Texts(Names),
            ["size"] = new JsonArray([.. codes.Select(one => (JsonNode?)one.Length)]),
            ["role"] = new JsonObject { ["time"] = Texts(["Tid"]), ["metric"] = Texts(["ContentsCode"]) },
            ["dimension"] = dimensions,
            ["value"] = new JsonArray([.. cells]),
        };
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);

    private static string[] Strings(JsonNode array) => [.. array.AsArray().Select(one => one!.GetValue<string>())];

    private static (HttpStatusCode Status, string Body) Ok(JsonObject body) => (HttpStatusCode.OK, body.ToJsonString(JsonSerializerOptions.Default));
}
