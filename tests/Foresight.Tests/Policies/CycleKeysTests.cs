using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Policies;

public sealed class CycleKeysTests : IDisposable
{
    private const string Reason = "reason: { sv: r, en: r }";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Cycle_Whole_Reads()
    {
        Write("""
            meetings:
              - body: board
                rules: [second Tuesday of each month except July, 15 december varje år]
                from: 2026-01-01
                onHoliday: previous-working-day
                exceptions:
                  - { moved: 2026-03-10, to: 2026-03-17, REASON }
                  - { cancelled: 2026-04-14, REASON }
                  - { extra: 2026-05-05, REASON }
                toConfirm: true
              - { body: council, days: [2026-02-03] }
            reports:
              - id: yearly
                name: { sv: n, en: n }
                body: council
                by: board
                audience: readers
                due: 7 dagar före sista mötet i board senast 15 april
                sendDaysBefore: 14
                needs: [register activities, källan figures, figures of figures for the year before, uppföljning, decided alerts]
                basis: { sv: b, en: b }
            freeDays: [2026-05-15]
            """);

        Assert.Equal("", _workspace.Problems());
        var cycle = _workspace.Read().Policies.Single().Policy.Cycle;
        Assert.Equal((OnHoliday.NextWorkingDay, OnHoliday.PreviousWorkingDay), (cycle.OnHoliday, cycle.Meetings[0].OnHoliday!.Value));
        Assert.Equal([MeetingChange.Moved, MeetingChange.Cancelled, MeetingChange.Extra], cycle.Meetings[0].Exceptions.Select(exception => exception.Change));
        Assert.Equal([new DateOnly(2026, 2, 3)], cycle.Meetings[1].Days);
        var report = Assert.Single(cycle.Reports);
        Assert.Equal(
            [new(NeedKind.Register, "activities"), new(NeedKind.Source, "figures"), new(NeedKind.Figures, "figures", 1), new(NeedKind.FollowUp), new(NeedKind.Alerts)],
            report.Needs);
        Assert.Equal((14, "board", "readers"), (report.SendDaysBefore, report.By, report.Audience));
    }

    [Theory]
    [InlineData("{ body: bord, days: [2026-02-03] }", "There is no body 'bord'; nearest 'board'.")]
    [InlineData("{ body: board }", "The meetings of 'board' need 'rules' or 'days'.")]
    [InlineData("{ body: board, days: [2026-02-30] }", "'days' must be a date from 2000 to 2199, such as 2026-09-05, not '2026-02-30'.")]
    [InlineData("{ body: board, days: [1026-02-03] }", "'days' must be a date from 2000 to 2199, such as 2026-09-05, not '1026-02-03'.")]
    [InlineData("{ body: board, rules: [every Tuesday], from: 2026-02-01, until: 2026-01-01 }", "The meetings of 'board' end before they begin: 'until' is before 'from'.")]
    [InlineData("{ body: board, rules: [every Tuesday], onHoliday: never }", "'onHoliday' must be one of next-working-day, previous-working-day, problem, not 'never'.")]
    [InlineData("{ body: board, rules: [every Tuesdag] }", "The rule 'every Tuesdag' cannot be understood: after 'every' stands 'Tuesdag', where a weekday, fourth, other, second or third is allowed; nearest 'tuesday'. docs/calendar.md shows all that can be said.")]
    [InlineData("{ body: board, rules: [second Tuesday of March], exceptions: [{ moved: 2026-03-11, to: 2026-03-17, REASON }] }", "'board' has no meeting on 2026-03-11; nearest 2026-03-10.")]
    [InlineData("{ body: board, rules: [every Tuesday], exceptions: [{ cancelled: 2026-03-11, REASON }] }", "'board' has no meeting on 2026-03-11; nearest 2026-03-10 and 2026-03-17.")]
    [InlineData("{ body: board, rules: [every Tuesday], exceptions: [{ moved: 2026-03-10, REASON }] }", "A meeting that is moved needs its new day: 'to'.")]
    [InlineData("{ body: board, rules: [every Tuesday], exceptions: [{ cancelled: 2026-03-10, to: 2026-03-11, REASON }] }", "Only a meeting that is moved has a new day: 'to'.")]
    [InlineData("{ body: board, rules: [every Tuesday], exceptions: [{ REASON }] }", "An exception is either 'moved', 'cancelled' or 'extra'; give one of them with its day.")]
    [InlineData("{ body: board, rules: [every Tuesday], exceptions: [{ cancelled: 2026-03-10 }] }", "The key 'reason' is missing in this 'exceptions'.")]
    [InlineData("{ body: board, rules: [every Tuesday], exceptions: [{ extra: 2026-03-10, REASON }] }", "'board' meets on 2026-03-10 anyway; leave the extra meeting out.")]
    [InlineData("{ body: board, rules: [every Tuesday], exceptions: [{ moved: 2026-03-10, to: 2026-03-17, REASON }] }", "'board' meets on 2026-03-17 anyway; cancel one of the two meetings instead.")]
    public void Meetings_WithAFault_AreToldWithTheirLine(string series, string expected)
    {
        Write("meetings:\n  - " + series);

        Assert.Equal($"a.yaml:18 {expected}\n", _workspace.Problems());
    }

