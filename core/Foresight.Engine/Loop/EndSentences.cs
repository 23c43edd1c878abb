using Foresight.Engine.Briefs;

namespace Foresight.Engine.Loop;

/// <summary>What waits, since when and until when, in sentences for a reader of briefs.</summary>
internal sealed class EndSentences(LoopSentences words, string language)
{
    private const int MostNamed = 5;
    private const int LongestHeadline = 90;
    private const double DaysOfAYear = 365.25;

    /// <summary>One thing that waits.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="end">What is missing.</param>
    public string Of(LoopChain chain, OpenEnd end) =>
        string.Join(", ", new[] { What(chain, end), Waited(end), By(end) }.OfType<string>()) + "." + (Meeting(end) is { } meeting ? " " + meeting : "");

    /// <summary>Activities of one body that all lack the same: <c>3 aktiviteter saknar behov: A, B och C.</c></summary>
    public string Together(LoopStage missing, IReadOnlyList<OpenEnd> ends)
    {
        var count = words.Count(ends.Count);
        var head = missing == LoopStage.Need
            ? ends.Count == 1 ? Say("1 aktivitet är inte knuten till något behov", "1 activity is not tied to any need") : Say($"{count} aktiviteter är inte knutna till något behov", $"{count} activities are not tied to any need")
            : ends.Count == 1 ? Say("1 aktivitet har inget beslut i registren", "1 activity has no decision on record") : Say($"{count} aktiviteter har inget beslut i registren", $"{count} activities have no decision on record");
        var named = ends.Take(MostNamed).Select(Named).ToList();
        var left = ends.Count - named.Count;
        return head + ": " + new BriefSentences(language).Join(left > 0 ? [.. named, Say($"{words.Count(left)} till", $"{words.Count(left)} more")] : named) + ".";
    }

    private string What(LoopChain chain, OpenEnd end)
    {
        var of = end.Of is null ? Shortened(OutsideText.Line(chain.Headline.In(language)).TrimEnd('.')) : Named(end);
        return end switch
        {
            { Outside: { } fund } => Say($"Besked från {fund.Sv} om ansökan ”{of}”", $"The answer from {fund.En} on the application “{of}”"),
            { Missing: LoopStage.Application } => Say($"Ansökan ”{of}” ska lämnas in", $"The application “{of}” is to be submitted"),
            { Missing: LoopStage.Owner } when chain.Steps.Dropped is not null => Say($"Ny bedömning av ”{of}”, som ändrats efter att den avskrevs", $"A new judgement of “{of}”, which has changed since it was dropped"),
            { Missing: LoopStage.Owner } => Say($"Ansvarig saknas för ”{of}”", $"Nobody has taken up “{of}”"),
            _ => BriefSentences.Capital(LoopNames.Of(end.Missing).In(language)) + Say($" saknas: ”{of}”", $" missing: “{of}”"),
        };
    }

    // The table above has it whole.
    private static string Shortened(string headline)
    {
        var end = headline.Length <= LongestHeadline ? -1 : headline.LastIndexOf(' ', LongestHeadline);
        return end < 0 ? headline : headline[..end].TrimEnd(',', ';', ':') + "…";
    }

    private string Named(OpenEnd end) => OutsideText.Line(end.Of ?? "") + (end.IsExample ? Say(" (exempel)", " (example)") : "");

    private string? Waited(OpenEnd end) => end switch
    {
        // The day on which it was due says the same.
        { Since: { } since, Due: { } due } when since == due => null,
        // What still goes on has no result to wait for yet.
        { Missing: LoopStage.Result, IsOverdue: false, Since: { } since } => Say($"pågår sedan {words.Day(since)}", $"has gone on since {words.Day(since)}") + (end.Due is null ? Say(", inget slut är angivet", ", no end is given") : ""),
        { Since: { } since, Days: > 0 and var days } => Say($"har väntat {Span(days)} (sedan {words.Day(since)})", $"has waited {Span(days)} (since {words.Day(since)})"),
        { Since: not null } => Say("väntar sedan i dag", "waits since today"),
        _ => null,
    };

    private string? By(OpenEnd end) => end switch
    {
        { Due: { } due, DaysLeft: < 0 and var left } => Say($"skulle ha varit klart {words.Day(due)}, för {Span(-left)} sedan", $"was due by {words.Day(due)}, {Span(-left)} ago"),
        { DaysLeft: 0 } => Say("ska vara klart i dag", "due today"),
        { Due: { } due } => Say($"klart senast {words.Day(due)}", $"due by {words.Day(due)}"),
        _ => null,
    };

    /// <summary>A stretch of time: in whole years once it is long.</summary>
    private string Span(int days) => days < 2 * DaysOfAYear ? words.Days(days) : Say($"{words.Count((int)(days / DaysOfAYear))} år", $"{words.Count((int)(days / DaysOfAYear))} years");

    private string? Meeting(OpenEnd end)
    {
        if (end.Body is null)
            return null;
        var next = end switch
        {
            { NextMeeting: null } => Say("När nästa möte hålls är inte känt", "When it meets next is not known"),
            { MeetsTooLate: true, NextMeeting: { } day } => Say($"Nästa möte, {words.Day(day)}, är efter sista dagen", $"The next meeting, {words.Day(day)}, is after that day"),
            { NextMeeting: { } day } => Say($"Nästa möte: {words.Day(day)}", $"Next meeting: {words.Day(day)}"),
        };
        var held = end.MeetingsSince switch
        {
            null or 0 => "",
            1 => Say("; 1 möte har hållits sedan dess", "; 1 meeting has been held since"),
            { } count => Say($"; {words.Count(count)} möten har hållits sedan dess", $"; {words.Count(count)} meetings have been held since"),
        };
        return next + (end.IsProposed ? Say(" (förslag till dag)", " (proposed day)") : "") + held + ".";
    }

    private string Say(string swedish, string english) => words.Say(swedish, english);
}
