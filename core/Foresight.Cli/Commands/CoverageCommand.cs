using System.CommandLine;
using System.Globalization;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Sdk;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight coverage</c>: where the policy is watched, and where nobody looks.</summary>
internal static class CoverageCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("coverage", """
            Show where each focus area is watched: stories by source, language, country or month. 0: watched, and nothing came; silent, failed: the
            source gave nothing or could not be read; not-watched: nobody looked. Numbers are as the model sorted them.

            Example: foresight coverage --samples --by region
            """);
        var by = new Option<CoverageAxis?>("--by")
        {
            Description = "What stands beside the areas: source, language, region or month (default: source; with --json all of them at once)",
            HelpName = "AXIS",
            CustomParser = result => result.Tokens is [{ Value: var word }] && Enum.TryParse<CoverageAxis>(word, ignoreCase: true, out var axis) && axis != CoverageAxis.Publisher
                ? axis
                : Refused(result, "--by takes source, language, region or month."),
        };
        var area = new Option<string?>("--area") { Description = "Only this focus area", HelpName = "ID" };
        var months = new Option<int>("--months") { Description = "The number of months, the present one included", HelpName = "N", DefaultValueFactory = _ => 12 };
        months.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 600)
                result.AddError("--months takes 1 to 600.");
        });
        command.Add(by);
        command.Add(area);
        command.Add(months);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var only = call.GetValue(area);
            FocusAreaOption.Check(session.Policy.Policy, only);
            var coverage = await new Pipeline(session, new Warnings()).CoverageAsync(call.GetValue(months));
            if (call.GetValue(common.Json) && call.GetValue(by) is null)
            {
                var counts = await coverage.CountAsync(CoverageAxis.Source, CoverageAxis.Language, CoverageAxis.Region, CoverageAxis.Month);
                terminal.Out.WriteJson(new { coverage.Months, coverage.Last, coverage.Sources, Counts = counts.Where(count => only is null || count.FocusArea == only) });
                return ExitCode.Done;
            }

            var rows = (await coverage.MapAsync(call.GetValue(by) ?? CoverageAxis.Source)).Select(row => row with { Cells = [.. row.Cells.Where(cell => only is null || cell.FocusArea == only)] }).ToArray();
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(new { coverage.Months, coverage.Last, coverage.Sources, Rows = rows });
            }
            else
            {
                Print(terminal.Out, rows, call.GetValue(by) ?? CoverageAxis.Source);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static CoverageAxis? Refused(System.CommandLine.Parsing.ArgumentResult result, string sentence)
    {
        result.AddError(sentence);
        return null;
    }

    private static void Print(TextWriter output, CoverageRow[] rows, CoverageAxis by)
    {
        output.WriteText(
            [JsonOutput.Word(by), "reports", "judged", .. rows.SelectMany(row => row.Cells).Select(cell => cell.FocusArea).Distinct()],
            [.. rows.Select(row => (IReadOnlyList<string>)
            [
                by == CoverageAxis.Source ? row.Key : row.Name.En, Text(row.Reports), Text(row.Judged),
                .. row.Cells.Select(cell => cell.State is CoverageState.Heard or CoverageState.NothingCame ? Text(cell.Stories) : JsonOutput.Word(cell.State)),
            ])],
            Enumerable.Range(1, 2 + rows.Max(row => row.Cells.Count)).ToHashSet());
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
