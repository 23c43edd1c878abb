using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.Signals;

/// <summary>
/// What the shipped policy's indicators must tell, and where they must keep silent, on all municipalities' figures of Kolada up to 2022 (a dump that is not shipped). The numbers
/// were worked out by hand from the dump before this was written.
/// </summary>
public sealed class KnownAnswersTests(KnownAnswersTests.Dump dump) : IClassFixture<KnownAnswersTests.Dump>
{
    [Fact]
    public async Task Women_InCouncil_FourMeasuredPointsAndNoTrendTest()
    {
        var signal = await dump.SignalAsync("N05815");

        Assert.StartsWith("Andelen kvinnor i Vänersborgs kommunfullmäktige minskade från 43 procent 2010 till 31 procent 2022", signal.Headline.Sv, StringComparison.Ordinal);
        Assert.Contains("Lägre än i 98 procent av landets kommuner.", signal.Caveat!.Sv, StringComparison.Ordinal);
        Assert.Contains("Lower than in 98 per cent of the country's municipalities.", signal.Caveat.En, StringComparison.Ordinal);
        Assert.Contains("Avståndet till 50 har ökat till 19", signal.Caveat.Sv, StringComparison.Ordinal);
        Assert.Equal((31, -12.1, -19), (signal.Of("level"), Math.Round(signal.Of("change"), 1), signal.Of("distance-to-target")));
        Assert.Equal(283, signal.Of("municipality-rank"));
        Assert.Equal(43, signal.Of("country"));
        Assert.Equal(Steep.Political, signal.Signal.Steep);
        Assert.DoesNotContain(signal.Figures, figure => figure.Name is "slope-per-year" or "kendall-tau" or "p-value" or "change-point");
        double[] measured = [43.1, 41.2, 37.3, 31];
        Assert.Equal(measured, await dump.MeasuredAsync("N05815", 2010));
    }

    [Fact]
    public async Task Trust_Lacking_RoseAsInTheCountryAndMoreAmongMen()
    {
        var signal = await dump.SignalAsync("U01413");

        Assert.Contains("från 24,0 procent 2012 till 33,3 procent 2022", signal.Headline.Sv, StringComparison.Ordinal);
        Assert.Contains("Sverige: från 27,0 till 28,2", signal.Caveat!.Sv, StringComparison.Ordinal);
        Assert.Contains("Kvinnor 28,9, män 36,8.", signal.Caveat.Sv, StringComparison.Ordinal);
        Assert.Contains("Det är en försämring", signal.Caveat.Sv, StringComparison.Ordinal);
        Assert.Equal((28.9, 36.8), (signal.Of("women"), signal.Of("men")));
        // Means over four years: 2014, 2018 and 2022 do not overlap, and are too few for a test.
        Assert.DoesNotContain(signal.Figures, figure => figure.Name is "slope-per-year" or "p-value");
    }

