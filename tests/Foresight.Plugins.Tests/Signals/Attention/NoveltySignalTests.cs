using Foresight.Plugins.Signals;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.Signals.Attention;

public sealed class NoveltySignalTests : IDisposable
{
    // Fourteen words, of which most come again in other documents.
    private const string Usual = "(SELECT string_agg('ord' || chr(CAST(97 + (i * 3 + k) % 20 AS INTEGER)) || chr(CAST(97 + (w + k * 2) % 5 AS INTEGER)), ' ') FROM range(14) words(k))";
    private readonly InMemoryTables _tables = new();

    public void Dispose() => _tables.Dispose();

    [Fact]
    public async Task Analyse_DocumentUnlikeAllBefore_IsRankedAmongItsArea()
    {
        _tables.News(60, 6, text: $"CASE WHEN w = 59 AND i = 2 THEN 'Fusionskraft plasma tokamak reaktor tritium magneter väteisotop neutron supraledare kryostat divertor stellarator deuterium inneslutning' ELSE {Usual} END", area: "CASE WHEN i < 3 THEN 'climate' END");

        var signal = Assert.Single((await OutcomeAsync()).Signals, signal => signal.Id == "novelty/feed2/sv59-2");

        Assert.StartsWith("Något nytt i klimat: ”Rubrik” (Blad C) är mer olik tidigare texter än ", signal.Headline.Sv, StringComparison.Ordinal);
        Assert.Equal("climate", signal.FocusArea);
        Assert.True(signal.Figures.Single(figure => figure.Name == "rank").Value >= 0.98);
    }

    [Fact]
    public async Task Analyse_FewToCompareWith_SaysSo()
    {
        _tables.News(20, 3, text: Usual, area: "'climate'");

        var outcome = await OutcomeAsync();

        Assert.Empty(outcome.Signals);
        Assert.Equal(
            "Hur nya texterna är kan inte bedömas: inget fokusområde har fler än 58 att jämföra med på ett språk det senaste året, och det behövs 100.",
            Assert.Single(outcome.Silences).Reason.Sv);
    }

    private Task<AnalysisOutcome> OutcomeAsync() => Parts.OutcomeAsync(new SignalsPlugin(), "novelty", _tables, Some.Policy(), []);
}
