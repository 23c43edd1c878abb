using System.Globalization;
using Foresight.Engine.Calendar;
using Foresight.Engine.Calendar.Reports;
using Foresight.Sdk;

namespace Foresight.Engine.Briefs.Sections;

/// <summary>The sentences of the calendar's section.</summary>
internal sealed class CalendarSectionWords(string language)
{
    public string Language => language;

    public string Title => Of("Årshjulet", "The yearly cycle");

    public string NoCycle => Of("Årshjulet är inte angivet: varken mötesdagar eller rapporter finns.", "The yearly cycle is not given: there are neither meetings nor reports.");

    public string Proposal => Of(
        "Dagarna är ett förslag och ska bekräftas av kommunen.", "The days are a proposal, to be confirmed by the policy's owner.");

    public string NextCaption => Of("Nästa möte", "Next meeting");

    public IReadOnlyList<SectionColumn> DueColumns =>
    [
        new(Of("Vad", "What")), new(Of("Till", "To")), new(Of("Senast", "Due")), new(Of("Skickas senast", "Sent by")), new(Of("Saknas nu", "Missing now")),
    ];

    public IReadOnlyList<SectionColumn> NextColumns => [new(Of("Vem", "Who")), new(Of("Dag", "Day")), new(Of("Att veta", "To know"))];

    public string Opening(Meeting? next, DateOnly until, int due)
    {
        var meeting = next is null
            ? Of("Nästa mötesdag är inte angiven.", "The day of the next meeting is not given.")
            : Of($"Nästa möte är {Day(next)}.", $"The next meeting is on {Day(next)}.");
        var reports = due switch
        {
            0 => Of("Inget ska lämnas eller skickas dessförinnan.", "Nothing is due or to be sent before then."),
            1 => Of("En sak ska lämnas eller skickas till dess.", "One thing is due or to be sent by then."),
            _ => Of($"{Number(due)} saker ska lämnas eller skickas till dess.", $"{Number(due)} things are due or to be sent by then."),
        };
        return next is not null ? $"{meeting} {reports}"
            : due > 0 ? meeting
            : $"{meeting} {Of($"Inget ska lämnas till och med {Wording.Day(until, language)}.", $"Nothing is due by {Wording.Day(until, language)}.")}";
    }

    public string DueCaption(DateOnly until) => Of($"Att lämna eller skicka till och med {Wording.Day(until, language)}", $"Due or to be sent by {Wording.Day(until, language)}");

    public string More(int count) => count == 1
        ? Of("En rad till finns i kalendern.", "One more line is in the calendar.")
        : Of($"{Number(count)} rader till finns i kalendern.", $"{Number(count)} more lines are in the calendar.");

    public string Missing(DueLine line)
    {
        if (line.Report.Rule.Needs.Count == 0)
        {
            return Of("inget underlag är angivet", "no needs are given");
        }

        var gaps = string.Join("; ", line.Missing.Select(gap => gap.Sentence.In(language)));
        return gaps.Length == 0 ? Of("inget", "nothing") : gaps;
    }

    public string Day(Meeting? meeting) => meeting is null ? Of("inte angiven", "not given") : Wording.Day(meeting.Day, language);

    public string Note(Meeting? meeting) => meeting switch
    {
        { Problem: { } problem } => Of($"dagen måste bestämmas: {problem.Sv}", $"its day must be decided: {problem.En}"),
        { IsExtra: true, Reason: { } reason } => Of($"extra möte: {reason.Sv}", $"extra meeting: {reason.En}"),
        { PlannedFor: { } planned, Reason: { } reason } => Of($"flyttat från {Wording.Day(planned, language)}: {reason.Sv}", $"moved from {Wording.Day(planned, language)}: {reason.En}"),
        _ => "",
    };

    private string Of(string sv, string en) => language == "sv" ? sv : en;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
