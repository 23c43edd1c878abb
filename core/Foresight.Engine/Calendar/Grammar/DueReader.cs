using Foresight.Engine.Alerts.Grammar;

namespace Foresight.Engine.Calendar.Grammar;

/// <summary>Reads a sentence about when something is due, in one language.</summary>
internal sealed class DueReader(SentenceReader reader, CalendarWords words)
{
    private readonly DayReader days = new(reader, words);

    /// <summary>The rule, or what is wrong with one that is well formed; null where the sentence is no such rule.</summary>
    public RuleReading<DueRule>? Read()
    {
        if (reader.Whole() is { } before && reader.Take(words.DaysBefore))
        {
            return Meetings(before);
        }

        reader.Place = 0;
        if (Meetings(0) is { } meetings)
        {
            return meetings;
        }

        reader.Place = 0;
        return days.Read() is { } on ? new RuleReading<DueRule>(on.Rule is { } rule ? new DueOnDays(rule) : null, on.Problem) : null;
    }

    private RuleReading<DueRule>? Meetings(int before)
    {
        reader.Take(words.The);
        bool? first = null;
        if (!reader.Take(words.Every) && reader.OneOf(words.Places, "each, first or last") is { } place)
        {
            if (place is not (1 or -1))
            {
                return null;
            }

            first = place == 1;
        }

        if (!reader.Take(words.Meeting) || !reader.Take(words.MeetingOf) || reader.Name("a body's id") is not { } body)
        {
            return null;
        }

        var rule = new DueAtMeetings(body, before, DayReader.AllMonths) { First = first };
        if (reader.Take(words.Of))
        {
            return days.Months() is { } months ? Good(rule with { Months = months, PerMonth = true }) : null;
        }

        BoundSide? side = reader.Take(words.By) ? BoundSide.By : reader.Take(words.Before) ? BoundSide.Before : reader.Take(words.After) ? BoundSide.After : null;
        if (side is null)
        {
            reader.Take(words.EachYear);
            return Good(rule);
        }

        reader.Take(words.The);
        return reader.OneOf(words.Days, "a day of the month") is { } day && days.Month() is { } month
            ? day > DateTime.DaysInMonth(2024, month)
                ? new RuleReading<DueRule>(null, FormattableString.Invariant($"there is no {day} {words.Months.Single(known => known.Value == month).Key}"))
                : Good(rule with { Bound = new YearBound(month, day, side.Value) })
            : null;
    }

    private static RuleReading<DueRule> Good(DueRule rule) => new(rule, null);
}