    [Fact]
    public async Task Emissions_RoseWhileTheCountryFell_BothAreTold()
    {
        var signal = await dump.SignalAsync("N00401");

        Assert.Contains("från 7,19 till 7,90 ton CO2e per invånare mellan 2015 och 2022", signal.Headline.Sv, StringComparison.Ordinal);
        Assert.Contains("Sverige: från 5,43 till 4,29.", signal.Caveat!.Sv, StringComparison.Ordinal);
        Assert.Contains("smältverk", signal.Caveat.Sv, StringComparison.Ordinal);
        Assert.Equal(-1.14, signal.Of("country-change"), 0.01);
        // A change within the noise is no rise, and eight years of it no trend.
        Assert.Contains(" gick från ", signal.Headline.Sv, StringComparison.Ordinal);
        Assert.True(signal.Of("p-value") > 0.05);
        Assert.DoesNotContain("försämring", signal.Caveat.Sv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LibraryLoans_Fell_AsATrendThatIsSure()
    {
        var signal = await dump.SignalAsync("N09801");

        Assert.Contains("minskade från 7,1 till 2,4 per invånare mellan 2010 och 2022", signal.Headline.Sv, StringComparison.Ordinal);
        Assert.Equal(4.83, signal.Of("country"), 0.005);
        Assert.Equal((7.10, 2.39), (Math.Round(signal.Of("level") - signal.Of("change"), 2), Math.Round(signal.Of("level"), 2)));
        var slope = signal.Figures.Single(figure => figure.Name == "slope-per-year");
        Assert.True(slope is { Value: < -0.35 and > -0.45, High: < 0, Confidence: 0.95 });
        Assert.True(signal.Of("p-value") < 0.001);
        Assert.Equal(SignalLevel.Trend, signal.Level);
        Assert.Contains("Det är en försämring, och nivån är sämre än i jämförbara kommuner.", signal.Caveat!.Sv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dwellings_Rose()
    {
        var signal = await dump.SignalAsync("N07917");

        Assert.Contains("ökade från 2,0 till 6,7 per 1", signal.Headline.Sv, StringComparison.Ordinal);
        Assert.Equal((1.95, 6.72), (Math.Round(signal.Of("level") - signal.Of("change"), 2), Math.Round(signal.Of("level"), 2)));
        Assert.Contains("Det är en förbättring", signal.Caveat!.Sv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForeignBornStaff_PassedOne()
    {
        var signal = await dump.SignalAsync("N00217");

        Assert.Contains("från 0,70 till 1,04 mellan 2014 och 2022 och passerade 1", signal.Headline.Sv, StringComparison.Ordinal);
        Assert.Equal(0.04, signal.Of("distance-to-target"), 0.005);
        Assert.Contains("Avståndet till 1 har minskat till 0,04", signal.Caveat!.Sv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PayGap_TurnedToWomensFavour_IsNotCalledBadForWomen()
    {
        var signal = await dump.SignalAsync("N00951");

        Assert.Contains("från −179 till 1981 kronor i månaden mellan 2010 och 2022 och passerade 0", signal.Headline.Sv, StringComparison.Ordinal);
        Assert.Contains("plus betyder att kvinnor tjänar mer", signal.Caveat!.Sv, StringComparison.Ordinal);
        Assert.Contains("Avståndet till 0 har ökat till 1981", signal.Caveat.Sv, StringComparison.Ordinal);
        Assert.Equal(1981, signal.Of("distance-to-target"));
    }

    [Fact]
    public async Task GuestNights_PandemicDip_IsNoChangePoint()
    {
        var signal = await dump.SignalAsync("N45850");

        Assert.Contains("från 3,0 till 5,2 per invånare mellan 2010 och 2022", signal.Headline.Sv, StringComparison.Ordinal);
        Assert.Equal((2.95, 5.19), (Math.Round(signal.Of("level") - signal.Of("change"), 2), Math.Round(signal.Of("level"), 2)));
        Assert.DoesNotContain(signal.Figures, figure => figure.Name == "change-point" && figure.Value is >= 2019 and <= 2022);
        Assert.Equal(3.39, (await dump.MeasuredAsync("N45850", 2020))[0], 0.01);
    }

    [Fact]
    public async Task AsylumSeekers_TurnsAreTold_AndNothingIsJudged()
    {
        var signal = await dump.SignalAsync("N01993");

        Assert.Contains("50,1", signal.Headline.Sv, StringComparison.Ordinal);
        Assert.Contains("13,4 (2020)", signal.Headline.Sv, StringComparison.Ordinal);
        Assert.Equal(21.7, signal.Of("level"), 0.01);
        Assert.DoesNotContain("bättre", signal.Caveat!.Sv, StringComparison.Ordinal);
        Assert.DoesNotContain("sämre", signal.Caveat.Sv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("N02267", "för få år")]
    [InlineData("N02268", "för få år")]
    [InlineData("U00501", "för få år")]
    [InlineData("U00502", "för få år")]
    [InlineData("N09701", "varierar för mycket")]
    [InlineData("N02006", "följer statens beslut")]
    [InlineData("U07453", "inga uppgifter i lagret")]
    public async Task Silence_WhereTold_SaysWhy(string indicator, string reason)
    {
        var outcome = await dump.OutcomeAsync();

        Assert.DoesNotContain(outcome.Signals, signal => signal.Id == "indicator/" + indicator);
        Assert.Contains(reason, outcome.Silences.Single(silence => silence.Id == "indicator/" + indicator).Reason.Sv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_Indicator_IsToldOrHasAReason()
    {
        var outcome = await dump.OutcomeAsync();

        Assert.Equal(
            ShippedPolicy.File.Policy.Indicators.Select(indicator => "indicator/" + indicator.Id).Order(StringComparer.Ordinal),
            outcome.Signals.Select(signal => signal.Id).Concat(outcome.Silences.Select(silence => silence.Id).Where(id => id.StartsWith("indicator/", StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal));
        Assert.Contains("är inte mätt", outcome.Silences.Single(silence => silence.Id == "area/humanitarian-work").Reason.Sv, StringComparison.Ordinal);
        Assert.All(ShippedPolicy.File.Policy.FocusAreas, area => Assert.Contains(outcome.Signals, signal => signal.FocusArea == area.Id));
    }

    [Fact]
    public async Task Every_RankNamesItsGroupAndYear()
    {
        var outcome = await dump.OutcomeAsync();

        Assert.All(outcome.Signals.SelectMany(signal => signal.Figures).Where(figure => figure.Name == "peer-rank"), figure =>
            Assert.Matches(@"^from the highest of [4-8] places, G\d+ \(202[45]\)$", figure.Method));
        Assert.Contains(outcome.Signals, signal => signal.Figures.Any(figure => figure.Name == "peer-rank"));
    }

    [Fact]
    public async Task Every_PrintedNumber_IsInTheEvidence()
    {
        var outcome = await dump.OutcomeAsync();

        ShippedPolicy.AssertTraced(outcome.Signals, dump.Tables);
    }

    /// <summary>The dump in memory, read and analysed once.</summary>
    public sealed class Dump : IDisposable
    {
        private readonly Lazy<Task<AnalysisOutcome>> _outcome;
        private readonly InMemoryTables _tables = new();

        public Dump() => _outcome = new(ReadAsync);

        public ITables Tables => _tables;

        public Task<AnalysisOutcome> OutcomeAsync()
        {
            SharedFolder.Path();
            return _outcome.Value;
        }

        public async Task<Found> SignalAsync(string indicator) => new((await OutcomeAsync()).Signals.Single(signal => signal.Id == "indicator/" + indicator));

        /// <summary>Our stored values from a year on, rounded to the tenth, repetitions of a value left out.</summary>
        public async Task<double[]> MeasuredAsync(string indicator, int from)
        {
            await OutcomeAsync();
            var table = await _tables.QueryAsync(
                "SELECT value FROM observations WHERE indicator = $1 AND ref_area = '1487' AND sex = 'T' AND CAST(period AS INTEGER) >= $2 ORDER BY period", indicator, from);
            var values = table.Rows.Select(row => Math.Round(row.Number("value")!.Value, 2)).ToArray();
            return [.. values.Where((value, i) => i == 0 || value != values[i - 1]).Select(value => Math.Round(value, indicator == "N05815" ? 1 : 2, MidpointRounding.AwayFromZero))];
        }

        public void Dispose() => _tables.Dispose();

        private async Task<AnalysisOutcome> ReadAsync()
        {
            _tables.Execute(
                """
                INSERT INTO observations (_source, dataset, freq, ref_area, indicator, sex, period, period_start, value, presence, _load_id, _answer, _revision, _current)
                SELECT 'kolada', 'kolada', 'A', municipality, kpi, CASE gender WHEN 'K' THEN 'F' ELSE gender END, CAST(period AS VARCHAR), make_date(CAST(period AS INTEGER), 1, 1), value,
                    'present', 'load-1', 1, 1, true
                FROM read_csv($1, header = true, types = {'municipality': 'VARCHAR', 'kpi': 'VARCHAR', 'gender': 'VARCHAR', 'value': 'DOUBLE'})
                WHERE value IS NOT NULL
                """,
                SharedFolder.Path("captures", "statistics", "kolada", "derived", "kolada-indicators-all-units.csv.gz"));
            return await ShippedPolicy.AnalyseAsync(_tables);
        }
    }

    /// <summary>A signal, its figures by name.</summary>
    public sealed record Found(Signal Signal)
    {
        public LocalText Headline => Signal.Headline;

        public LocalText? Caveat => Signal.Caveat;

        public IReadOnlyList<SignalFigure> Figures => Signal.Figures;

        public SignalLevel Level => Signal.Level;

        public double Of(string figure) => Signal.Figures.Single(one => one.Name == figure).Value;
    }
}
