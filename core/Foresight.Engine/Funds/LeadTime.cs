using Foresight.Engine.Calendar;
using Foresight.Sdk;

namespace Foresight.Engine.Funds;

/// <summary>Sets the lead time of an application against the days on which the steering group meets.</summary>
internal sealed class LeadTime(Policy policy, MeetingCalendar meetings, DateOnly today)
{
    private readonly Body? steering = policy.Bodies.FirstOrDefault(body => body.Kind == "steering-group");

    public Decision Of(DateOnly? deadline, int? months)
    {
        if (deadline is not { } day)
        {
            return new(DecisionState.NoDeadline, null, null, new("Ingen sista ansökningsdag är angiven.", "No deadline is stated."));
        }

        var latest = day.AddMonths(-(months ?? 0));
        var (sv, en) = (Wording.Day(latest, "sv"), Wording.Day(latest, "en"));
        if (latest < today)
        {
            return new(DecisionState.TooLate, latest, null, new($"För sent: beslutet behövdes senast den {sv}.", $"Too late: the decision was needed by {en}."));
        }

        if (steering is null || !meetings.Knows(steering.Id))
        {
            return new(DecisionState.MeetingsUnknown, latest, null, steering is null
                ? new($"Beslutas senast den {sv}, annars för sent.", $"To be decided by {en}, or too late.")
                : new(
                    $"Beslutas senast den {sv}, annars för sent; mötesdagarna är inte kända ({steering.Name.Sv}).",
                    $"To be decided by {en}, or too late; the meeting days are not known ({steering.Name.En})."));
        }

        return meetings.Between(steering.Id, today, latest) is [.., var last]
            ? new(DecisionState.InTime, latest, last.Day, new(
                $"Beslutas senast den {Wording.Day(last.Day, "sv")}, annars för sent ({steering.Name.Sv}).",
                $"To be decided on {Wording.Day(last.Day, "en")}, or too late ({steering.Name.En})."))
            : new(DecisionState.NoMeeting, latest, null, new(
                $"Beslutas senast den {sv}, annars för sent; inget möte är känt före dess ({steering.Name.Sv}).",
                $"To be decided by {en}, or too late; no meeting before that is known ({steering.Name.En})."));
    }
}
