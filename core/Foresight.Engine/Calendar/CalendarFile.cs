using System.Globalization;
using Foresight.Engine.Calendar.Reports;
using Foresight.Sdk;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Foresight.Engine.Calendar;

/// <summary>The calendar as an iCalendar file (RFC 5545) that people bring into their own: days without hours, since hours are not known.</summary>
public sealed class CalendarFile(Policy policy, string language, DateTimeOffset stamp)
{
    private readonly Ical.Net.Calendar calendar = new() { ProductId = "-//Foresight//Calendar//EN", Method = "PUBLISH" };

    /// <summary>Adds a meeting. Its identity is the day that the rule gave, so that one that is moved moves in the reader's calendar too.</summary>
    public void Add(Meeting meeting) => Add(meeting, meeting.ToConfirm ? "TENTATIVE" : "CONFIRMED", [
        meeting.PlannedFor is { } planned && meeting.Reason is not null ? Said("Flyttat från {0}: {1}.", "Moved from {0}: {1}.", planned, meeting.Reason) : null,
        meeting.IsExtra && meeting.Reason is not null ? Said("Extra möte: {1}.", "Extra meeting: {1}.", meeting.Day, meeting.Reason) : null,
        meeting.Problem is { } problem ? Said("Dagen måste bestämmas: {1}.", "Its day must be decided: {1}.", meeting.Day, problem) : null,
        ToConfirm(meeting.ToConfirm)]);

    /// <summary>Adds a meeting that is cancelled, so that it goes from the reader's calendar.</summary>
    public void AddCancelled(Meeting meeting) => Add(meeting, "CANCELLED", [Said("Inställt: {1}.", "Cancelled: {1}.", meeting.Day, meeting.Reason!)]);

    /// <summary>Adds a report on the day on which it is due.</summary>
    public void Add(DueReport report)
    {
        var rule = report.Rule;
        var by = report.Meeting is { } meeting ? meeting.PlannedFor ?? meeting.Day : report.Due;
        Add(
            Uid(rule.Id, by), report.Due, $"{rule.Name.In(language)} ({NameOf(rule.Body)})", rule.ToConfirm ? "TENTATIVE" : "CONFIRMED",
            [
                report.Send < report.Due ? Said("Skickas senast {0}.", "To be sent by {0}.", report.Send, rule.Name) : null,
                rule.By is { } author ? (language == "sv" ? "Från: " : "From: ") + NameOf(author) + "." : null,
                rule.Basis?.In(language),
                ToConfirm(rule.ToConfirm),
            ]);
    }

    /// <summary>The file's text.</summary>
    public override string ToString() => new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("The calendar could not be written.");

    private void Add(Meeting meeting, string status, IEnumerable<string?> notes) => Add(
        Uid(meeting.Body, meeting.PlannedFor ?? meeting.Day), meeting.Day, (language == "sv" ? "Sammanträde: " : "Meeting: ") + NameOf(meeting.Body), status, notes);

    private void Add(string uid, DateOnly day, string summary, string status, IEnumerable<string?> notes)
    {
        var description = string.Join("\n", notes.OfType<string>());
        calendar.Events.Add(new CalendarEvent
        {
            Uid = uid,
            DtStamp = new CalDateTime(stamp.UtcDateTime, hasTime: true),
            Start = new CalDateTime(day),
            End = new CalDateTime(day.AddDays(1)),
            Summary = summary,
            Description = description.Length == 0 ? null : description,
            Status = status,
            Transparency = "TRANSPARENT",
        });
    }

    private string Uid(string what, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{what}-{day:yyyyMMdd}@{policy.Id}.foresight");

    private string NameOf(string body) => policy.Bodies.Single(one => one.Id == body).Name.In(language);

    private string? ToConfirm(bool unconfirmed) => !unconfirmed ? null
        : language == "sv" ? "Förslag: dagen är inte bekräftad." : "A proposal: the day is not confirmed.";

    private string Said(string sv, string en, DateOnly day, LocalText text) =>
        string.Format(CultureInfo.InvariantCulture, language == "sv" ? sv : en, Wording.Day(day, language), text.In(language));
}
