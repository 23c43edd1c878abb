using System.Net;
using Foresight.Plugins.PolicyFeeds;
using Foresight.Plugins.PolicyFeeds.PressCorner;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.PolicyFeeds;

public sealed class PressCornerSourceTests
{
    [Fact]
    public async Task Capture_WithoutDocuments_IsStoredFromTheListAndAskedForAgain()
    {
        using var harness = Harness(new PressCornerOptions(), File.ReadAllText(SharedFolder.Path("captures", "feeds", "ec", "presscorner-rss-default-2026-09-04.xml")));

        var batches = await harness.ReadAsync();

        var documents = batches.Cast<DocumentBatch>().SelectMany(batch => batch.Documents).ToList();
        Assert.Equal(10, documents.Count);
        Assert.All(documents, document => Assert.Equal("summary-only", document.Status));
        Assert.Equal("2026-09-03", Assert.Single(documents, document => document.Id == "ip_26_1769").Published.ToString());
        Assert.Null(batches[^1].Next);
        Assert.Equal(4, harness.Web.Requests.Count);
    }

    [Fact]
    public async Task NewReleases_OldestFirst_HaveTextAndPolicyAreas()
    {
        using var harness = Harness(new PressCornerOptions(), List(Item("speech_26_12", "4"), Item("ip_26_11", "3")));
        Documents(harness, "IP/26/11", "en", "Whole <b>text</b> of 11", "EN");
        Documents(harness, "SPEECH/26/12", "en", "Whole text of 12", "EN");

        var documents = await harness.ReadDocumentsAsync();

        Assert.Equal([("ip_26_11", "press-release"), ("speech_26_12", "speech")], documents.Select(document => (document.Id, document.Kind)));
        Assert.Equal("Whole text of 11", documents[0].Text);
        Assert.Equal(["Environment"], documents[0].Categories);
        Assert.Equal("https://ec.europa.eu/commission/presscorner/detail/en/ip_26_11", documents[0].Origin?.AbsoluteUri);
        Assert.Null(documents[0].Status);
    }

    [Fact]
    public async Task SecondRun_AsksOnlyForWhatIsNewOrChanged()
    {
        using var first = Harness(new PressCornerOptions(), List(Item("ip_26_2", "2"), Item("ip_26_1", "1")));
        using var second = Harness(new PressCornerOptions(), List(Item("ip_26_3", "3"), Item("ip_26_2", "2"), Item("ip_26_1", "1", "changed")));
        using var third = Harness(new PressCornerOptions(), List(Item("ip_26_3", "3"), Item("ip_26_2", "2"), Item("ip_26_1", "1", "changed")));
        foreach (var harness in new[] { first, second, third })
            harness.Web.Serve("*/api/documents*", Json("text", "EN"), contentType: "application/json");

        var cursor = (await first.ReadAsync())[^1].Next;
        var changed = await second.ReadAsync(cursor);
        var nothing = await third.ReadAsync(changed[^1].Next);

        Assert.Equal(["ip_26_1", "ip_26_3"], changed.Cast<DocumentBatch>().SelectMany(batch => batch.Documents).Select(document => document.Id));
        Assert.Equal(3, second.Web.Requests.Count);
        Assert.Empty(nothing.Cast<DocumentBatch>().SelectMany(batch => batch.Documents));
        Assert.Single(third.Web.Requests);
    }

    [Fact]
    public async Task Run_StoppedAfterAnyBatch_GoesOnWithTheRest()
    {
        using var first = Harness(new PressCornerOptions(), List(Item("ip_26_3", "3"), Item("ip_26_2", "2"), Item("ip_26_1", "1")));
        using var second = Harness(new PressCornerOptions(), List(Item("ip_26_3", "3"), Item("ip_26_2", "2"), Item("ip_26_1", "1")));
        foreach (var harness in new[] { first, second })
            harness.Web.Serve("*/api/documents*", Json("text", "EN"), contentType: "application/json");

        var stopped = (await first.ReadAsync())[0].Next;
        var rest = await second.ReadDocumentsAsync(stopped);

        Assert.Equal(["ip_26_2", "ip_26_3"], rest.Select(document => document.Id));
    }

    [Fact]
    public async Task Gap_SinceTheLastRun_IsReadOverSeveralPages()
    {
        using var first = Harness(new PressCornerOptions(), List(Item("ip_26_1", "1")));
        first.Web.Serve("*/api/documents*", Json("text", "EN"), contentType: "application/json");
        using var second = Harness(new PressCornerOptions());
        second.Web.Serve("*api/rss*page=2", List(Item("ip_26_2", "2"), Item("ip_26_1", "1"))).Serve("*api/rss*", List(Item("ip_26_4", "4"), Item("ip_26_3", "3")))
            .Serve("*/api/documents*", Json("text", "EN"), contentType: "application/json");

        var cursor = (await first.ReadAsync())[^1].Next;
        var documents = await second.ReadDocumentsAsync(cursor);

        Assert.Equal(["ip_26_2", "ip_26_3", "ip_26_4"], documents.Select(document => document.Id));
    }

    [Fact]
    public async Task Language_ThatTheReleaseHas_IsTakenAndElseEnglish()
    {
        using var harness = Harness(new PressCornerOptions { Languages = ["sv", "en"] }, List(Item("ip_26_2", "2"), Item("ip_26_1", "1")));
        Documents(harness, "IP/26/1", "en", "English", "EN\",\"SV");
        Documents(harness, "IP/26/1", "sv", "Svenska", "EN\",\"SV");
        Documents(harness, "IP/26/2", "en", "English", "EN");

        var documents = await harness.ReadDocumentsAsync();

        Assert.Equal([("sv", "Svenska"), ("en", "English")], documents.Select(document => (document.Language!, document.Text)));
    }

    [Fact]
    public async Task List_ThatCannotBeRead_FailsTheRun()
    {
        using var harness = Harness(new PressCornerOptions());
        harness.Web.Serve("*", "", HttpStatusCode.BadGateway);

        var failure = await harness.FailAsync();

        Assert.Equal((Fault.ServerFault, Recovery.Retry), (failure.Fault, failure.Recovery));
    }

    private static PluginHarness Harness(PressCornerOptions options, string? list = null)
    {
        var harness = PluginHarness.For<PolicyFeedsPlugin>("ec-press", options);
        if (list is not null)
            harness.Web.Serve("*/api/rss*", list, contentType: "application/xml");
        return harness;
    }

    private static void Documents(PluginHarness harness, string reference, string language, string html, string languages) =>
        harness.Web.Serve($"*/api/documents?language={language}&reference={reference}", Json(html, languages), contentType: "application/json");

    private static string Json(string html, string languages) =>
        $$"""{ "refCd":"x","languages":["{{languages}}"],"policiesResource":[{"code":"ENVIRO","description":"Environment"}],"docuLanguageResource":{"title":"Title","subtitle":null,"htmlContent":"<p>{{html}}</p>"} }""";

    private static string Item(string id, string day, string text = "text") =>
        $"<item><title>{id}</title><link>https://ec.europa.eu/commission/presscorner/detail/en/{id}</link><description>{text}</description><category>POLICY_AREA=ENVIRO</category><pubDate>0{day} Aug 2026 07:28:08 GMT</pubDate><guid>https://ec.europa.eu/commission/presscorner/detail/en/{id}</guid></item>";

    private static string List(params string[] items) => $"<rss version=\"2.0\"><channel><title>Press releases - RSS</title><language>EN</language>{string.Concat(items)}</channel></rss>";
}
