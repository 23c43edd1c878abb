using Foresight.Plugins.Signals;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.Signals;

public sealed class IndicatorForecastsTests : IDisposable
{
    private readonly InMemoryTables _tables = new();

    [Fact]
    public async Task Rising_ClearOfTheNewestValue_IsATrendWithItsFigures()
    {
        Rising("X");

        var signal = Assert.Single((await OutcomeAsync([Some.Indicator("X")], ("Charts", new Dictionary<string, string> { ["X"] = "ahead" }))).Signals);

        Assert.Equal("forecast/X", signal.Id);
        Assert.Equal("forecast", signal.Kind);
        Assert.Equal(SignalLevel.Trend, signal.Level);
        Assert.Equal(Horizon.UpToTwoYears, signal.Horizon);
        Assert.Equal("forecasting", signal.Method);
        Assert.Equal("ahead", signal.Chart);
        Assert.Matches(@"^Loans from libraries in Hemby will probably lie between [\d.]+ and [\d.]+ loans per inhabitant in 2028, higher than 19.60 \(2022\)\.$", signal.Headline.En);
        var last = signal.Figures.Where(figure => figure.Name == "forecast-2028").ToArray();
        Assert.Equal([0.5, 0.8, 0.95], last.Select(figure => figure.Confidence!.Value));
        Assert.True(last[1].Low > 19.6);
        Assert.InRange(Assert.Single(signal.Figures, figure => figure.Name == "error-against-naive").Value, 0, 0.99);
        Assert.Equal(1, signal.Figures.Where(figure => figure.Name.StartsWith("share-of-", StringComparison.Ordinal)).Sum(figure => figure.Value), 6);
    }

    [Fact]
    public async Task Numbers_OfASignal_AllHaveEvidence()
    {
        Rising("X");

        var signal = Assert.Single((await OutcomeAsync([Some.Indicator("X")])).Signals);

        var told = signal.Evidence.Select(evidence => evidence.Value).OfType<double>().ToHashSet();
        Assert.All(
            signal.Figures.Where(figure => !figure.Name.StartsWith("share-of-", StringComparison.Ordinal)).SelectMany(figure => new[] { figure.Value, figure.Low, figure.High }).OfType<double>(),
            number => Assert.Contains(number, told));
    }

    [Fact]
    public async Task Target_PassedByTheWholeInterval_IsTold()
    {
        Rising("X");

        var signal = Assert.Single((await OutcomeAsync([Some.Indicator("X", Direction.Target) with { Target = 20 }])).Signals);

        Assert.EndsWith("högre än 19,60 (2022) och över riktvärdet 20,00.", signal.Headline.Sv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Peers_PassedByTheWholeInterval_AreTold()
    {
        Rising("X");
        foreach (var code in Some.PeerCodes)
        {
            _tables.Figures("X", code, (2022, 20));
        }

        var signal = Assert.Single((await OutcomeAsync([Some.Indicator("X")])).Signals);

        Assert.EndsWith("higher than 19.60 (2022) and above its peers' 20.00 (2022).", signal.Headline.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Swinging_AroundTheNewestValue_IsASilenceThatSaysWhy()
    {
        _tables.Figures("X", "1487", [.. Enumerable.Range(0, 24).Select(i => (1999 + i, (double?)(10 + (i * 7 % 5))))]);

        var outcome = await OutcomeAsync([Some.Indicator("X")]);

        Assert.Empty(outcome.Signals);
        var silence = Assert.Single(outcome.Silences);
        Assert.Equal("forecast/X", silence.Id);
        Assert.Equal("growth", silence.FocusArea);
        Assert.Matches("points neither up nor down|at least as good a guess", silence.Reason.En);
    }

    [Fact]
    public async Task Step_UnaskedAndAsked_IsLeftAndTold()
    {
        Rising("X");
        var step = Some.Indicator("X", kinds: SeriesKinds.Step) with { MeasuredYears = [2005, 2010, 2015, 2020] };

        var unasked = await OutcomeAsync([step]);
        var asked = await OutcomeAsync([step], ("Indicators", (IReadOnlyList<string>)["X"]));

        Assert.Empty(unasked.Silences);
        Assert.Contains("inte varje år", Assert.Single(asked.Silences).Reason.Sv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leave_Indicator_IsNeitherToldNorMissed()
    {
        Rising("X");

        var outcome = await OutcomeAsync([Some.Indicator("X")], ("Leave", (IReadOnlyList<string>)["X"]));

        Assert.Empty(outcome.Signals);
        Assert.Empty(outcome.Silences);
    }

    public void Dispose() => _tables.Dispose();

    private void Rising(string id) =>
        _tables.Figures(id, "1487", [.. Enumerable.Range(0, 20).Select(i => (2003 + i, (double?)(10 + (0.5 * i) + (i % 3 * 0.1))))]);

    private Task<AnalysisOutcome> OutcomeAsync(Indicator[] indicators, params (string, object)[] options) =>
        Parts.OutcomeAsync(new SignalsPlugin(), "indicator-forecasts", _tables, Some.Policy(indicators), [], options);
}
