using Foresight.Plugins.Signals;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.Signals;

/// <summary>Horizon and impact as the machine proposes them, by the rules of docs/methods/grading.md; the clock stands in 2026.</summary>
public sealed class LadderProposalsTests : IDisposable
{
    private readonly InMemoryTables _tables = new();

    public void Dispose() => _tables.Dispose();

    [Theory]
    [InlineData(35, Horizon.UpToTwoYears)] // 3.6 years after 2024
    [InlineData(37, Horizon.TwoToFiveYears)] // 5.6
    [InlineData(60, null)] // 28 years after 12 years of figures
    [InlineData(20, null)] // it goes away from it
    public async Task Horizon_OfATrendThatHeadsForItsTarget_IsWhenItGetsThere(double target, Horizon? expected)
    {
        Rising(31.4 - 12, 1);

        var signal = await SignalAsync(Some.Indicator("X", Direction.Target) with { Target = target });

        Assert.Equal(SignalLevel.Trend, signal.Level);
        Assert.Equal(expected, signal.Horizon);
    }

    [Theory]
    [InlineData(14, Horizon.UpToTwoYears)] // beyond the highest already
    [InlineData(26, Horizon.TwoToFiveYears)] // 24 and one a year: 2 in 2024, 4 to go
    [InlineData(60, null)] // farther off than half the years behind
    public async Task Horizon_OfATrendThatPartsFromItsPeers_IsWhenItLeavesThem(double highest, Horizon? expected)
    {
        Rising(10, 1);
        foreach (var (code, i) in Some.PeerCodes.Select((code, i) => (code, i)))
        {
            var level = 10 + ((highest + 2 - 10) * i / (Some.PeerCodes.Length - 1));
            _tables.Figures("X", code, (2012, level), (2024, level));
        }

        var signal = await SignalAsync(Some.Indicator("X"));

        Assert.Equal(expected, signal.Horizon);
    }

    [Fact]
    public async Task Horizon_OfATrendThatThePeersShare_IsNotTold()
    {
        Rising(10, 1);
        foreach (var (code, i) in Some.PeerCodes.Select((code, i) => (code, i)))
        {
            _tables.Figures("X", code, (2012, 8 + i), (2024, 20 + i));
        }

        var signal = await SignalAsync(Some.Indicator("X"));

        Assert.Equal((SignalLevel.Trend, (Horizon?)null), (signal.Level, signal.Horizon));
    }

    [Fact]
    public async Task Horizon_OfAChangeThatMayBeChance_IsNotTold()
    {
        _tables.Figures("X", "1487", (2015, 9), (2016, 5), (2017, 8), (2018, 4), (2019, 8.5), (2020, 4.5), (2021, 7), (2022, 5));

        var signal = await SignalAsync(Some.Indicator("X", Direction.Target) with { Target = 4 });

        Assert.Null(signal.Horizon);
    }

    [Theory]
    [InlineData(0.5, Grade.High)] // the peers' middle deviation is .5 beside a change of 12
    [InlineData(5, Grade.Medium)] // 12 / (1.4826 × 5) = 1.6
    [InlineData(20, Grade.Low)]
    public async Task Impact_OfAChange_IsTheLesserOfBothMeasures(double peersApart, Grade expected)
    {
        Rising(10, 1);
        Peers(peersApart);

        var signal = await SignalAsync(Some.Indicator("X"));

        Assert.Equal(expected, signal.Impact);
    }

    [Fact]
    public async Task Impact_OfWhatTheSeriesDoesAnyway_IsLowWhateverThePeers()
    {
        // Steps of 4 up and down, and 2 more after seven years: 2 / (1.4826 × 4 × √7) is far below one.
        _tables.Figures("X", "1487", (2015, 10), (2016, 14), (2017, 10), (2018, 14), (2019, 10), (2020, 14), (2021, 8), (2022, 12));
        Peers(0.1, 2015, 2022);

        Assert.Equal(Grade.Low, (await SignalAsync(Some.Indicator("X"))).Impact);
    }

    [Fact]
    public async Task Impact_ByOneMeasureAlone_IsAtMostMedium()
    {
        Rising(10, 1);

        Assert.Equal(Grade.Medium, (await SignalAsync(Some.Indicator("X"))).Impact);
    }

    [Fact]
    public async Task Impact_WithoutAnythingToMeasureBy_IsNotTold()
    {
        _tables.Figures("X", "1487", (2013, 2), (2022, 9));

        Assert.Null((await SignalAsync(Some.Indicator("X"))).Impact);
    }

    [Theory]
    [InlineData(30, Horizon.UpToTwoYears)]
    [InlineData(900, Horizon.TwoToFiveYears)]
    public async Task Horizon_OfADate_IsItsDistanceAndItsImpactIsNotTold(int days, Horizon expected)
    {
        _tables.Document("kolada", "a", due: new DateOnly(2026, 9, 5).AddDays(days), title: "Nya siffror", kind: "release");

        var signal = Assert.Single(await Parts.SignalsAsync(new SignalsPlugin(), "upcoming-dates", _tables, Some.Policy(), ("Days", 1000)));

        Assert.Equal((expected, (Grade?)null), (signal.Horizon, signal.Impact));
    }

    // 2012 to 2024, with a little unrest so that the steps are not all alike.
    private void Rising(double from, double step) =>
        _tables.Figures("X", "1487", [.. Enumerable.Range(0, 13).Select(i => (2012 + i, (double?)(from + (step * i) + (i % 3 * 0.01))))]);

    private void Peers(double apart, int from = 2012, int to = 2024)
    {
        foreach (var (code, i) in Some.PeerCodes.Select((code, i) => (code, i)))
        {
            // Of seven at -3 … 3 times half a step the middle deviation from their median is one step.
            var level = 10 + ((i - 3) * apart / 2);
            _tables.Figures("X", code, (from, level), (to, level));
        }
    }

    private async Task<Signal> SignalAsync(Indicator indicator) =>
        Assert.Single(await Parts.SignalsAsync(new SignalsPlugin(), "indicator-findings", _tables, Some.Policy(indicator)));
}
