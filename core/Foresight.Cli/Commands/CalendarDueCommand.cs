using System.CommandLine;
using System.Globalization;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Calendar;
using Foresight.Engine.Calendar.Reports;
using Foresight.Engine.Registers;
using Foresight.Sdk;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight calendar due</c>: what is due next for whom, with what is missing.</summary>
internal static class CalendarDueCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("due", "Tell what is due next for whom, what of it is missing now, and when each body meets next.\n\nExample: foresight calendar due --body kommunstyrelsen --days 120 --samples");
        var body = new Option<string?>("--body") { Description = "Only what this body gets or writes", HelpName = "ID" };
        var days = new Option<int>("--days") { Description = "How many days ahead to look", HelpName = "N", DefaultValueFactory = _ => 90 };
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 3650)
                result.AddError("--days takes 0 to 3650.");
        });
        command.Add(body);
        command.Add(days);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var (policy, only) = (session.Policy.Policy, call.GetValue(body));
            if (only is not null && policy.Bodies.All(known => known.Id != only))
                throw new ConfigurationException([$"The policy has no body '{only}'; it has {string.Join(", ", policy.Bodies.Select(known => known.Id))}."]);
            var today = DateOnly.FromDateTime(session.Input.Clock.GetUtcNow().UtcDateTime);
            var until = today.AddDays(call.GetValue(days));
            var meetings = new MeetingCalendar(policy);
            var lines = await DueList.ReadAsync(new ReportCalendar(policy, meetings), await NeedsAsync(session, today, cancellationToken), only, today, until);
            var next = meetings.Bodies.Where(id => only is null || id == only).Select(id => (Body: id, Meeting: meetings.Next(id, today))).ToList();
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(new
                {
                    asOf = today,
                    until,
                    due = lines.Select(line => new { report = CalendarOutput.Json(line.Report), missing = line.Missing.Select(gap => new { gap.Need, gap.Sentence }), complete = line.Missing.Count == 0 }),
                    nextMeetings = next.Select(one => new { one.Body, meeting = one.Meeting }),
                });
                return ExitCode.Done;
            }

            if (CalendarCommand.IsEmpty(session.Policy, terminal.Out))
                return ExitCode.Done;
            Print(terminal.Out, lines, today, until);
            if (next.Count > 0)
            {
                terminal.Out.WriteLine();
                terminal.Out.WriteText(
                    ["body", "next meeting", "in days", "note"],
                    [.. next.OrderBy(one => one.Meeting?.Day ?? DateOnly.MaxValue).Select(one => (IReadOnlyList<string>)
                        [one.Body, CalendarOutput.Day(one.Meeting?.Day), one.Meeting is { } meeting ? InDays(meeting.Day, today) : "", CalendarOutput.Note(one.Meeting)])],
                    new HashSet<int> { 2 }, new HashSet<int> { 3 });
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<NeedReader> NeedsAsync(Session session, DateOnly today, CancellationToken cancellationToken)
    {
        var titles = session.Policy.Sources.ToDictionary(entry => entry.Id, entry => entry.Title ?? new LocalText(entry.Id, entry.Id), StringComparer.Ordinal);
        var states = await SourceStates.ReadAsync(session, "en", cancellationToken);
        return new NeedReader(
            session.Policy.Policy, session.Store.Tables, await RegisterBook.ReadAsync(session.Store.Tables), states.Select(state => (state, titles[state.Id])), today);
    }

    private static void Print(TextWriter output, IReadOnlyList<DueLine> lines, DateOnly today, DateOnly until)
    {
        if (lines.Count == 0)
        {
            output.WriteLine($"Nothing is due or to be sent from {CalendarOutput.Day(today)} to {CalendarOutput.Day(until)}; --days looks further.");
            return;
        }

        output.WriteText(
            ["due", "in days", "send by", "report", "to", "by", "missing", "note"],
            [.. lines.Select(line => (IReadOnlyList<string>)
            [
                CalendarOutput.Day(line.Report.Due), InDays(line.Report.Due, today), CalendarOutput.Day(line.Report.Send), line.Report.Rule.Id, line.Report.Rule.Body, line.Report.Rule.By ?? "",
                line.Report.Rule.Needs.Count == 0 ? "no needs given" : line.Missing.Count == 0 ? "nothing" : string.Create(CultureInfo.InvariantCulture, $"{line.Missing.Count} of {line.Report.Rule.Needs.Count}"),
                string.Join(", ", new[] { line.Report.Send < today ? "should be sent already" : null, line.Report.Rule.ToConfirm ? "to confirm" : null }.OfType<string>()),
            ])],
            new HashSet<int> { 1 }, new HashSet<int> { 5, 7 });
        foreach (var line in lines.Where(line => line.Missing.Count > 0).DistinctBy(line => (line.Report.Rule.Id, string.Join('|', line.Missing.Select(gap => gap.Sentence.En)))))
        {
            output.WriteLine($"{line.Report.Rule.Id}, {CalendarOutput.Day(line.Report.Due)}: {string.Join("; ", line.Missing.Select(gap => gap.Sentence.En))}.");
        }
    }

    private static string InDays(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber).ToString(CultureInfo.InvariantCulture);
}
