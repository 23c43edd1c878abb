using Foresight.Engine.Briefs.Sections;
using Foresight.Engine.Calendar;
using Foresight.Engine.Registers;
using Foresight.Engine.Signals;
using Foresight.Sdk;
using Foresight.Tests.Store;
using Xunit;

namespace Foresight.Tests.Calendar;

/// <summary>The calendar's section in briefs.</summary>
public sealed class CalendarSectionTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Section_OfAReader_TellsWhatIsDueUntilTheNextMeeting()
    {
        var section = await BuildAsync(Cycle(), "council", "sv");

        Assert.Equal("Nästa möte är 16\u00A0september 2026. En sak ska lämnas eller skickas till dess.", Text(section, 0));
        var row = Assert.Single(section.Parts.OfType<SectionTable>().Single().Rows);
        Assert.Equal(["Årsrapport", "Fullmäktige", "14\u00A0september 2026", "7\u00A0september 2026", "registret över aktiviteter är tomt"], row.Select(cell => cell.Text));
    }

    [Fact]
    public async Task Section_OfTheBoard_TellsTheNextMeetingOfEachBody()
    {
        var section = await BuildAsync(Cycle(), "board", "en");

        var table = section.Parts.OfType<SectionTable>().Last();
        Assert.Equal("Next meeting", table.Caption);
        Assert.Equal(["The Board 10\u00A0September 2026 extra meeting: election day", "The Council 16\u00A0September 2026 "], table.Rows.Select(row => string.Join(' ', row.Select(cell => cell.Text))));
        Assert.Equal("The days are a proposal, to be confirmed by the policy's owner.", Text(section, ^1));
    }

    [Fact]
    public async Task Section_OfALongList_ShowsTenRowsAndSaysHowManyMore()
    {
        var cycle = Cycle() with { Reports = [.. Enumerable.Range(1, 12).Select(number => SomeCycle.Report($"r{number:00}", "14 September each year"))] };

        var section = await BuildAsync(cycle, "council", "sv");

        Assert.Equal(10, section.Parts.OfType<SectionTable>().Single().Rows.Count);
        Assert.Contains("2 rader till finns i kalendern.", section.Parts.OfType<SectionText>().Select(part => part.Text));
    }

    [Fact]
    public async Task Section_OfAPolicyWithoutACycle_SaysThatNoneIsGiven()
    {
        var section = await BuildAsync(new Cycle(), "council", "sv");

        Assert.Equal("Årshjulet är inte angivet: varken mötesdagar eller rapporter finns.", Text(section, 0));
    }

    [Fact]
    public async Task Section_OfABodyWhoseMeetingsAreNotKnown_SaysSo()
    {
        var section = await BuildAsync(new Cycle { Reports = [SomeCycle.Report("yearly", "15 april varje år")] }, "council", "sv");

        Assert.Equal("Nästa mötesdag är inte angiven. Inget ska lämnas till och med 4\u00A0december 2026.", Text(section, 0));
    }

    private static Cycle Cycle() => new()
    {
        Meetings =
        [
            SomeCycle.Council("third Wednesday of each month") with { ToConfirm = true },
            new MeetingSeries("board") { Exceptions = [new ChangedMeeting(MeetingChange.Extra, new DateOnly(2026, 9, 10), SomeCycle.Why)] },
        ],
        Reports = [SomeCycle.Report("yearly", "14 September each year", new ReportNeed(NeedKind.Register, "activities"))],
    };

    private static string Text(BriefSection section, Index part) => Assert.IsType<SectionText>(section.Parts[part]).Text;

    private async Task<BriefSection> BuildAsync(Cycle cycle, string audience, string language)
    {
        var policy = SomeCycle.Policy(cycle);
        var context = new SectionContext
        {
            Policy = policy,
            Tables = folder.Store.Tables,
            Registers = await RegisterBook.ReadAsync(folder.Store.Tables),
            Meetings = new MeetingCalendar(policy),
            Language = language,
            Audience = policy.Audiences.Single(one => one.Id == audience),
            Today = new DateOnly(2026, 9, 5),
            Signals = new Dictionary<string, KnownSignal>(),
        };
        return (await new CalendarSection().BuildAsync(context, TestContext.Current.CancellationToken))!;
    }
}
