using System.CommandLine;
using System.Globalization;
using Foresight.Cli.Output;
using Foresight.Engine.Exposure;
using Foresight.Methods.Trade;
using Foresight.Sdk;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight exposure</c>: the watched goods, and what a shock to them would do.</summary>
internal static class ExposureCommand
{
    public static Command Create(Terminal terminal) => new("exposure", "Look at the goods that the policy watches.\n\nExample: foresight exposure list --samples")
    {
        List(terminal),
        WhatIfOf(terminal),
    };

    private static Command List(Terminal terminal)
    {
        var command = new Command("list", "List the watched goods with their latest value, partners, concentration, source and period.\n\nExample: foresight exposure list --samples");
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var lines = await ExposureList.ReadAsync(session.Store.Tables, session.Policy.Policy, cancellationToken);
            if (call.GetValue(common.Json))
                terminal.Out.WriteJson(lines);
            else
                Print(terminal.Out, lines);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command WhatIfOf(Terminal terminal)
    {
        var command = new Command("what-if", """
            Carry a shock to the exposed value, its share of the country's trade and, where job data exist, to jobs, with all that is assumed.

            Example: foresight exposure what-if --samples --partner NO --shock 10% --kind tariff
            """);
        var product = new Option<string?>("--product") { Description = "A watched product's id, or a code of HS or CN (default: all goods)", HelpName = "ID|CODE" };
        var partner = new Option<string?>("--partner") { Description = "The partner's code or place (default: all partners)", HelpName = "CC" };
        var shock = new Option<string>("--shock") { Description = "The shock, such as -20%", HelpName = "PERCENT", Required = true };
        var kind = new Option<ShockKind>("--kind") { Description = "What changes: tariff (the buyer's price), demand or supply", DefaultValueFactory = _ => ShockKind.Demand };
        var elasticity = new Option<double?>("--elasticity") { Description = "How strongly the value answers (default: 1, in proportion)", HelpName = "E" };
        var flow = new Option<TradeFlow>("--flow") { Description = "The direction of goods that are not watched: import or export", DefaultValueFactory = _ => TradeFlow.Export };
        command.Add(product);
        command.Add(partner);
        command.Add(shock);
        command.Add(kind);
        command.Add(elasticity);
        command.Add(flow);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, _) =>
        {
            var question = new WhatIfQuestion
            {
                Product = call.GetValue(product),
                Partner = call.GetValue(partner),
                Shock = new TradeShock(call.GetValue(kind), Percent(call.GetRequiredValue(shock)), call.GetValue(elasticity) ?? 1),
                ElasticityGiven = call.GetValue(elasticity) is not null,
                Flow = call.GetValue(flow),
            };
            using var session = common.OpenToLook(call, terminal);
            var answer = await WhatIf.AskAsync(session.Store.Tables, session.Policy.Policy, question);
            if (call.GetValue(common.Json))
                terminal.Out.WriteJson(answer);
            else
                Print(terminal.Out, answer);
            return ExitCode.Done;
        });
        return command;
    }

    // A plain -20 might be meant as -20 % or as a factor: only the sign tells.
    private static double Percent(string text)
    {
        var number = text.Replace('\u2212', '-').Trim();
        return number.EndsWith('%') && double.TryParse(number[..^1].TrimEnd(), NumberStyles.Float, CultureInfo.InvariantCulture, out var percent)
            ? percent / 100
            : throw new ArgumentException($"'{text}' is no shock: write it in per cent, such as -20%.");
    }

    private static void Print(TextWriter output, IReadOnlyList<ExposureLine> lines)
    {
        output.WriteText(
            ["product", "flow", "million EUR", "on a year", "HHI", "largest partners", "months", "source"],
            [.. lines.Select(line => (IReadOnlyList<string>)
            [
                line.Id,
                line.Flow,
                line.Value is { } value ? Wording.Number(value / 1e6, "en", 1) : "no data",
                line.Growth is { } growth ? Wording.WithSign(100 * growth, "en", 1) + "%" : "",
                line.HhiLow is not { } low ? "" : Wording.Number(low, "en", 2) + (line.HhiHigh - low < 0.005 ? "" : "–" + Wording.Number(line.HhiHigh!.Value, "en", 2)),
                string.Join(", ", line.Partners.Take(3).Select(partner => $"{partner.Partner} {Wording.Percent(partner.Share, "en")}")),
                line.Period ?? "",
                line.Source is null ? "" : line.Source + (line.Mirror ? " (mirror)" : ""),
            ])],
            new HashSet<int> { 2, 3, 4 });
        foreach (var group in lines.Where(line => line.Note is not null).GroupBy(line => line.Note))
        {
            output.WriteLine($"{string.Join(", ", group.Select(line => line.Id))}: {group.Key}");
        }
    }

    private static void Print(TextWriter output, WhatIfAnswer answer)
    {
        output.WriteLine($"{answer.Subject}, {answer.Period} ({answer.Source}{(answer.Mirror ? ", mirror" : "")})");
        Line("exposed value", Money(answer.ExposedValue));
        Line("of the product's trade", Share(answer.ShareOfProduct));
        Line("of trade in all goods", Share(answer.ShareOfAllGoods));
        Line("change of the value", $"{Money(answer.ValueChange)} ({Wording.WithSign(100 * answer.Change, "en", 1)}%)");
        Line("change of all goods", answer.ChangeOfAllGoods is { } all ? Wording.WithSign(100 * all, "en", 3) + "%" : null);
        Line("exposed jobs here", answer.ExposedJobs is { } jobs ? "about " + Wording.Number(jobs, "en") : null);
        Line("change of jobs here", answer.JobsChange is { } lost ? "about " + Wording.WithSign(lost, "en") : null);
        output.WriteLine("Assumed:");
        foreach (var sentence in answer.Assumptions)
        {
            output.WriteLine($"- {sentence}");
        }

        foreach (var sentence in answer.Unsaid)
        {
            output.WriteLine(sentence);
        }

        void Line(string what, string? value)
        {
            if (value is not null)
            {
                output.WriteLine($"  {what,-24}{value}");
            }
        }

        string Money(double value) => $"{Wording.WithSign(value / 1e6, "en", 1).TrimStart('+')} million {answer.Currency}";

        static string? Share(double? share) => share is { } known ? Wording.Percent(known, "en", 2) : null;
    }
}
