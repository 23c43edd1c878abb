using Foresight.Engine.Partners;
using Foresight.Tests.Store;
using Xunit;
using static Foresight.Tests.Partners.SomePartners;

namespace Foresight.Tests.Partners;

/// <summary>The pages as files.</summary>
public sealed class PartnerFilesTests : IDisposable
{
    private readonly StoreFolder folder = new();
    private readonly TemporaryFolder output = new();

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
    }

    [Fact]
    public async Task Page_WithTextsFromOutside_EscapesThemAndLinksOnlyToWebPages()
    {
        await folder.PartnersAsync(Sandby("work", "<script>alert(1)</script>", "source", "javascript:alert(1)"));
        await folder.LoadAsync("f", Some.Documents(Some.Document("1", "Sandby <img src=x onerror=alert(1)>") with { Origin = new Uri("ftp://example.org/a") }));

        var html = await File.ReadAllTextAsync((await WriteAsync("sv")).Files.Single(file => file.EndsWith("sandby-sv.html", StringComparison.Ordinal)), Token);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("javascript:", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ftp:", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "<html lang=\"sv\">", "En kontakt har somnat: Sandby (ingen kontakt på 3 år och 3 månader).")]
    [InlineData("en", "<html lang=\"en\">", "One relation is dormant: Sandby (no contact for 3 years and 3 months).")]
    public async Task Index_LeadsToEveryPageAndTellsTheDormantOnes(string language, string head, string dormant)
    {
        await folder.PartnersAsync(Sandby("last_contact", "2023-05-10"));

        var written = await WriteAsync(language);

        var html = await File.ReadAllTextAsync(written.IndexFile, Token);
        Assert.Contains(head, html, StringComparison.Ordinal);
        Assert.Contains(dormant, html.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(3, written.Files.Count);
        Assert.All(written.Files, file => Assert.Contains($"href=\"{Path.GetFileName(file)}\"", html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_OfAPartnerThatIsNoLongerOne_AreTakenAway()
    {
        await folder.PartnersAsync(Row("gone", "organisation", "Borta", "kind", "twin-towns", "country", "DK"), Sandby());
        await WriteAsync("sv");
        await folder.PartnersAsync(Sandby());

        var written = await WriteAsync("sv");

        Assert.Equal(
            written.Files.Append(written.IndexFile).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(output.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Pages_OfIdsThatAreOneFileName_AreTwoFiles()
    {
        await folder.PartnersAsync(Row("å b", "organisation", "Ett", "kind", "twin-towns", "country", "DK"), Row("ö b", "organisation", "Två", "kind", "twin-towns", "country", "DK"));

        var written = await WriteAsync("sv");

        Assert.Equal(written.Files.Count, written.Files.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<WrittenPartners> WriteAsync(string language) =>
        await PartnerFiles.WriteAsync(await folder.PagesAsync(), Lillstad, null, Today, language, output.Path, Token);
}
