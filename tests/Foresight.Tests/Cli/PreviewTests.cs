using System.IO.Compression;
using System.Text.Json;
using Foresight.Tests.Runs;
using Xunit;

namespace Foresight.Tests.Cli;

/// <summary>What a source reads from one answer, without naming the source; counts are those of the files.</summary>
public sealed class PreviewTests
{
    private const string Feed = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>Provflöde</title><link>https://example.org</link><description>x</description>
        <item><title>Ett exempel på å, ä och ö</title><link>https://example.org/1</link><guid>https://example.org/1</guid><pubDate>Fri, 04 Sep 2026 07:28:08 GMT</pubDate></item>
        </channel></rss>
        """;

    [Theory]
    [InlineData("feed", 10, 0, "feeds/ec/presscorner-rss-default-2026-09-04.xml")]
    [InlineData("feed", 13, 0, "feeds/regeringen/regeringen-uppdrag.HEAD-13-items.rss.xml")]
    [InlineData("feed", 6, 0, "feeds/eurostat/feed-small.rss")]
    [InlineData("riksdagen", 3, 0, "feeds/riksdagen/bet_dokumentlista_page1.json")]
    [InlineData("interreg", 0, 1196, "feeds/interreg/interregbarometern-rawdata-2026-05-29.json")]
    [InlineData("comext", 0, 6, "statistics/trade/comext/imports_DE_JP_84834030_2025Q1.csv")]
    [InlineData("comext", 0, 90, "statistics/trade/comext/imports_EU27_84834030_2025-06.csv")]
    [InlineData("wits", 0, 2040, "statistics/trade/wits-2015/en_SWE_AllYears_WITS_Trade_Summary.CSV")]
    [InlineData("eurostat", 0, 64, "statistics/eurostat/jsonstat2/nama_10_gdp.json")]
    [InlineData("worldbank", 0, 8, "statistics/worldbank/api-v2-NY.GDP.MKTP.CD-page1-raw.json")]
    public async Task Preview_OfACapture_FindsItsSourceAndItsRecords(string source, int documents, int observations, string capture)
    {
        var file = SharedFolder.Path(["captures", .. capture.Split('/')]);

        var preview = await ForesightCommand.JsonAsync("preview", file);

        Assert.Equal(source, preview.GetProperty("source").GetString());
        Assert.Equal(documents, preview.GetProperty("documents").GetArrayLength());
        Assert.Equal(observations, preview.GetProperty("observations").GetArrayLength());
    }

    [Fact]
    public async Task Preview_FromAFolderWithoutWorkspace_ReadsAPackedFileUnderARelativeNameWithSpaces()
    {
        using var folder = new TemporaryFolder();
        await using (var packed = new GZipStream(File.Create(Path.Combine(folder.Path, "ett flöde.xml.gz")), CompressionMode.Compress))
        {
            await packed.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Feed), TestContext.Current.CancellationToken);
        }

        using var process = ForesightCommand.Start(
            ["preview", "ett flöde.xml.gz", "--source", "feed", "--with", "publisher=Någon", "--with", "timeZone=Europe/Stockholm", "--json"], folder.Path);
        var preview = JsonDocument.Parse(await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).RootElement;

        Assert.Equal("Provflöde", preview.GetProperty("about").GetProperty("title").GetString());
        var document = Assert.Single(preview.GetProperty("documents").EnumerateArray());
        Assert.Equal("Ett exempel på å, ä och ö", document.GetProperty("title").GetString());
        Assert.Equal("Någon", document.GetProperty("publisher").GetString());
        Assert.Equal(["ett flöde.xml.gz"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Preview_AsJson_GivesEveryFieldOfAnEntryWithInstantsInUtc()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "feed.xml");
        await File.WriteAllTextAsync(file, Feed.Replace("07:28:08 GMT", "09:28:08 +0200", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var preview = await ForesightCommand.JsonAsync("preview", file);

        var document = Assert.Single(preview.GetProperty("documents").EnumerateArray());
        Assert.Equal("2026-09-04T07:28:08Z", document.GetProperty("published").GetString());
        Assert.Equal(
            ["id", "title", "url", "kind", "published", "updated", "due", "status", "publisher", "authors", "categories", "language", "summary", "text"],
            document.EnumerateObject().Select(property => property.Name));
        Assert.True(preview.GetProperty("about").TryGetProperty("timeToLiveMinutes", out _));
    }

    [Fact]
    public async Task Preview_WithAnUnknownOption_EndsWith2AndNamesIt()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "feed.xml");
        await File.WriteAllTextAsync(file, Feed, TestContext.Current.CancellationToken);

        var result = await ForesightCommand.RunAsync("preview", file, "--with", "timeZon=UTC");

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains("timeZone", result.Error, StringComparison.Ordinal);
    }
}