    [Fact]
    public void Exceptions_OfOneDayTwice_AreTold()
    {
        Write("meetings:\n  - body: board\n    rules: [every Tuesday]\n    exceptions:\n      - { cancelled: 2026-03-10, REASON }\n      - { moved: 2026-03-10, to: 2026-03-11, REASON }");

        Assert.Equal("a.yaml:21 'board' has two exceptions for 2026-03-10; keep one.\na.yaml:22 'board' has two exceptions for 2026-03-10; keep one.\n", _workspace.Problems());
    }

    [Fact]
    public void Series_OfOneBodyThatClash_AreTold()
    {
        Write("meetings:\n  - { body: board, rules: [second Tuesday of each month], until: 2026-12-31 }\n  - { body: board, rules: [första måndagen i varje månad], from: 2027-01-01 }\n  - { body: board, days: [2026-03-10] }");

        Assert.Equal("a.yaml:20 Two series of 'board' meet on 2026-03-10; part them by 'from' and 'until', or leave one out.\n", _workspace.Problems());
    }

    [Theory]
    [InlineData("due: 7 days before each meeting of bord", "There is no body 'bord'; nearest 'board'.")]
    [InlineData("due: each meeting of council", "The report 'yearly' is due by the meetings of 'council', of which none are given under 'meetings'.")]
    [InlineData("due: 31 April each year", "'due' cannot be understood: there is no 31 april. docs/calendar.md shows all that can be said.")]
    [InlineData("due: 15 April each year, sendDaysBefore: 400", "'sendDaysBefore' must be a whole number from 0 to 365, not '400'.")]
    [InlineData("due: 15 April each year, brief: letter", "There is no brief 'letter'.")]
    [InlineData("due: 15 April each year, audience: reader", "There is no audience 'reader'; nearest 'readers'.")]
    [InlineData("due: 15 April each year, needs: [register activites]", "There is no register 'activites'; nearest 'activities'.")]
    [InlineData("due: 15 April each year, needs: [source figure]", "There is no source 'figure'; nearest 'figures'.")]
    [InlineData("due: 15 April each year, needs: [registre activities]", "'registre activities' is nothing that a report can need: at its beginning stands 'registre', where beslutade, decided, figures, follow-up, källan, register, registret, siffror, source or uppföljning is allowed; nearest 'register'.")]
    public void Report_WithAFault_IsToldWithItsLine(string rest, string expected)
    {
        Write("meetings:\n  - { body: board, rules: [every Tuesday] }\nreports:\n  - { id: yearly, name: { sv: n, en: n }, body: council, " + rest + " }");

        Assert.Equal($"a.yaml:20 {expected}\n", _workspace.Problems());
    }

    [Fact]
    public void Country_WhoseHolidaysAreNotKnown_IsToldUntilFreeDaysAreListed()
    {
        Write("meetings:\n  - { body: board, rules: [every Tuesday] }", "DE");

        Assert.Equal("a.yaml:17 The public holidays of DE are not known (known: SE, NO, DK, FI); list them under 'freeDays'.\n", _workspace.Problems());
        Write("meetings:\n  - { body: board, rules: [every Tuesday] }\nfreeDays: [2026-10-03]", "DE");
        Assert.Equal("", _workspace.Problems());
    }

    // The cycle's first line is line 17, its first list item line 18.
    private void Write(string cycle, string country = "SE") => _workspace.Write(
        "a.yaml",
        Some.Policy.Replace("country: SE", "country: " + country, StringComparison.Ordinal)
        + "sources:\n  - " + Some.Source("figures", "wits").Replace("OPTIONS", "{ reporters: [SWE] }", StringComparison.Ordinal)
        + "\nbodies:\n  - { id: council, name: { sv: n, en: n }, kind: council }\n  - { id: board, name: { sv: n, en: n }, kind: executive-board }\n"
        + "audiences:\n  - { id: readers, name: { sv: n, en: n }, body: council, cadence: yearly }\n"
        + "cycle:\n" + string.Join('\n', cycle.Replace("REASON", Reason, StringComparison.Ordinal).ReplaceLineEndings("\n").Split('\n').Select(line => "  " + line)) + "\n");
}
