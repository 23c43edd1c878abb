using Foresight.Engine.Calendar.Reports;
using Foresight.Sdk;

namespace Foresight.Engine.Briefs.Sections;

/// <summary>What is due until the reader's next meeting, and what is missing for it; for the executive board also when each body meets next.</summary>
internal sealed class CalendarSection : IBriefSection
{
    private const int MostRows = 10;

    // As far as is looked where the reader's meetings are not known.
    private const int DaysAhead = 90;

    public string Id => "calendar";

    public async Task<BriefSection?> BuildAsync(SectionContext context, CancellationToken cancellationToken)
    {
        var words = new CalendarSectionWords(context.Language);
        var (cycle, meetings) = (context.Policy.Cycle, context.Meetings);
        if (cycle.Meetings.Count + cycle.Reports.Count == 0)
        {
            return new BriefSection(Id, words.Title) { Parts = [new SectionText(words.NoCycle)] };
        }

        var reader = context.Policy.Bodies.Single(body => body.Id == context.Audience.Body);
        var next = meetings.Next(reader.Id, context.Today);
        var until = next?.Day ?? context.Today.AddDays(DaysAhead);
        var everybody = reader.Kind is "executive-board" or "office";
        var needs = new NeedReader(
            context.Policy, context.Tables, context.Registers, context.Sources.Select(source => (source, new LocalText(source.Title, source.Title))), context.Today);
        var due = await DueList.ReadAsync(new ReportCalendar(context.Policy, meetings), needs, everybody ? null : reader.Id, context.Today, until).ConfigureAwait(false);

        var parts = new List<SectionPart> { new SectionText(words.Opening(next, until, due.Count)) };
        if (due.Count > 0)
        {
            parts.Add(new SectionTable(words.DueCaption(until), words.DueColumns, [.. due.Take(MostRows).Select(line => Row(line, context.Policy, words))]));
        }

        if (due.Count > MostRows)
        {
            parts.Add(new SectionText(words.More(due.Count - MostRows)));
        }

        if (everybody && meetings.Bodies.Count > 0)
        {
            parts.Add(new SectionTable(words.NextCaption, words.NextColumns, [.. meetings.Bodies
                .Select(body => (Body: context.Policy.Bodies.Single(one => one.Id == body), Meeting: meetings.Next(body, context.Today)))
                .OrderBy(one => one.Meeting?.Day ?? DateOnly.MaxValue).Take(MostRows)
                .Select(one => (IReadOnlyList<SectionCell>)[new(one.Body.Name.In(context.Language)), new(words.Day(one.Meeting)), new(words.Note(one.Meeting))])]));
        }

        if (cycle.Meetings.Any(series => series.ToConfirm) || cycle.Reports.Any(report => report.ToConfirm))
        {
            parts.Add(new SectionText(words.Proposal));
        }

        return new BriefSection(Id, words.Title) { Parts = parts };
    }

    private static IReadOnlyList<SectionCell> Row(DueLine line, Policy policy, CalendarSectionWords words)
    {
        var (report, rule) = (line.Report, line.Report.Rule);
        return
        [
            new(rule.Name.In(words.Language)),
            new(policy.Bodies.Single(body => body.Id == rule.Body).Name.In(words.Language)),
            new(Wording.Day(report.Due, words.Language)),
            new(Wording.Day(report.Send, words.Language)),
            new(words.Missing(line)),
        ];
    }
}
