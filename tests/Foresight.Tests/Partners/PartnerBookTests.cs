using Foresight.Tests.Store;
using Xunit;
using static Foresight.Tests.Partners.SomePartners;

namespace Foresight.Tests.Partners;

/// <summary>Who is a partner, what we do together, and what the page says of it.</summary>
public sealed class PartnerBookTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Place_ThatTheRegisterLacks_IsSaidToBeMissingThere()
    {
        await folder.PartnersAsync(Sandby());

        var pages = await folder.PagesAsync();

        Assert.Equal(["sandby", "torrberg", "skar"], pages.Select(page => page.Id));
        Assert.Equal([true, false, false], pages.Select(page => page.IsRegistered));
        Assert.Equal("2001", pages[1].Since);
        Assert.Contains("Inte mätt: partnern står inte i registret", Text(pages[1], "sv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_WithCodesOfItsOwn_AddsThemToThePlaces()
    {
        await folder.PartnersAsync(Sandby("codes", "nuts3=DK041; nuts2=DK04@NUTS 2021", "since", "1987-05", "agreement_until", "2027"));

        var page = await folder.PageAsync("sandby");

        Assert.Equal([("nuts3", "DK041", null), ("nuts2", "DK04", "NUTS 2021")], page.Codes.Select(code => (code.List, code.Code, code.Vintage)));
        Assert.Contains("Sedan: maj 1987", Text(page, "sv"), StringComparison.Ordinal);
        Assert.Contains("Agreement: until 2027", Text(page, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfABareRow_SaysNotMeasuredAndNeverNought()
    {
        await folder.PartnersAsync(Sandby());

        var text = Text(await folder.PageAsync("sandby"), "sv");

        Assert.Contains("Senaste kontakt: inte mätt", text, StringComparison.Ordinal);
        Assert.Contains("Nästa kontakt: inte mätt", text, StringComparison.Ordinal);
        Assert.Contains("Aktiviteter: inte mätt.", text, StringComparison.Ordinal);
        Assert.Contains("Inte mätt: inga utlysningar är hämtade.", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" 0 ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activities_WithThePartner_AreListedWithTheirState()
    {
        await folder.PartnersAsync(Sandby("body", "board"));
        await folder.RowsAsync(
            "activities",
            Row("a", "title", "Läger", "partners", "sandby; other", "status", "ongoing", "starts", "2025", "ends", "2026-06", "body", "board"),
            Row("b", "title", "Annat", "partners", "other", "status", "ongoing", "starts", "2025"),
            Row("c", "title", "Påhitt", "partners", "sandby", "status", "ongoing", "starts", "2026", "example", "true"));
        await folder.RowsAsync("applications", Row("x", "title", "Broar", "programme", "cerv", "role", "lead", "partners", "sandby", "applied", "12345", "outcome", "planned"));

        var page = await folder.PageAsync("sandby");

        var text = Text(page, "sv");
        Assert.Contains("Läger | pågår, men slutet har passerat | 2025 – juni 2026 | Kommunstyrelsen", text, StringComparison.Ordinal);
        Assert.Contains("Påhitt (exempel) | pågår | från 2026 | inte mätt", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Annat", text, StringComparison.Ordinal);
        Assert.Contains("Ansökan: Broar – cerv, planerad, sökt 12 345 EUR", text, StringComparison.Ordinal);
        Assert.Contains("Ansvarigas nästa möte: 14 oktober 2026", text, StringComparison.Ordinal);
        Assert.Equal(1, page.Ongoing);
    }

    [Theory]
    [InlineData("sv", "Vilande: Ingen kontakt är registrerad sedan 10 maj 2023: 1214 dagar, 3 år och 3 månader. Avtalet gick ut 2025.")]
    [InlineData("en", "Dormant: No contact has been registered since 10 May 2023: 1,214 days, 3 years and 3 months. The agreement ended 2025.")]
    public async Task Relation_WithoutContactForYears_StandsOut(string language, string expected)
    {
        await folder.PartnersAsync(Sandby("last_contact", "2023-05-10", "agreement_until", "2025"));

        var page = await folder.PageAsync("sandby");

        Assert.True(page.Contact.IsDormant);
        Assert.Contains(expected, Text(page, language), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-09-06", "Nästa kontakt: 6 september 2026, i morgon")]
    [InlineData("2026-09-15", "Nästa kontakt: 15 september 2026, om 10 dagar")]
    [InlineData("2026-08-01", "Nästa kontakt: skulle ha varit 1 augusti 2026; inget är registrerat efter det")]
    public async Task NextContact_IsToldFromToday(string next, string expected)
    {
        await folder.PartnersAsync(Sandby("next_contact", next));

        var text = Text(await folder.PageAsync("sandby"), "sv");

        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Partner_InOurOwnCountryWithoutAPlace_IsNotCompared()
    {
        await folder.PartnersAsync(Row("bolag", "organisation", "Bolaget AB", "kind", "businesses", "country", "SE"));

        var page = await folder.PageAsync("bolag");

        Assert.Empty(page.Indicators);
        Assert.Empty(page.Missing);
        Assert.Contains("Partnern finns i vårt eget land.", Text(page, "sv"), StringComparison.Ordinal);
    }
}
