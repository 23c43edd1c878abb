using System.Text;
using Foresight.Engine.Calendar;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Calendar;

/// <summary>The iCalendar file, read back by a parser of its own and by the rules of RFC 5545.</summary>
public class CalendarFileTests
{
    private static readonly DateTimeOffset Stamp = new(2026, 9, 5, 7, 30, 0, TimeSpan.FromHours(2));

    [Fact]
    public void File_OfAYear_ReadsBackAsItsMeetingsAndReports()
    {
        var text = Written(SomeCycle.Policy(Cycle()));

        var events = Events(text);

        Assert.Equal(
            [
                "20260310 20260324 20260325 CONFIRMED Sammanträde: Fullmäktige", "20260414 20260414 20260415 CANCELLED Sammanträde: Fullmäktige",
                "20260512 20260512 20260513 TENTATIVE Sammanträde: Styrelsen", "yearly 20260415 20260416 CONFIRMED Årsrapport, del 1; \\ och mer (Fullmäktige)",
            ],
            events.Select(one => $"{one["UID"].Split('@')[0].Replace("council-", "", StringComparison.Ordinal).Replace("board-", "", StringComparison.Ordinal).Replace("yearly-20260415", "yearly", StringComparison.Ordinal)} {one["DTSTART;VALUE=DATE"]} {one["DTEND;VALUE=DATE"]} {one["STATUS"]} {one["SUMMARY"]}")
                .Order(StringComparer.Ordinal));
        Assert.All(events, one => Assert.Equal("20260905T053000Z", one["DTSTAMP"]));
        Assert.Equal(events.Count, events.Select(one => one["UID"]).Distinct().Count());
        Assert.Contains("Flyttat från 10\u00A0mars 2026: valdag.", events.Single(one => one["UID"].StartsWith("council-20260310", StringComparison.Ordinal))["DESCRIPTION"], StringComparison.Ordinal);
    }

    [Fact]
    public void File_OfALongText_FoldsWithinSeventyFiveOctetsAndEndsLinesByTheRule()
    {
        var text = Written(SomeCycle.Policy(Cycle()));

        var lines = text.Split("\r\n");

        Assert.Equal("", lines[^1]);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains(lines, line => line.StartsWith(' '));
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (lines[0], lines[^2]));
        Assert.Contains("VERSION:2.0", lines);
    }

    [Fact]
    public void File_WrittenAgain_HasTheSameIdentities()
    {
        var first = Events(Written(SomeCycle.Policy(Cycle()))).Select(one => one["UID"]).Order(StringComparer.Ordinal);

        var later = Events(Written(SomeCycle.Policy(Cycle()), "en")).Select(one => one["UID"]).Order(StringComparer.Ordinal);

        Assert.Equal(first, later);
    }

    private static Cycle Cycle() => new()
    {
        Meetings =
        [
            SomeCycle.Council("second Tuesday of March and April") with
            {
                Exceptions =
                [
                    new ChangedMeeting(MeetingChange.Moved, new DateOnly(2026, 3, 10), SomeCycle.Why) { To = new DateOnly(2026, 3, 24) },
                    new ChangedMeeting(MeetingChange.Cancelled, new DateOnly(2026, 4, 14), SomeCycle.Why),
                ],
            },
            new MeetingSeries("board") { Days = [new DateOnly(2026, 5, 12)], ToConfirm = true },
        ],
        Reports =
        [
            SomeCycle.Report("yearly", "15 April each year") with
            {
                Name = new LocalText("Årsrapport, del 1; \\ och mer", "Yearly report"),
                Basis = new LocalText("Återrapportering sker enligt policyn till kommunfullmäktige, så som det är beslutat för året.", "The policy."),
            },
        ],
    };

    private static string Written(Policy policy, string language = "sv")
    {
        var year = YearCalendar.Of(policy, 2026);
        var file = new CalendarFile(policy, language, Stamp);
        foreach (var meeting in year.Meetings)
        {
            file.Add(meeting);
        }

        foreach (var meeting in year.Cancelled)
        {
            file.AddCancelled(meeting);
        }

        foreach (var report in year.Reports)
        {
            file.Add(report);
        }

        return file.ToString();
    }

    // RFC 5545: a line that begins with a blank goes on from the one before; texts escape \ ; , and line ends.
    private static List<Dictionary<string, string>> Events(string text)
    {
        var events = new List<Dictionary<string, string>>();
        foreach (var line in text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (line[..colon], line[(colon + 1)..]);
            if (line == "BEGIN:VEVENT")
            {
                events.Add([]);
            }
            else if (events.Count > 0 && name is not ("BEGIN" or "END"))
            {
                events[^1].Add(name, System.Text.RegularExpressions.Regex.Replace(value, @"\\(.)", escaped => escaped.Groups[1].Value == "n" ? "\n" : escaped.Groups[1].Value));
            }
        }

        return events;
    }
}
