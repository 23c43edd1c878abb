using System.Text.Json;
using Foresight.Plugins.PolicyFeeds;
using Foresight.Plugins.PolicyFeeds.EurLex;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.PolicyFeeds;

public sealed class CellarSourceTests
{
    [Fact]
    public async Task Snapshot_AsSparqlRows_KeepsEveryTitleInTheBestLanguage()
    {
        using var snapshot = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.Path("captures", "feeds", "eurlex", "cellar-snapshot.json")));
        var acts = snapshot.RootElement.GetProperty("docs").EnumerateObject()
            .Select(act => (Celex: act.Name, Date: Texts(act.Value, "dates").Order().FirstOrDefault(), Sv: Texts(act.Value.GetProperty("titles"), "swe").Order().FirstOrDefault(), En: Texts(act.Value.GetProperty("titles"), "eng").Order().FirstOrDefault()))
            .Where(act => act.Date is not null && (act.Sv ?? act.En) is not null).ToList();
        using var harness = Harness(new CellarOptions { PageSize = 500 });
        harness.Web.Serve("*OFFSET%200%20*", Results(acts.SelectMany(act => new[] { Row(act.Celex, act.Date!, "SWE", act.Sv), Row(act.Celex, act.Date!, "ENG", act.En) })), contentType: "application/sparql-results+json")
            .Serve("*OFFSET%20500%20*", Results([]));

        var documents = await harness.ReadDocumentsAsync();

        Assert.True(acts.Count > 400);
        Assert.Equal(acts.Select(act => act.Celex), documents.Select(document => document.Id));
        Assert.All(acts.Zip(documents), pair => Assert.Equal(pair.First.Sv is null ? "en" : "sv", pair.Second.Language));
        Assert.All(acts.Zip(documents), pair => Assert.Equal(pair.First.Date, pair.Second.Published.ToString()));
    }

    [Fact]
    public async Task Rows_OfOneAct_AreOneDocument()
    {
        using var harness = Harness(new CellarOptions());
        harness.Web.Serve("*", Results(
            [
                Row("32026R1386", "2026-07-01", "ENG", "Regulation", "energy policy", "http://data.europa.eu/eli/reg/2026/1386/oj"),
                Row("32026R1386", "2026-07-01", "SWE", "Förordning", "energipolitik", "http://data.europa.eu/eli/reg/2026/1386/oj"),
                Row("32026R1386", "2026-07-01", "SWE", "Förordning", "avfall", "http://data.europa.eu/eli/reg/2026/1386/oj"),
            ]));

        var document = Assert.Single(await harness.ReadDocumentsAsync());

        Assert.Equal(("32026R1386", "Förordning", "sv", "decision"), (document.Id, document.Title, document.Language, document.Kind));
        Assert.Equal(["REG", "avfall", "energipolitik", "energy policy"], document.Categories);
        Assert.Equal("http://data.europa.eu/eli/reg/2026/1386/oj", document.Origin?.AbsoluteUri);
    }

    [Fact]
    public async Task Pages_AreTurnedByOffset_AndMoveTheCursor()
    {
        using var harness = Harness(new CellarOptions { PageSize = 2 });
        harness.Web.Serve("*OFFSET%200%20*", Results([Row("A", "2026-07-01", "SWE", "a"), Row("B", "2026-07-02", "SWE", "b")]))
            .Serve("*OFFSET%202%20*", Results([Row("C", "2026-07-03", "SWE", "c"), Row("D", "2026-08-20", "SWE", null)])).Serve("*OFFSET%204%20*", Results([]));

        var batches = await harness.ReadAsync();

        Assert.Equal(["acts=2026-07-02", "acts=2026-07-03"], batches.Select(batch => batch.Next?.Value));
        Assert.Equal("D", Assert.Single(batches[1].Rejections).Where);
        Assert.Equal(3, harness.Web.Requests.Count);
    }

    [Fact]
    public async Task Query_NamesDaysTypesAndConcepts()
    {
        using var first = Harness(new CellarOptions { Types = ["REG"], Concepts = ["5482"] });
        using var next = Harness(new CellarOptions());
        using var backfill = Harness(new CellarOptions());
        foreach (var harness in new[] { first, next, backfill })
            harness.Web.Serve("*", Results([]));

        await first.ReadAsync();
        await next.ReadAsync(new Cursor("acts=2026-08-31"));
        await backfill.ReadAsync(new Cursor("acts=2026-08-31"), new DayRange(new DateOnly(2024, 1, 1), new DateOnly(2024, 2, 1)));

        var query = Uri.UnescapeDataString(first.Web.Requests[0].Query);
        Assert.Contains("<http://publications.europa.eu/resource/authority/resource-type/REG>", query, StringComparison.Ordinal);
        Assert.Contains("<http://eurovoc.europa.eu/5482>", query, StringComparison.Ordinal);
        Assert.Contains("?date >= \"2026-06-07\"^^xsd:date && ?date < \"2026-09-06\"^^xsd:date", query, StringComparison.Ordinal);
        Assert.Contains("?date >= \"2026-08-01\"", Uri.UnescapeDataString(next.Web.Requests[0].Query), StringComparison.Ordinal);
        Assert.Contains("?date >= \"2024-01-01\"^^xsd:date && ?date < \"2024-02-01\"", Uri.UnescapeDataString(backfill.Web.Requests[0].Query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_WithoutResults_IsOneSentence()
    {
        using var harness = Harness(new CellarOptions());
        harness.Web.Serve("*", "{\"error\":1}", contentType: "application/json");

        var failure = await harness.FailAsync();

        Assert.Equal(Fault.Malformed, failure.Fault);
    }

    [Fact]
    public void Recognise_SparqlResults_ByTheirVariables()
    {
        Assert.NotNull(PluginHarness.Recognise<PolicyFeedsPlugin>("cellar", Results([])));
        Assert.Null(PluginHarness.Recognise<PolicyFeedsPlugin>("cellar", "{\"head\":{\"vars\":[\"x\"]}}"));
    }

    private static PluginHarness Harness(CellarOptions options) => PluginHarness.For<PolicyFeedsPlugin>("cellar", options);

    private static IEnumerable<string> Texts(JsonElement one, string name) =>
        one.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(text => text.GetString()!.Trim()) : [];

    private static string Results(IEnumerable<string> rows) => "{\"head\":{\"link\":[],\"vars\":[\"work\",\"celex\",\"date\"]},\"results\":{\"bindings\":[" + string.Join(',', rows) + "]}}";

    private static string Row(string celex, string date, string language, string? title, string? label = null, string? eli = null)
    {
        var cells = new Dictionary<string, string?>
        {
            ["work"] = "http://publications.europa.eu/resource/cellar/" + celex,
            ["celex"] = celex,
            ["date"] = date,
            ["type"] = "http://publications.europa.eu/resource/authority/resource-type/REG",
            ["language"] = "http://publications.europa.eu/resource/authority/language/" + language,
            ["title"] = title,
            ["label"] = label,
            ["eli"] = eli,
        };
        return JsonSerializer.Serialize(cells.Where(cell => cell.Value is not null).ToDictionary(cell => cell.Key, cell => new { type = "literal", value = cell.Value }));
    }
}
