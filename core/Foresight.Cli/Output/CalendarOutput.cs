using System.Globalization;
using Foresight.Engine.Calendar;
using Foresight.Engine.Calendar.Reports;

namespace Foresight.Cli.Output;

/// <summary>Meetings and reports as text and JSON.</summary>
internal static class CalendarOutput
{
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static object Json(DueReport report) => new
    {
        report.Rule.Id,
        report.Rule.Name,
        report.Rule.Body,
        report.Rule.By,
        report.Rule.Brief,
        report.Rule.Audience,
        report.Due,
        report.Send,
        report.Meeting,
        report.Rule.Basis,
        report.Rule.ToConfirm,
    };

    /// <summary>What is to be known of a meeting.</summary>
    public static string Note(Meeting? meeting) => meeting is null ? "none known" : string.Join(", ", new[]
    {
        meeting.Problem is { } problem ? $"day to be decided: {problem.En}" : null,
        meeting.PlannedFor is { } planned ? $"moved from {Day(planned)}: {meeting.Reason?.En}" : null,
        meeting.IsExtra ? $"extra: {meeting.Reason?.En}" : null,
        meeting.ToConfirm ? "to confirm" : null,
    }.OfType<string>());
}
