using Foresight.Sdk;
using Foresight.Tests.Store;
using Xunit;
using static Foresight.Tests.Partners.SomePartners;

namespace Foresight.Tests.Partners;

/// <summary>News that name a partner, and calls that both could use.</summary>
public sealed class PartnerDocumentsTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task News_ThatNameThePartner_ComeNewestFirstAndMarked()
    {
        await folder.LoadAsync(
            "f",
            Some.Documents(
                Document("1", "Sandbys skola vinner pris", "Skolan i Danmark", 1),
                Document("2", "Ny bro", "Sandby får en bro", 2),
                Document("3", "Sandbyn växer", "Något annat", 3),
                Document("4", "Byen Sandby i Danmark", "Tekst", 4) with { Language = "da" }));

        var page = await folder.PageAsync("sandby");

        Assert.Equal(["4", "2", "1"], page.News.Select(item => item.Id));
        Assert.Equal([false, true, false], page.News.Select(item => item.MayBeAnother));
        Assert.Contains("Byen Sandby i Danmark | Bladet (på danska) | 4 mars 2026", Text(page, "sv"), StringComparison.Ordinal);
        Assert.Contains("Ny bro | Bladet; kan gälla något annat med samma namn: Danmark nämns inte | 2 mars 2026", Text(page, "sv"), StringComparison.Ordinal);
        Assert.Contains("Ingen hämtad nyhet nämner Torrberg.", Text(await folder.PageAsync("torrberg"), "sv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_InDecomposedLetters_AreFound()
    {
        await folder.LoadAsync("f", Some.Documents(Document("1", "Ska\u0308rs hamn pa\u030A A\u030Aland", "", 1)));

        var item = (await folder.PageAsync("skar")).News.Single();

        Assert.Equal(("1", false), (item.Id, item.MayBeAnother));
    }

    [Fact]
    public async Task News_BeyondFive_AreCounted()
    {
        await folder.LoadAsync("f", Some.Documents([.. Enumerable.Range(1, 7).Select(day => Document($"{day}", $"Sandby {day}", "Danmark", day))]));

        var page = await folder.PageAsync("sandby");

        Assert.Equal(5, page.News.Count);
        Assert.Contains("The newest 5 of 7 stories.", Text(page, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_OpenToBothCountries_AreListedByDeadline()
    {
        await folder.LoadAsync(
            "c",
            Some.Documents(
                Call("late", ["SE", "DK"], new DateOnly(2026, 12, 1)),
                Call("soon", ["SE", "DK", "NA"], new DateOnly(2026, 8, 1), new DateOnly(2026, 9, 6)),
                Call("over", ["SE", "DK"], new DateOnly(2026, 9, 4)),
                Call("theirs", ["DK"], new DateOnly(2026, 12, 1)),
                Call("unsaid", [], new DateOnly(2026, 12, 1))));

        var (sandby, torrberg, skar) = (await folder.PageAsync("sandby"), await folder.PageAsync("torrberg"), await folder.PageAsync("skar"));

        Assert.Equal(["soon", "late"], sandby.Calls.Calls.Select(call => call.Id));
        Assert.Contains("Utlysning soon | CERV | 6 september 2026 (1 dag)", Text(sandby, "sv"), StringComparison.Ordinal);
        Assert.Contains("Båda länderna får söka 1 öppen utlysning.", Text(torrberg, "sv"), StringComparison.Ordinal);
        Assert.Contains("1 open call does not say from which countries one may apply; they are left out.", Text(sandby, "en"), StringComparison.Ordinal);
        Assert.Contains("No open call says that both we and Åland may apply.", Text(skar, "en"), StringComparison.Ordinal);
    }

    private static Document Document(string id, string title, string text, int day) =>
        Some.Document(id, title, text) with { Language = "sv", Publisher = "Bladet", Published = Moment.On(new DateOnly(2026, 3, day)) };

    private static FundingCall Call(string id, IReadOnlyList<string> countries, params DateOnly[] deadlines) => new()
    {
        Id = id,
        Kind = "call",
        Title = "Utlysning " + id,
        Language = "sv",
        Programme = "CERV",
        Countries = countries,
        Deadlines = deadlines,
    };
}
