using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using Xunit;

namespace Foresight.Tests.Briefs;

/// <summary>What every reader's browser and screen reader needs of the page.</summary>
public sealed class BriefPageTests
{
    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task Headings_OfAWholeBrief_LeaveNoLevelOut(string language)
    {
        using var tables = SomeBrief.Tables();

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, language));

        var levels = brief.Page.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels.Count(level => level == 1));
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.Second} follows h{pair.First}"));
        Assert.Equal(language, brief.Page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task Landmarks_OfAWholeBrief_AreThereOnceAndReached(string language)
    {
        using var tables = SomeBrief.Tables();

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, language));

        var page = brief.Page;
        Assert.All(new[] { "header", "nav", "main", "footer" }, name => Assert.Single(page.QuerySelectorAll(name)));
        Assert.Equal("#content", page.Body!.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("content", page.QuerySelector("main")!.Id);
        var ids = page.All.Where(element => element.Id is not null).Select(element => element.Id!).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
        Assert.All(page.QuerySelectorAll("[aria-labelledby]"), element => Assert.Contains(element.GetAttribute("aria-labelledby")!, ids));
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task PicturesAndTables_OfAWholeBrief_SayWhatTheyAre(string language)
    {
        using var tables = SomeBrief.Tables();

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, language));

        var page = brief.Page;
        var figures = page.QuerySelectorAll("figure");
        Assert.Equal(5, figures.Length);
        Assert.All(figures, figure =>
        {
            Assert.False(string.IsNullOrWhiteSpace(figure.QuerySelector("img[role=img]")!.GetAttribute("alt")));
            Assert.False(string.IsNullOrWhiteSpace(figure.QuerySelector("figcaption h3, figcaption h4")!.TextContent));
            Assert.False(string.IsNullOrWhiteSpace(figure.QuerySelector(".source")!.TextContent));
            Assert.False(string.IsNullOrWhiteSpace(figure.QuerySelector("details p")!.TextContent));
        });
        Assert.All(page.QuerySelectorAll("table"), table =>
        {
            Assert.NotNull(table.QuerySelector("caption"));
            Assert.All(table.QuerySelectorAll("th"), head => Assert.Contains(head.GetAttribute("scope"), new[] { "col", "row" }));
        });
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task Page_OfAWholeBrief_NeedsNothingFromOutside(string language)
    {
        using var tables = SomeBrief.Tables();

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, language));

        AssertHarmless(brief.Page);
    }

    [Fact]
    public async Task Style_OfThePage_IsTheOneThatTheSecurityPolicyAllows()
    {
        using var tables = SomeBrief.Tables();

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, "sv"));

        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(brief.Page.QuerySelector("style")!.TextContent)));
        var policy = brief.Page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content");
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.Contains($"style-src 'sha256-{hash}'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outline_OfTheSwedishBrief_IsTheApprovedOne()
    {
        using var tables = SomeBrief.Tables();

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, "sv"));

        var outline = string.Concat(brief.Page.QuerySelectorAll("header,nav,main,footer,section,figure,table,ol,ul,h1,h2,h3,h4,.sentence,.title,tbody th,#missing li").Select(Line));
        var approved = Repository.Path("tests", "Foresight.Tests", "Briefs", "outline.approved.txt");
        if (File.ReadAllText(approved) != outline)
        {
            File.WriteAllText(approved.Replace(".approved.", ".received.", StringComparison.Ordinal), outline);
        }

        Assert.Equal(File.ReadAllText(approved), outline);
    }

    [Fact]
    public async Task HostileTexts_FromFeeds_NeitherRunNorBreakThePage()
    {
        using var tables = SomeBrief.Tables();
        (string Title, string Url)[] hostile =
        [
            ("<script>alert(1)</script>", "javascript:alert(1)"),
            ("\"><img src=x onerror=alert(1)>", "data:text/html,<script>alert(1)</script>"),
            ("</style><style>*{display:none}</style>", "https://example.org/\"onmouseover=\"alert(1)"),
            ("abc\u202Egnp.exe\u2066 {{Labels.Annex}} {{{Title}}}", "ftp://example.org/file"),
            ("=cmd|' /C calc'!A0", "HTTPS://example.org/x y"),
            ("Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307algo", "//example.org/relative"),
        ];
        foreach (var ((title, url), i) in hostile.Select((pair, i) => (pair, i)))
        {
            tables.Document("ec-press", $"h{i}", title, "2026-09-04", url: url, language: "en\" onclick=\"alert(1)", publisher: title).Verdict("ec-press", $"h{i}", "aid", 0.99);
        }

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, "sv"));

        AssertHarmless(brief.Page);
        Assert.Contains("<script>alert(1)</script>", brief.Text("#annex tbody th"), StringComparison.Ordinal);
        Assert.Contains("{{Labels.Annex}}", brief.Text("#annex tbody th"), StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', brief.Html);
        Assert.DoesNotContain('\u2066', brief.Html);
        Assert.DoesNotContain("\u0302\u0303", brief.Html, StringComparison.Ordinal);
        var csv = await File.ReadAllTextAsync(brief.Result.DataFiles.Single(file => file.EndsWith("items.csv", StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        Assert.Contains("'=cmd", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",=cmd", csv, StringComparison.Ordinal);
    }

    private static void AssertHarmless(IDocument page)
    {
        Assert.Empty(page.QuerySelectorAll("script,link,iframe,object,embed,base,form,audio,video,svg"));
        Assert.Single(page.QuerySelectorAll("style"));
        Assert.All(page.All.SelectMany(element => element.Attributes), attribute =>
        {
            Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), attribute.Name);
            Assert.NotEqual("style", attribute.Name);
        });
        Assert.All(page.QuerySelectorAll("[src]"), element => Assert.StartsWith("data:image/", element.GetAttribute("src"), StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("a[href]:not([href^='#'])"), link =>
        {
            Assert.Matches("^https?://", link.GetAttribute("href"));
            Assert.Contains("noopener", link.GetAttribute("rel"), StringComparison.Ordinal);
        });
        var style = page.QuerySelector("style")!.TextContent;
        Assert.DoesNotContain("@import", style, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", style, StringComparison.Ordinal);
    }

    private static string Line(IElement element)
    {
        var depth = 0;
        for (var above = element.ParentElement; above is not null && above.LocalName != "body"; above = above.ParentElement)
        {
            depth++;
        }

        var text = element.LocalName is "h1" or "h2" or "h3" or "h4" or "th" or "li" or "p" ? " " + string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : "";
        return $"{new string(' ', depth * 2)}{element.LocalName}{(element.Id is null ? "" : "#" + element.Id)}{text}\n";
    }
}
