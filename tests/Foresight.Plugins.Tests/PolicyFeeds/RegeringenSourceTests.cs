using System.Text.Json;
using Foresight.Plugins.PolicyFeeds;
using Foresight.Plugins.PolicyFeeds.Government;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.PolicyFeeds;

public sealed class RegeringenSourceTests
{
    [Fact]
    public async Task Capture_Read_IsKeyedByItsPage()
    {
        using var harness = PluginHarness.For<PolicyFeedsPlugin>("regeringen", new RegeringenOptions { Types = ["regeringsuppdrag"], Departments = ["utbildning"] });
        harness.Web.ServeFile("https://www.regeringen.se/Filter/RssFeed?*preFilteredCategories=1342*filteredContentCategories=1294*", SharedFolder.Path("captures", "feeds", "regeringen", "regeringen-uppdrag.HEAD-13-items.rss.xml"), "text/xml");

        // The capture is the head of a feed and breaks off behind its 13th item.
        var batches = await harness.ReadUntilFailureAsync();

        var documents = batches.Cast<DocumentBatch>().SelectMany(batch => batch.Documents).ToList();
        Assert.Equal(13, documents.Count);
        Assert.All(documents, document => Assert.StartsWith("/regeringsuppdrag/", document.Id, StringComparison.Ordinal));
        Assert.All(documents, document => Assert.Equal(("decision", "sv"), (document.Kind, document.Language)));
        Assert.All(documents, document => Assert.DoesNotContain('\n', document.Text));
    }

    [Fact]
    public async Task Page_WithAndWithoutSlash_IsOneItemOfItsOwnKind()
    {
        using var harness = PluginHarness.For<PolicyFeedsPlugin>("regeringen", new RegeringenOptions { Types = ["prop", "sou"] });
        harness.Web.Serve("*Categories=1329*", Rss(Item("/x/2026/06/ett/", "1329"))).Serve("*Categories=1331*", Rss(Item("/x/2026/06/ett", "1329") + Item("/x/2026/06/tva", "1331")));

        var documents = await harness.ReadDocumentsAsync();

        Assert.Equal([("/x/2026/06/ett", "bill"), ("/x/2026/06/tva", "report")], documents.Select(document => (document.Id, document.Kind)));
    }

    [Fact]
    public async Task Listing_OfSeveralPages_IsReadToItsTotal()
    {
        using var harness = Listing();
        harness.Web.Serve("*page=1", Page(3, Entry("/prop/2026/06/c", "2026-06-09"), Entry("/prop/2026/06/b/", "2026-06-02"))).Serve("*page=2", Page(3, Entry("/prop/2026/05/a", "2026-05-20")));

        var batches = await harness.ReadAsync();

        var documents = batches.Cast<DocumentBatch>().SelectMany(batch => batch.Documents).ToList();
        Assert.Equal(["/prop/2026/06/c", "/prop/2026/06/b", "/prop/2026/05/a"], documents.Select(document => document.Id));
        Assert.Equal([null, "prop=2026-06-09"], batches.Select(batch => batch.Next?.Value));
        Assert.Equal("Ett exempel & mer, Prop. 2025/26:1", documents[0].Title);
        Assert.Equal("2026-06-09", documents[0].Published.ToString());
        Assert.Equal(["Proposition", "Justitiedepartementet"], documents[0].Categories);
        Assert.Equal("https://www.regeringen.se/prop/2026/06/c", documents[0].Origin?.AbsoluteUri);
    }

    [Fact]
    public async Task Listing_WithACursor_EndsBehindItsLag()
    {
        using var harness = Listing();
        harness.Web.Serve("*page=1", Page(500, Entry("/c", "2026-06-09"))).Serve("*page=2", Page(500, Entry("/b", "2026-05-01"))).Serve("*page=3", Page(500, Entry("/a", "2026-04-01")));

        await harness.ReadAsync(new Cursor("prop=2026-05-20"));

        Assert.Equal(2, harness.Web.Requests.Count);
    }

    [Fact]
    public async Task Listing_ThatRepeatsAPage_Ends()
    {
        using var harness = Listing();
        harness.Web.Serve("*", Page(500, Entry("/c", "2026-06-09")));

        var documents = await harness.ReadDocumentsAsync();

        Assert.Single(documents);
        Assert.Equal(2, harness.Web.Requests.Count);
    }

    [Fact]
    public void Options_WithUnknownNames_SayWhichThereAre()
    {
        var problems = new RegeringenOptions { Types = ["propp"], Departments = ["klimat"] }.Validate(new System.ComponentModel.DataAnnotations.ValidationContext(this)).Select(problem => problem.ErrorMessage).ToList();

        Assert.Equal(2, problems.Count);
        Assert.Contains("'propp' is none; there are prop,", problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Recognise_TheListing_ByItsEnvelope()
    {
        Assert.NotNull(PluginHarness.Recognise<PolicyFeedsPlugin>("regeringen", Page(1, Entry("/c", "2026-06-09"))));
        Assert.Null(PluginHarness.Recognise<PolicyFeedsPlugin>("regeringen", "{\"Message\":\"no\"}"));
    }

    private static PluginHarness Listing() => PluginHarness.For<PolicyFeedsPlugin>("regeringen", new RegeringenOptions { Types = ["prop"], Listing = true });

    private static string Page(int total, params string[] entries) =>
        JsonSerializer.Serialize(new { Message = $"<ul class=\"list--block\">{string.Concat(entries)}</ul>", TotalCount = total });

    private static string Entry(string path, string day) =>
        $"<li><div class=\"sortcompact\">\n<a href=\"{path}\">\n Ett exempel &amp; mer, Prop. 2025/26:1</a>\n<div class=\"block--timeLinks\"><p>Publicerad <time datetime=\"{day}\">dag</time> · <a href=\"/tx/1329\">Proposition</a> från <a href=\"/tx/1287\">Justitiedepartementet</a></p></div></div></li>";

    private static string Item(string path, string type) =>
        $"<item><guid isPermaLink=\"false\">{path}</guid><link>https://www.regeringen.se{path}</link><category domain=\"{type}\">x</category><title>t</title><description>rad\netta</description></item>";

    private static string Rss(string items) => $"<rss version=\"2.0\"><channel><title>RSS - Regeringen.se</title>{items}</channel></rss>";
}
