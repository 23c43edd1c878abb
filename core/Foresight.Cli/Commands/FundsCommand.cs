using System.CommandLine;
using System.Globalization;
using Foresight.Cli.Output;
using Foresight.Engine.Calendar;
using Foresight.Engine.Funds;
using Foresight.Engine.Policies;
using Foresight.Engine.Registers;
using Foresight.Sdk;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight funds list|show|calls</c>.</summary>
internal static class FundsCommand
{
    public static Command Create(Terminal terminal) => new("funds", "Look at the programmes of external funding and their calls.\n\nExample: foresight funds calls --samples")
    {
        List(terminal),
        FundsShowCommand.Create(terminal),
        Calls(terminal),
    };

    private static Command List(Terminal terminal)
    {
        var command = new Command("list", "List the programmes that the policy watches: period, status, successor, role, share.\n\nExample: foresight funds list --samples");
        var all = new Option<bool>("--all") { Description = "Also the programmes of data/funds that the policy does not watch" };
        command.Add(all);
        var common = new CommonOptions().AddTo(command);
        command.SetAction((call, _) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var file = session.Policy;
            var watched = file.Policy.Funds.Select(fund => fund.Programme).OfType<Programme>().ToList();
            List<Programme> shown = call.GetValue(all) ? [.. watched, .. file.Programmes.Where(programme => watched.All(one => one.Id != programme.Id))] : watched;
            if (call.GetValue(common.Json))
                terminal.Out.WriteJson(shown.Select(programme => Json(programme, file)));
            else
                Print(terminal.Out, shown, file);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command Calls(Terminal terminal)
    {
        var command = new Command("calls", """
            List open and coming calls that we may apply for, best first: days left, fit, when the steering group must decide, and why.

            Example: foresight funds calls --samples --all
            """);
        var all = new Option<bool>("--all") { Description = "Also the calls that are left out, with the reason" };
        var limit = new Option<int>("--limit") { Description = "The most calls to list", HelpName = "N", DefaultValueFactory = _ => 20 };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--limit takes 1 or more.");
        });
        command.Add(all);
        command.Add(limit);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, _) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var policy = session.Policy.Policy;
            var calls = await FundingCalls.ReadAsync(
                session.Store.Tables, policy, await RegisterBook.ReadAsync(session.Store.Tables), new MeetingCalendar(policy),
                DateOnly.FromDateTime(session.Input.Clock.GetUtcNow().UtcDateTime));
            var shown = calls.Calls.Take(call.GetValue(limit)).ToList();
            if (call.GetValue(common.Json))
                terminal.Out.WriteJson(new
                {
                    calls = shown.Select(Json),
                    leftOut = call.GetValue(all) ? calls.LeftOut.Select(one => new { one.Call.Id, one.Call.Title, one.Call.Programme, one.Reason }) : null,
                    counts = new { forUs = calls.Calls.Count, leftOut = calls.LeftOut.Count, stored = calls.Stored },
                    calls.Partners,
                    needs = calls.NeedsRegistered ? "registered" : "not measured",
                });
            else
                Print(terminal.Out, calls, shown, call.GetValue(all));
            return ExitCode.Done;
        });
        return command;
    }

    private static object Json(RankedCall call) => new
    {
        call.Call.Id,
        call.Call.Title,
        call.Call.Language,
        call.Call.Url,
        call.Call.Source,
        programme = call.Fund.Id,
        part = call.Part?.Name,
        call.Call.Opening,
        call.Call.Deadlines,
        call.Deadline,
        call.DaysLeft,
        call.OpensInDays,
        budgetEur = call.Call.Budget,
        call.Points,
        call.Fit,
        call.Role,
        call.FocusAreas,
        call.Reasons,
        call.Decision,
    };

    internal static object Json(Programme programme, PolicyFile file) => new
    {
        programme.Id,
        programme.Name,
        period = programme.Period?.ToString(),
        programme.Status,
        successors = Successors(programme, file).Select(one => new { one.Id, one.Name, period = one.Period?.ToString(), one.Status }),
        programme.ManagingBody,
        programme.Countries,
        programme.Areas,
        programme.Applicants,
        programme.Role,
        programme.GrantShare,
        programme.LeadTimeMonths,
        programme.PartnerCountries,
        programme.Calls,
        programme.Parts,
        programme.Source,
        programme.Checked,
        programme.ToConfirm,
        programme.Note,
        watched = file.Policy.Funds.Any(fund => fund.Id == programme.Id),
    };

    internal static IEnumerable<Programme> Successors(Programme programme, PolicyFile file) =>
        programme.Successors.Select(id => file.Programmes.Single(one => one.Id == id));

    private static void Print(TextWriter output, List<Programme> programmes, PolicyFile file)
    {
        output.WriteText(
            ["fund", "period", "status", "successor", "role", "pays", "months", "to confirm"],
            [.. programmes.Select(programme => (IReadOnlyList<string>)
            [
                programme.Id, programme.Period?.ToString() ?? "", JsonOutput.Word(programme.Status),
                string.Join(", ", Successors(programme, file).Select(one => $"{one.Id} ({JsonOutput.Word(one.Status)})")), JsonOutput.Word(programme.Role),
                FundWords.Share(programme, "en") ?? "", programme.LeadTimeMonths?.ToString(CultureInfo.InvariantCulture) ?? "", programme.ToConfirm ? "yes" : "",
            ])],
            new HashSet<int> { 6 });
        output.WriteLine(FormattableString.Invariant($"{programmes.Count} {(programmes.Count == 1 ? "programme" : "programmes")}; 'foresight funds show ID' tells everything of one, 'foresight funds calls' its calls."));
    }

    private static void Print(TextWriter output, FundingCalls calls, List<RankedCall> shown, bool all)
    {
        if (shown.Count > 0)
        {
            output.WriteText(
                ["call", "fund", "left", "fit", "decide by", "title"],
                [.. shown.Select(call => (IReadOnlyList<string>)[call.Call.Id, call.Fund.Id, FundWords.Left(call).En, $"{call.Points} {call.Fit.En}", DecideBy(call.Decision), call.Call.Title])]);
            output.WriteLine();
            foreach (var call in shown)
                output.WriteLine($"{call.Call.Id}: {string.Join(" ", call.Reasons.Append(call.Decision.Sentence).Select(reason => reason.En))}");
            output.WriteLine();
        }

        output.WriteLine(FormattableString.Invariant(
            $"{calls.Calls.Count} for us{(shown.Count < calls.Calls.Count ? $", {shown.Count} shown" : "")}, {calls.LeftOut.Count} left out{(all || calls.LeftOut.Count == 0 ? "" : " (--all tells why)")}; {calls.Stored} stored."));
        if (!calls.NeedsRegistered)
            output.WriteLine("Needs are not measured: none is registered, so no call can be told to answer one.");
        if (all && calls.LeftOut.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("Left out:");
            foreach (var one in calls.LeftOut)
                output.WriteLine($"{one.Call.Id}: {one.Reason.En}");
        }
    }

    private static string DecideBy(Decision decision) => decision.State switch
    {
        DecisionState.TooLate => "too late",
        DecisionState.NoDeadline => "no deadline",
        _ => (decision.Meeting ?? decision.Latest)!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
