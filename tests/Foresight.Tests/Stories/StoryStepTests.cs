using Foresight.Engine.Stories;
using Foresight.Sdk;
using Foresight.Tests.Store;
using Xunit;

namespace Foresight.Tests.Stories;

public sealed class StoryStepTests : IDisposable
{
    private const string Text = "Kommissionen föreslog på tisdagen nya regler för hur kommuner köper in el och värme. Reglerna ska göra det lättare att välja lokala leverantörer.";

    private readonly StoryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_OverSeveralLoads_JoinsWhatComesLaterAndChangesNothingThatWas()
    {
        await folder.LoadAsync("a", Some.Documents(News("1", "Nya regler för kommuners inköp av el", Text, 1)));
        var first = await folder.RunAsync();
        await folder.LoadAsync("b", Some.Documents(News("1", "Bryssel vill ändra kommuners elinköp", Text, 2), News("2", "Sol i helgen", "Ett högtryck väntas ge klart väder från fredag och hela helgen.", 2)));
        var second = await folder.RunAsync();
        var third = await folder.RunAsync();

        Assert.Equal([new StoryResult(1, 0), new StoryResult(2, 1), new StoryResult(0, 0)], [first, second, third]);
        Assert.Equal(["a/1 a/1 first", "b/1 a/1 text", "b/2 b/2 first"], await folder.StoriesAsync());
        Assert.Equal([3L, 2L], (await folder.Store.Tables.QueryAsync("SELECT count(*) AS n, count(DISTINCT story_id) AS stories FROM document_stories")).Columns.Select(column => column.Values[0]));
        Assert.DoesNotContain(await folder.VerifyAsync(), fault => fault.Contains("stories", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_BeforeAndAfter_CountsADocumentThatWasNotComparedAsAStoryOfItsOwn()
    {
        await folder.LoadAsync("a", Some.Documents(News("1", "Nya regler för kommuners inköp av el", Text, 1)));

        var ids = (await folder.Store.Tables.QueryAsync("SELECT story_id FROM document_stories"))["story_id"].Values;

        Assert.Equal(["a/1"], ids);
    }

    [Fact]
    public async Task Run_OfTheSameReleaseInTwoLanguages_JoinsByItsNumberAtAnyTime()
    {
        await folder.LoadAsync("en", Some.Documents(News("https://ec.europa.eu/commission/presscorner/detail/en/ip_26_1769", "Commission proposes rules on energy", "One.", 1) with { Language = "en" }));
        await folder.RunAsync();
        await folder.LoadAsync("sv", Some.Documents(
            News("x", "Kommissionen föreslår energiregler", "Ett.", 28) with { Origin = new Uri("https://ec.europa.eu/commission/presscorner/detail/sv/ip_26_1769") },
            News("y", "Kommissionen föreslår energiregler", "Ett.", 28) with { Origin = new Uri("https://ec.europa.eu/commission/presscorner/detail/sv/ip_26_1770") }));
        await folder.RunAsync();

        Assert.Equal(
            ["en/https://ec.europa.eu/commission/presscorner/detail/en/ip_26_1769 first", "en/https://ec.europa.eu/commission/presscorner/detail/en/ip_26_1769 number", "sv/y first"],
            (await folder.StoriesAsync()).Select(line => line.Split(' ', 2)[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Run_OfOneAddressInTwoFeeds_JoinsWhateverTracksTheReader()
    {
        await folder.LoadAsync("a", Some.Documents(News("1", "Rubrik ett", "", 1) with { Origin = new Uri("https://www.example.org/nyhet/5?utm_source=rss") }));
        await folder.LoadAsync("b", Some.Documents(
            News("1", "En helt annan rubrik", "", 3) with { Origin = new Uri("http://example.org/nyhet/5/#topp") }, News("2", "Startsidan", "", 3) with { Origin = new Uri("https://example.org/") }));
        await folder.LoadAsync("c", Some.Documents(News("1", "Alla nyheter", "", 3) with { Origin = new Uri("https://example.org/") }));

        await folder.RunAsync();

        Assert.Equal(["a/1 a/1 first", "b/1 a/1 address", "b/2 b/2 first", "c/1 c/1 first"], await folder.StoriesAsync());
    }

    [Theory]
    [InlineData(7, "a/1")]
    [InlineData(8, "b/1")]
    public async Task Run_BeyondAWeek_BeginsANewStory(int daysLater, string story)
    {
        await folder.LoadAsync("a", Some.Documents(News("1", "Nya regler för kommuners inköp av el", Text, 1)));
        await folder.RunAsync();
        await folder.LoadAsync("b", Some.Documents(News("1", "Nya regler för kommuners inköp av el", Text, 1 + daysLater)));
        await folder.RunAsync();

        Assert.StartsWith($"b/1 {story} ", (await folder.StoriesAsync())[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfAnotherLanguage_KeepsApartWhatOnlyLooksAlike()
    {
        await folder.LoadAsync("a", Some.Documents(News("1", "Data 2026: Agenda, Forum, Program", "", 1)));
        await folder.LoadAsync("b", Some.Documents(News("1", "Data 2026: Agenda, Forum, Program", "", 1) with { Language = "en" }));

        await folder.RunAsync();

        Assert.Equal(["a/1 a/1 first", "b/1 b/1 first"], await folder.StoriesAsync());
    }

    [Fact]
    public async Task Run_OverSeveralPages_JoinsAcrossThem()
    {
        const int Page = 5000;
        await folder.LoadAsync("a", Some.Documents([.. Enumerable.Range(0, Page).Select(i => News($"{i:D5}", $"Rubrik om sak{i} i ort{i}", "", 1))]));
        await folder.LoadAsync("b", Some.Documents(News("1", "Rubrik om sak7 i ort7", "", 1)));

        var result = await folder.RunAsync();

        Assert.Equal(new StoryResult(Page + 1, 1), result);
        Assert.Equal("b/1 a/00007 text", (await folder.StoriesAsync())[^1]);
    }

    private static Document News(string id, string title, string text, int day) => new()
    {
        Id = id,
        Title = title,
        Text = text,
        Language = "sv",
        Published = Moment.On(new DateOnly(2026, 8, 1).AddDays(day)),
    };

    private sealed class StoryFolder : IDisposable
    {
        private readonly StoreFolder store = new();

        public Engine.Store.TableStore Store => store.Store;

        public Task<Engine.Store.LoadResult> LoadAsync(string source, RecordBatch batch) => store.LoadAsync(source, batch);

        public Task<StoryResult> RunAsync() => new StoryStep(Store).RunAsync(TestContext.Current.CancellationToken);

        public Task<IReadOnlyList<string>> VerifyAsync() => store.VerifyAsync();

        public async Task<IReadOnlyList<string>> StoriesAsync() =>
            [.. (await Store.Tables.QueryAsync("SELECT _source || '/' || _item_id || ' ' || story_id || ' ' || joined_by AS line FROM stories ORDER BY ALL"))["line"].Values.Select(value => (string)value!)];

        public void Dispose() => store.Dispose();
    }
}
