using Foresight.Engine.Analyse;
using Foresight.Engine.Signals;
using Foresight.Sdk;
using Foresight.Tests.Store;
using Xunit;

namespace Foresight.Tests.Signals;

public sealed class SignalRegisterTests : IDisposable
{
    private readonly StoreFolder folder = new();
    private List<string> analyses = ["findings", "dates"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Record_OfTheSameFindings_AddsNothing()
    {
        var first = await RecordAsync("findings", Some.Signal("a"), Some.Signal("b"));
        folder.Clock.Advance(TimeSpan.FromDays(1));
        var reloaded = Some.Signal("a") with { Weight = 0.9, Evidence = [Some.Signal("a").Evidence[0] with { LoadId = "later", Answer = 7 }] };

        var second = await RecordAsync("findings", Some.Signal("b"), reloaded);

        Assert.Equal(new Recorded(2, 0, 0), first);
        Assert.Equal(new Recorded(0, 0, 0), second);
        Assert.Equal(2, await RowsAsync());
        Assert.Empty(await folder.VerifyAsync());
    }

    [Fact]
    public async Task Record_OfAnotherValueOrSentence_AddsAVersion()
    {
        await RecordAsync("findings", Some.Signal("a"));

        var worded = await RecordAsync("findings", Some.Signal("a", "Something rises from 1 to 3."));
        var measured = await RecordAsync("findings", Some.Signal("a", "Something rises from 1 to 3.") with { Figures = [new("change", 2)] });

        Assert.Equal((new Recorded(0, 1, 0), new Recorded(0, 1, 0)), (worded, measured));
        var known = Assert.Single(await Book.ReadAsync());
        Assert.Equal(3, known.Versions.Count);
        Assert.Equal("Something rises from 1 to 3.", known.Signal.Headline.En);
        Assert.Equal(2, Assert.Single(known.Signal.Figures).Value);
        Assert.Equal("Something rises from 1 to 2.", known.Versions[^1].Signal.Headline.En);
    }

    [Theory]
    [InlineData("24 september 2026 (om 19 dagar): Ett beslut (Riksdagen).", "24 september 2026 (om en dag): Ett beslut (Riksdagen).", 1)]
    [InlineData("24 september 2026 (i morgon): Ett beslut (Riksdagen).", "24 september 2026 (i dag): Ett beslut (Riksdagen).", 1)]
    [InlineData("24 september 2026 (om 19 dagar): Ett beslut (Riksdagen).", "25 september 2026 (om 19 dagar): Ett beslut (Riksdagen).", 2)]
    public async Task Record_OfADate_IsAVersionOnlyWhereTheDayIsAnother(string before, string after, int versions)
    {
        await RecordAsync("dates", Date(before));
        await RecordAsync("dates", Date(after));

        Assert.Equal(versions, await RowsAsync());
    }

    [Fact]
    public async Task Record_OfWhatIsNoLongerFoundAndComesAgain_KeepsAllOfIt()
    {
        await RecordAsync("findings", Some.Signal("a"));

        var gone = await RecordAsync("findings");
        var still = await RecordAsync("findings");
        var hidden = Assert.Single(await Book.ReadAsync());
        var again = await RecordAsync("findings", Some.Signal("a"));

        Assert.Equal((new Recorded(0, 0, 1), new Recorded(0, 0, 0), new Recorded(1, 0, 0)), (gone, still, again));
        Assert.False(hidden.IsFound);
        Assert.Equal([true, false, true], Assert.Single(await Book.ReadAsync()).Versions.Select(version => version.Found));
    }

    [Fact]
    public async Task Record_WhereTheAnalysisFailed_KeepsWhatItFoundBefore()
    {
        await RecordAsync("findings", Some.Signal("a"));

        var failed = await Register.RecordAsync(new Findings([], [new LocalText("fel", "fault")]), Token);
        analyses = ["dates"];
        var dropped = await Register.RecordAsync(new Findings([], []), Token);

        Assert.Equal((0, 1), (failed.Gone, dropped.Gone));
    }

    [Fact]
    public async Task Read_OfAStoredSignal_GivesItBack()
    {
        var signal = Some.Signal("a") with
        {
            Level = SignalLevel.Trend,
            Impact = Grade.High,
            Uncertainty = Grade.Low,
            Reliability = Reliability.B,
            Credibility = 2,
            Publishers = 3,
            Caveat = new LocalText("sv", "en"),
            Chart = "c",
            Method = "trends",
        };
        await RecordAsync("findings", signal);

        var known = Assert.Single(await Book.ReadAsync());

        Assert.Equivalent(signal, known.Signal, strict: true);
        Assert.Equal(folder.Clock.GetUtcNow(), known.FirstFoundAt);
    }

    private SignalRegister Register => new(folder.Store, analyses, "1", folder.Clock);

    private SignalBook Book => new(folder.Store.Tables, folder.Store.AppendRatingsAsync, folder.Clock);

    private static Signal Date(string headline) => Some.Signal("d") with { Kind = "date", Headline = new LocalText(headline, headline) };

    private Task<Recorded> RecordAsync(string analysis, params Signal[] signals) =>
        Register.RecordAsync(new Findings(signals, []) { Runs = [new AnalysisRun(analysis, signals)] }, Token);

    private async Task<int> RowsAsync() => (await folder.Store.Tables.QueryAsync("SELECT 1 FROM signals")).RowCount;
}
