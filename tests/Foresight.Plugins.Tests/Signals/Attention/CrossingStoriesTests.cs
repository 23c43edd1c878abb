using Foresight.Plugins.Signals;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.Signals.Attention;

public sealed class CrossingStoriesTests : IDisposable
{
    private readonly InMemoryTables _tables = new();

    public void Dispose() => _tables.Dispose();

    [Fact]
    public async Task Analyse_LaterReportOfAnotherArea_TellsFromWhereToWhere()
    {
        _tables.Report("feed", "1", "feed/1", new DateOnly(2026, 8, 1), "climate").Report("other", "2", "feed/1", new DateOnly(2026, 8, 20), "growth").Report("third", "3", "feed/1", new DateOnly(2026, 8, 21), "growth");

        var signal = Assert.Single((await OutcomeAsync()).Signals);

        Assert.Equal("En nyhet går från klimat till tillväxt: ”Bron stängs”, 3 rapporter från 3 utgivare sedan 1\u00A0augusti 2026.", signal.Headline.Sv);
        Assert.Equal("A story goes from climate to growth: “Bron stängs”, 3 reports from 3 publishers since 1\u00A0August 2026.", signal.Headline.En);
        Assert.Equal(("crossing/feed/1", "growth", 3), (signal.Id, signal.FocusArea, signal.Publishers));
        Assert.Equal(["1", "2", "3"], signal.Evidence.Take(3).Select(evidence => evidence.Record));
    }

    [Fact]
    public async Task Analyse_SameDayOrSameAreaOrLongAgo_DoesNotCross()
    {
        _tables.Report("feed", "1", "feed/1", new DateOnly(2026, 8, 1), "climate").Report("other", "2", "feed/1", new DateOnly(2026, 8, 1), "growth");
        _tables.Report("feed", "3", "feed/3", new DateOnly(2026, 8, 1), "climate").Report("other", "4", "feed/3", new DateOnly(2026, 8, 9), "climate");
        _tables.Report("feed", "5", "feed/5", new DateOnly(2026, 5, 1), "climate").Report("other", "6", "feed/5", new DateOnly(2026, 5, 9), "growth");

        var outcome = await OutcomeAsync();

        Assert.Empty(outcome.Signals);
        Assert.Empty(outcome.Silences);
    }

    [Fact]
    public async Task Analyse_NoStoryRetold_SaysThatItCannotTell()
    {
        _tables.Report("feed", "1", "feed/1", new DateOnly(2026, 8, 1), "climate");

        Assert.Equal(
            "Om nyheter går från ett område till ett annat kan inte bedömas: ingen har mer än en rapport de senaste 26 veckorna.",
            Assert.Single((await OutcomeAsync()).Silences).Reason.Sv);
    }

    private Task<AnalysisOutcome> OutcomeAsync() => Parts.OutcomeAsync(new SignalsPlugin(), "crossing-stories", _tables, Some.Policy(), []);
}
