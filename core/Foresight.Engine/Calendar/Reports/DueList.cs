namespace Foresight.Engine.Calendar.Reports;

/// <summary>A report that is due, with what is not there yet.</summary>
/// <param name="Report">The report.</param>
/// <param name="Missing">What it needs and is not there.</param>
public sealed record DueLine(DueReport Report, IReadOnlyList<ReportGap> Missing);

/// <summary>What is due next, and for whom.</summary>
public static class DueList
{
    /// <summary>
    /// The reports that are due, or to be sent, from a day until another, both included, the earliest first; with what is missing now.
    /// </summary>
    /// <param name="reports">The calendar of reports.</param>
    /// <param name="needs">Looks what is missing.</param>
    /// <param name="body">Only what this body gets or writes; null for all.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The last day.</param>
    public static async Task<IReadOnlyList<DueLine>> ReadAsync(ReportCalendar reports, NeedReader needs, string? body, DateOnly from, DateOnly until)
    {
        var lines = new List<DueLine>();
        // Nothing is sent more than a year before it is due (the policy's key allows 365 days, and a few without work come to it).
        foreach (var report in reports.Between(from, until.AddDays(380)).Where(report => report.Due <= until || (report.Send >= from && report.Send <= until)))
        {
            if (body is null || report.Rule.Body == body || report.Rule.By == body)
            {
                lines.Add(new DueLine(report, await needs.MissingAsync(report).ConfigureAwait(false)));
            }
        }

        return lines;
    }
}
