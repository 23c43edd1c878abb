using Foresight.Engine.Funds;
using Foresight.Sdk;
using Foresight.Tests.Store;
using Xunit;
using static Foresight.Tests.Funds.SomeFunds;

namespace Foresight.Tests.Funds;

public sealed class FundingCallsTests : IDisposable
{
    private static readonly DateOnly Autumn = new(2026, 11, 30);

    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Call_ThatWeCanApplyForOurselves_ComesBeforeOneThatWeWouldJoin()
    {
        await folder.LoadAsync("calls", Some.Documents(Call("LABS-1", "LABS", Autumn), Call("TOWNS-1", "towns", Autumn)));

        var calls = await ReadAsync(folder, Policy([Fund(Research, "sea"), Fund(Twinning, "sea")]));

        Assert.Equal([("TOWNS-1", 6, "good"), ("LABS-1", 2, "weak")], calls.Calls.Select(call => (call.Call.Id, call.Points, call.Fit.En)));
        Assert.Equal(
            [
                "The municipality can apply itself.", "The fund is meant for Sea; its text is not sorted there.",
                "Partners in at least one other country are needed; we have some in Denmark.",
            ],
            calls.Calls[0].Reasons.Select(reason => reason.En));
        Assert.Equal(
            ["Kommunen deltar oftast i andras projekt.", "Fonden är utpekad för Hav; texten är inte sorterad dit.", "Det behövs partner i minst 2 andra länder; vi har partner i Danmark."],
            calls.Calls[1].Reasons.Select(reason => reason.Sv));
        Assert.False(calls.NeedsRegistered);
        Assert.Equal(86, calls.Calls[0].DaysLeft);
        Assert.Equal(["LABS-1"], calls.With("NO").Select(call => call.Call.Id));
    }

    [Theory]
    [InlineData("OTHER-1", "OTHER", "The programme OTHER is not watched for this topic.", "Programmet OTHER bevakas inte för detta ämne.")]
    [InlineData("LABS-BASIC-1", "LABS", "The part basic research is open to: university; we apply as: municipality.", "Den del som heter grundforskning söks av universitet; vi söker som kommuner.")]
    public async Task Call_ThatIsNotForUs_IsLeftOutWithItsReason(string id, string programme, string en, string sv)
    {
        await folder.LoadAsync("calls", Some.Documents(Call(id, programme, Autumn)));

        var calls = await ReadAsync(folder, Policy([Fund(Research), Fund(Twinning)]));

        Assert.Empty(calls.Calls);
        Assert.Equal(new LocalText(sv, en), Assert.Single(calls.LeftOut).Reason);
    }

    [Fact]
    public async Task Programme_OfOtherPlacesOrApplicants_LeavesItsCallsOut()
    {
        await folder.LoadAsync("calls", Some.Documents(
            Call("A-1", "A", Autumn), Call("B-1", "B", Autumn), Call("C-1", "C", Autumn), Call("D-1", "D", Autumn) with { Countries = ["NO"] }, Call("E-1", "E", Autumn) with { Applicants = ["university"] },
            Call("F-1", "F", Autumn) with { Applicants = ["burgh"] }));

        var calls = await ReadAsync(folder, Policy([
            Fund(Programme("a", "A") with { Applicants = [ApplicantKind.Company, ApplicantKind.School] }),
            Fund(Programme("b", "B") with { Countries = ["DK"] }),
            Fund(Programme("c", "C") with { Areas = ["SE11", "DK04"] }),
            Fund(Programme("d", "D")), Fund(Programme("e", "E")), Fund(Programme("f", "F"))]));

        Assert.Equal(
            [
                "a is open to: company and school; we apply as: municipality.", "b is not open to Sweden.", "c is for SE11; we are in SE232.",
                "The call is not open to Sweden.", "The call is open to: university; we apply as: municipality.",
            ],
            calls.LeftOut.Select(one => one.Reason.En));
        Assert.Equal("F-1", Assert.Single(calls.Calls).Call.Id);
    }

    [Fact]
    public async Task Call_ThatIsOver_IsNeitherListedNorLeftOut()
    {
        await folder.LoadAsync("calls", Some.Documents(
            Call("TOWNS-1", "TOWNS", Today.AddDays(-1)), Call("TOWNS-2", "TOWNS", Today.AddDays(-30), Today), Call("TOWNS-3", "TOWNS") with { Status = "closed" }, Call("TOWNS-4", "TOWNS") with { Opening = Today.AddDays(1) }));

        var calls = await ReadAsync(folder, Policy([Fund(Twinning)]));

        Assert.Equal(4, calls.Stored);
        Assert.Equal([("TOWNS-2", "last day today"), ("TOWNS-4", "opens in 1 day")], calls.Calls.Select(call => (call.Call.Id, FundWords.Left(call).En)));
    }

