using System.ComponentModel;
using System.Globalization;
using Foresight.Benchmarks.Samples;
using Foresight.Engine.Forecasts;
using Foresight.Methods.Forecasting;

namespace Foresight.Benchmarks.Forecasts;

/// <summary>
/// Forecasts per second, and their errors: <c>forecast [--series 240]</c>. Yardstick: R's <c>forecast::thetaf</c> and <c>ets</c> on the same series in the same run. Needs
/// FORESIGHT_SHARED; where R is not on the machine its lines are left out.
/// </summary>
internal sealed class ForecastBenchmark : IBenchmark
{
    private const int Rounds = 3;

    public string Verb => "forecast";

    public string Description => "series forecast per second, against R's thetaf and ets (FORESIGHT_SHARED) [--series 240]";

    public async Task RunAsync(string[] args, Action<ResultLine> tell)
    {
        if (Environment.GetEnvironmentVariable("FORESIGHT_SHARED") is not { Length: > 0 } shared)
        {
            tell(new("forecasts: left out, FORESIGHT_SHARED is not set"));
            return;
        }

        var count = args is ["--series", var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 240;
        var all = new[] { "tcomp_data.json.gz", "m1_data.json.gz" }.SelectMany(file => CompetitionFile.Read(Path.Combine(shared, "evaluation", "forecast", file))).ToArray();
        // Every so many of both competitions, the same each time.
        var series = Enumerable.Range(0, count).Select(i => all[(int)((long)i * all.Length / count)]).ToArray();
        var theta = new Deseasonalised(new Theta());
        await CompareAsync("Theta", "thetaf", 10, series, (one, period, horizon) => theta.Project(one, period, horizon)!.Points, tell);
        await CompareAsync(
            "exponential smoothing chosen by AICc", "ets", 100, series,
            (one, period, horizon) => (ExponentialSmoothing.Any.Project(one, period, horizon) ?? theta.Project(one, period, horizon)!).Points, tell);
        var whole = await TimeAsync(series, (one, period, horizon) => Forecaster.Of(one, period, horizon).Points);
        tell(Line("the whole forecast: five methods, tried from earlier points, with intervals", whole));
    }

    private static async Task CompareAsync(
        string name, string yardstick, double goal, CompetitionSeries[] series, Func<double[], int, int, IReadOnlyList<double>> method, Action<ResultLine> tell)
    {
        var ours = await TimeAsync(series, method);
        if (await RAsync(yardstick, series) is not { } theirs)
        {
            tell(Line(name, ours));
            tell(new($"yardstick: R's {yardstick}: left out, R with its package forecast is not on this machine (apt-get install r-cran-forecast)"));
            return;
        }

        tell(ResultLine.Of($"yardstick: R's {yardstick} on {series.Length:N0} series", theirs, "series") with { Against = $"MASE {theirs.Note}" });
        var faster = ours.RowsPerSecond / theirs.RowsPerSecond;
        tell(Line(name, ours) with
        {
            Against = $"{ResultLine.Number(faster, "N0")} times as fast; MASE {ours.Note}",
            Goal = ResultLine.Held($"at least {ResultLine.Number(goal, "0")} times, with no worse error", faster >= goal && Error(ours) <= Error(theirs)),
        });
    }

    private static double Error(Measured measured) => double.Parse(measured.Note, CultureInfo.InvariantCulture);

    private static ResultLine Line(string what, Measured measured) => ResultLine.Of(what, measured, "series") with { Against = $"MASE {measured.Note}" };

    private static async Task<Measured> TimeAsync(CompetitionSeries[] series, Func<double[], int, int, IReadOnlyList<double>> method)
    {
        Measured? best = null;
        var past = series.Select(one => one.Past.ToArray()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            best = (await Measure.TimeAsync(() =>
            {
                var errors = new double?[series.Length];
                Parallel.For(0, series.Length, i =>
                {
                    var (period, future) = (series[i].Frequency.Period, series[i].Future);
                    errors[i] = ForecastErrors.Mase(past[i], period, future, method(past[i], period, future.Count));
                });
                return Task.FromResult(((long)series.Length, FormattableString.Invariant($"{errors.OfType<double>().Average():0.0000}")));
            })).Best(best);
        }

        return best!;
    }

    private static async Task<Measured?> RAsync(string method, CompetitionSeries[] series)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, series.Select(one => string.Join(
                ';', one.Frequency.Period.ToString(CultureInfo.InvariantCulture), one.Future.Count.ToString(CultureInfo.InvariantCulture), Values(one.Past), Values(one.Future))));
            var script = Path.Combine(Repository.Root, "tests", "Foresight.Benchmarks", "Forecasts", "forecast_yardstick.R");
            var run = await ChildRun.MeasureAsync("Rscript", script, file, method);
            var told = run.Note.Split(' ');
            return run with { Seconds = double.Parse(told[0], CultureInfo.InvariantCulture), Rows = series.Length, Note = told[1] };
        }
        catch (Exception missing) when (missing is Win32Exception || missing.Message.Contains("there is no package called", StringComparison.Ordinal))
        {
            return null;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Values(IReadOnlyList<double> values) => string.Join(',', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
}
