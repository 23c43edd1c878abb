using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine.Forecasts;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight forecast indicator|series|eval</c>.</summary>
internal static class ForecastCommand
{
    public static Command Create(Terminal terminal) => new("forecast", "Look ahead.\n\nExample: foresight forecast indicator N01951 --samples")
    {
        ForecastSeriesCommand.Indicator(terminal),
        ForecastSeriesCommand.Series(terminal),
        Evaluate(terminal),
    };

    private static Command Evaluate(Terminal terminal)
    {
        var command = new Command("eval", """
            Judge our forecasts on a file of competition series (JSON by id with period, x and xx, as of the R packages Mcomp and Tcomp; also .gz).

            Example: foresight forecast eval tcomp.json.gz
            """);
        var file = new Argument<string>("FILE") { Description = "The series" };
        command.Add(file);
        var common = new CommonOptions().AddTo(command, withInput: false);
        command.SetAction((call, cancellationToken) =>
        {
            var report = ForecastEvaluation.Run(CompetitionFile.Read(call.GetRequiredValue(file)), cancellationToken);
            if (call.GetValue(common.Json))
                terminal.Out.WriteJson(report);
            else
                Print(terminal, report);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Print(Terminal terminal, ForecastReport report)
    {
        terminal.Out.WriteText(
            ["series", "n", "method", "sMAPE", "MASE", "OWA"],
            [.. report.Frequencies.Append(report.All).SelectMany(group => group.Methods.Select((method, i) => (IReadOnlyList<string>)
                [i == 0 ? group.Frequency : "", i == 0 ? ClassifyCommand.Number(group.Series, "F0") : "", method.Method, ClassifyCommand.Number(method.Smape, "F2"), ClassifyCommand.Number(method.Mase), ClassifyCommand.Number(method.Owa)]))],
            new HashSet<int> { 1, 3, 4, 5 });
        terminal.Out.WriteLine();
        terminal.Out.WriteText(
            ["our intervals", .. report.All.Coverage.Select(level => ClassifyCommand.Number(100 * level.Level, "F0") + " %"), "median ms", "most ms"],
            [.. report.Frequencies.Append(report.All).Select(group => (IReadOnlyList<string>)
                [group.Frequency, .. group.Coverage.Select(level => ClassifyCommand.Number(100 * level.Covered, "F1")), ClassifyCommand.Number(group.MedianMilliseconds, "F1"), ClassifyCommand.Number(group.MostMilliseconds, "F0")])],
            Enumerable.Range(1, 5).ToHashSet());
        if (report.TooShort.Count > 0)
            terminal.Out.WriteLine($"Too short to forecast: {string.Join(", ", report.TooShort)}.");
    }
}
