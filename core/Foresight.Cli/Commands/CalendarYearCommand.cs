using System.CommandLine;
using System.Globalization;
using System.Text;
using Foresight.Cli.Output;
using Foresight.Engine.Calendar;
using Foresight.Engine.Calendar.Reports;
using Foresight.Sdk;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight calendar year</c>: the year's meetings and reports by month, also as an iCalendar file.</summary>
internal static class CalendarYearCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("year", "Show a year's meetings and reports by month, or write them as an .ics file for a calendar.\n\nExample: foresight calendar year 2027 --ics cycle.ics --samples");
        var year = new Argument<int?>("YEAR") { Description = "The year (default: the present one)", Arity = ArgumentArity.ZeroOrOne };
        year.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is { } given and not (>= 2000 and < 2200))
                result.AddError("YEAR takes 2000 to 2199.");
        });
        var ics = new Option<string?>("--ics") { Description = "Write an iCalendar file (RFC 5545) instead of printing", HelpName = "FILE" };
        var language = new Option<string>("--language") { Description = "The language of the .ics file: sv or en", HelpName = "LANGUAGE", DefaultValueFactory = _ => "sv" };
        language.AcceptOnlyFromAmong("sv", "en");
        command.Add(year);
        command.Add(ics);
        command.Add(language);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var now = session.Input.Clock.GetUtcNow();
            var shown = YearCalendar.Of(session.Policy.Policy, call.GetValue(year) ?? now.Year);
            if (call.GetValue(ics) is { } name)
            {
                var file = Path.GetFullPath(name, terminal.Folder);
                await WriteAsync(shown, new CalendarFile(session.Policy.Policy, call.GetValue(language)!, now), file, cancellationToken);
                if (call.GetValue(common.Json))
                    terminal.Out.WriteJson(new { file, meetings = shown.Meetings.Count, cancelled = shown.Cancelled.Count, reports = shown.Reports.Count });
                else
                    terminal.Out.WriteLine(file);
            }
            else if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(Json(shown));
            }
            else if (!CalendarCommand.IsEmpty(session.Policy, terminal.Out))
            {
                Print(terminal.Out, shown);
            }

            return ExitCode.Done;
        });
        return command;
    }

    // Aside first: a calendar that subscribes to the file never reads half of it.
    private static async Task WriteAsync(YearCalendar shown, CalendarFile calendar, string file, CancellationToken cancellationToken)
    {
        foreach (var meeting in shown.Meetings)
            calendar.Add(meeting);
        foreach (var meeting in shown.Cancelled)
            calendar.AddCancelled(meeting);
        foreach (var report in shown.Reports)
            calendar.Add(report);
        var aside = file + ".tmp";
        await File.WriteAllTextAsync(aside, calendar.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
        File.Move(aside, file, overwrite: true);
    }

    private static object Json(YearCalendar shown) => new
    {
        shown.Year,
        months = Enumerable.Range(1, 12).Select(month => new
        {
            month,
            meetings = shown.Meetings.Where(meeting => meeting.Day.Month == month),
            cancelled = shown.Cancelled.Where(meeting => meeting.Day.Month == month),
            reports = shown.Reports.Where(report => report.Due.Month == month).Select(CalendarOutput.Json),
        }),
    };

    private static void Print(TextWriter output, YearCalendar shown)
    {
        var rows = shown.Meetings.Select(meeting => (meeting.Day, Cells: new[] { "meeting", meeting.Body, "", CalendarOutput.Note(meeting) }))
            .Concat(shown.Cancelled.Select(meeting => (meeting.Day, Cells: new[] { "cancelled", meeting.Body, "", meeting.Reason!.En })))
            .Concat(shown.Reports.Select(report => (Day: report.Due, Cells: new[] { "report", report.Rule.Body, report.Rule.Id, Note(report) })))
            .OrderBy(row => row.Day).ToList();
        output.WriteText(
            ["month", "day", "what", "body", "report", "note"],
            [.. rows.Select((row, i) => (IReadOnlyList<string>)
            [
                i > 0 && rows[i - 1].Day.Month == row.Day.Month ? "" : Wording.Month(row.Day.Year, row.Day.Month, "en"),
                string.Create(CultureInfo.InvariantCulture, $"{row.Day.DayOfWeek.ToString()[..3]} {row.Day:yyyy-MM-dd}"), .. row.Cells,
            ])]);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{shown.Meetings.Count} meetings, {shown.Cancelled.Count} cancelled, {shown.Reports.Count} reports; --ics FILE writes them for a calendar."));
    }

    private static string Note(DueReport report) => string.Join(", ", new[]
    {
        report.Send < report.Due ? $"send by {CalendarOutput.Day(report.Send)}" : null,
        report.Rule.ToConfirm ? "to confirm" : null,
    }.OfType<string>());
}
