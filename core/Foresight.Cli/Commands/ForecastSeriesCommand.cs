using System.CommandLine;
using System.Globalization;
using System.Text;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Forecasts;
using Foresight.Sdk;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight forecast indicator</c> and <c>foresight forecast series</c>: where one series is likely to go.</summary>
internal static class ForecastSeriesCommand
{
    public static Command Indicator(Terminal terminal)
    {
        var command = new Command("indicator", """
            Look ahead for a stored indicator: expected values with intervals, the methods behind them, and their error when tried from earlier points.

            Example: foresight forecast indicator N01951 --samples
            """);
        var id = new Argument<string>("ID") { Description = "The policy's indicator" };
        var area = new Option<string?>("--area") { Description = "Another place, by its code in the source (default: our own)", HelpName = "CODE" };
        var horizon = Horizon();
        command.Add(id);
        command.Add(area);
        command.Add(horizon);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, _) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var today = DateOnly.FromDateTime(session.Input.Clock.GetUtcNow().UtcDateTime);
            var forecast = await IndicatorForecasting.RunAsync(
                session.Store.Tables, session.Policy.Policy, call.GetRequiredValue(id), call.GetValue(area), Asked(call.GetValue(horizon)), today);
            return Tell(terminal, forecast, call.GetValue(common.Json));
        });
        return command;
    }

    public static Command Series(Terminal terminal)
    {
        var command = new Command("series", """
            Look ahead for a series of your own: CSV with a period and a value on each line, such as 2026-03,41.5.

            Example: foresight forecast series --in visitors.csv --horizon 12
            """);
        var input = new Option<string?>("--in") { Description = "The series (default: standard input)", HelpName = "FILE" };
        var horizon = Horizon();
        command.Add(input);
        command.Add(horizon);
        var common = new CommonOptions().AddTo(command, withInput: false);
        command.SetAction(call =>
        {
            var file = call.GetValue(input);
            var figures = Read(file);
            var today = DateOnly.FromDateTime(terminal.Clock.GetUtcNow().UtcDateTime);
            return Tell(terminal, SeriesForecast.Of(file ?? "standard input", figures, null, Asked(call.GetValue(horizon)), today), call.GetValue(common.Json));
        });
        return command;
    }

    private static Option<int?> Horizon() =>
        new("--horizon") { Description = "How many periods ahead (default: to the second year from now, at most half as many as there are values)", HelpName = "N" };

    private static int? Asked(int? horizon) => horizon is null or (>= 1 and <= 120) ? horizon
        : throw new ConfigurationException([$"--horizon {horizon.Value.ToString(CultureInfo.InvariantCulture)}: a forecast reaches from 1 to 120 periods ahead."]);

    private static IReadOnlyList<SeriesFigure> Read(string? file)
    {
        try
        {
            using var reader = file is null or "-" ? new StreamReader(System.Console.OpenStandardInput(), Encoding.UTF8) : new StreamReader(file, Encoding.UTF8);
            return SeriesFile.Read(reader, file ?? "standard input");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException([$"{file}: cannot be read: {fault.Message}"]);
        }
    }

    private static int Tell(Terminal terminal, SeriesForecast forecast, bool json)
    {
        if (json)
            terminal.Out.WriteJson(forecast);
        else if (forecast.Reason is { } reason)
            terminal.Out.WriteLine($"{forecast.Name}: no forecast. {reason}");
        else
            Print(terminal.Out, forecast);
        return ExitCode.Done;
    }

    private static void Print(TextWriter output, SeriesForecast forecast)
    {
        string Number(double value) => value.ToString("F" + forecast.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        output.WriteLine($"{forecast.Name}{(forecast.Unit.Length == 0 ? "" : ", " + forecast.Unit)}");
        output.WriteLine($"From {forecast.Values} values, {forecast.First} to {forecast.Newest}. {Tried(forecast)}");
        if (forecast.Case == Methods.Forecasting.ForecastCase.Intermittent)
            output.WriteLine("Mostly zeros: the forecast is a rate, not the next value.");
        output.WriteLine();
        output.WriteText(
            ["period", "expected", .. forecast.Periods[0].Intervals.Select(interval => $"{ClassifyCommand.Number(100 * interval.Level, "F0")} %")],
            [.. forecast.Periods.Select(period => (IReadOnlyList<string>)[period.Period, Number(period.Point), .. period.Intervals.Select(interval => $"{Number(interval.Low)} to {Number(interval.High)}")])],
            Enumerable.Range(1, 1 + forecast.Periods[0].Intervals.Count).ToHashSet());
        output.WriteLine();
        output.WriteText(
            ["method", "share", "error against naive"],
            [.. forecast.Methods.Select(method => (IReadOnlyList<string>)
                [method.Name, ClassifyCommand.Number(method.Share, "F2"), method.ErrorAgainstNaive is { } error ? ClassifyCommand.Number(error, "F2") : "not tried"])],
            new HashSet<int> { 1, 2 });
    }

    private static string Tried(SeriesForecast forecast)
    {
        if (forecast.ErrorAgainstNaive is not { } error)
            return "Too short to be tried from earlier points.";
        var naive = forecast.Season == 1 ? "the last value" : "the value of the same time a season ago";
        return $"Error against naive: {ClassifyCommand.Number(error, "F2")} ({(error < 1 ? $"below 1 is better than repeating {naive}" : $"{naive} is at least as good a guess; read the intervals")}), "
            + $"tried from {forecast.Origins} earlier {(forecast.Origins == 1 ? "point" : "points")}.";
    }
}