    [Fact]
    public async Task Fund_ThatNamesTheTopic_TakesTheCallBeforeOneThatNamesTheProgramme()
    {
        await folder.LoadAsync("calls", Some.Documents(Call("TOWNS-2026-TT", "TOWNS", Autumn), Call("TOWNS-2026-X", "TOWNS", Autumn)));
        var narrow = Programme("narrow", "TOWNS") with { Calls = new CallPattern(["TOWNS"], ["TOWNS-*-TT"]) };

        var calls = await ReadAsync(folder, Policy([Fund(Twinning), Fund(narrow)]));

        Assert.Equal([("TOWNS-2026-TT", "narrow"), ("TOWNS-2026-X", "twinning")], calls.Calls.Select(call => (call.Call.Id, call.Fund.Id)).Order());
    }

    [Fact]
    public async Task Registers_WithNeedsAndPartners_CountForTheRank()
    {
        await folder.LoadAsync("calls", Some.Documents(Call("TOWNS-1", "TOWNS", Autumn)));
        await folder.LoadAsync(
            "needs",
            Rows(Register.Needs, ("n1", new Dictionary<string, string> { ["id"] = "n1", ["title"] = "Fler badplatser", ["body"] = "board", ["focus_areas"] = "sea", ["example"] = "true" })));
        await folder.LoadAsync(
            "partners", Rows(Register.Partners, ("p1", new Dictionary<string, string> { ["id"] = "p1", ["organisation"] = "Oslo", ["kind"] = "twin", ["country"] = "NO" })));

        var call = Assert.Single((await ReadAsync(folder, Policy([Fund(Twinning, "sea", "coast")]))).Calls);

        Assert.Equal(6, call.Points);
        Assert.Contains("Svarar mot behovet ”Fler badplatser” (exempel).", call.Reasons.Select(reason => reason.Sv));
        Assert.Contains("Partners in at least one other country are needed; we have none in the countries that take part.", call.Reasons.Select(reason => reason.En));
    }

    [Theory]
    [InlineData("2026-10-14", DecisionState.InTime, "To be decided on 14 September 2026, or too late (The working committee).", "Beslutas senast den 14 september 2026, annars för sent (Arbetsutskottet).")]
    [InlineData("2026-11-10", DecisionState.NoMeeting, "To be decided by 10 September 2026, or too late; no meeting before that is known (The working committee).", "Beslutas senast den 10 september 2026, annars för sent; inget möte är känt före dess (Arbetsutskottet).")]
    [InlineData("2026-11-04", DecisionState.TooLate, "Too late: the decision was needed by 4 September 2026.", "För sent: beslutet behövdes senast den 4 september 2026.")]
    [InlineData("2027-01-20", DecisionState.InTime, "To be decided on 12 November 2026, or too late (The working committee).", "Beslutas senast den 12 november 2026, annars för sent (Arbetsutskottet).")]
    public async Task LeadTime_AgainstTheMeetings_SaysWhenToDecide(string deadline, DecisionState state, string en, string sv)
    {
        // A month of lead time in the first case, so that the latest day is itself a day of meeting.
        var programme = deadline == "2026-10-14" ? Twinning with { LeadTimeMonths = 1 } : Twinning;
        await folder.LoadAsync("calls", Some.Documents(Call("TOWNS-1", "TOWNS", DateOnly.Parse(deadline, System.Globalization.CultureInfo.InvariantCulture))));

        var calls = await ReadAsync(folder, Policy([Fund(programme)], new(2026, 9, 1), new(2026, 9, 14), new(2026, 10, 12), new(2026, 11, 12), new(2026, 12, 9)));

        var decision = Assert.Single(calls.Calls).Decision;
        Assert.Equal(state, decision.State);
        Assert.Equal(en, decision.Sentence.En.Replace('\u00A0', ' '));
        Assert.Equal(sv, decision.Sentence.Sv.Replace('\u00A0', ' '));
    }

    [Fact]
    public async Task LeadTime_WithoutKnownMeetings_SaysSo()
    {
        await folder.LoadAsync("calls", Some.Documents(Call("TOWNS-1", "TOWNS", Autumn), Call("TOWNS-2", "TOWNS") with { Status = "open" }));

        var calls = await ReadAsync(folder, Policy([Fund(Twinning)]));

        Assert.Equal(
            ["Beslutas senast den 30 september 2026, annars för sent; mötesdagarna är inte kända (Arbetsutskottet).", "Ingen sista ansökningsdag är angiven."],
            calls.Calls.Select(call => call.Decision.Sentence.Sv.Replace('\u00A0', ' ')));
    }
}
