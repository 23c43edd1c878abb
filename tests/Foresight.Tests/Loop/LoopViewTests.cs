using Foresight.Engine;
using Foresight.Engine.Loop;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Loop;

/// <summary>Where chains begin, what belongs to them and what is missing next.</summary>
public sealed class LoopViewTests : IDisposable
{
    private static readonly DateOnly Due = new(2026, 12, 1);

    private readonly LoopFolder loop = new();

    public void Dispose() => loop.Dispose();

    [Fact]
    public async Task Chain_AtEachStage_SaysWhatIsMissingFromWhomAndByWhen()
    {
        await loop.FindAsync(LoopFolder.Signal("a"), LoopFolder.Signal("b"));
        await loop.NeedAsync();
        var seen = new List<(LoopStanding, LoopStage?, string?, string?, DateOnly?, DateOnly?)>();
        async Task LookAsync()
        {
            var chain = await loop.ChainAsync("a");
            var next = chain.Open is [var first, ..] ? first : null;
            seen.Add((chain.Standing, next?.Missing, next?.Body, next?.Role, next?.Since, next?.Due));
        }

        await loop.ConfirmAsync("a");
        await LookAsync();
        await loop.TakeAsync("a", "board", Due, "chef");
        await LookAsync();
        await loop.TakeAsync("a", "board", Due, response: "Svara");
        await LookAsync();
        loop.At(2026, 10, 20);
        await loop.LoadAsync(Register.Decisions, LoopFolder.Decision("d1", ("responsible", "culture"), ("role", "utvecklare"), ("signals", "findings:a")));
        await LookAsync();
        await loop.LoadAsync(Register.Activities, LoopFolder.Activity("x", ("decision", "d1")));
        await LookAsync();
        await loop.LoadAsync(Register.Activities, LoopFolder.Activity("x", ("decision", "d1"), ("result", "Tolv elever reste"), ("outcome", "partly"), ("status", "ended"), ("ends", "2026-10-15")));
        await LookAsync();
        await loop.LoadAsync(Register.Activities, LoopFolder.Activity("x", ("decision", "d1"), ("result", "Tolv elever reste"), ("status", "ended"), ("ends", "2026-10-15"), ("followed_up", "2026-10-19")));
        await LookAsync();

        var (september, decided) = (new DateOnly(2026, 9, 5), new DateOnly(2026, 10, 14));
        Assert.Equal(
            [
                (LoopStanding.Unowned, LoopStage.Owner, "steering", null, september, null),
                (LoopStanding.Taken, LoopStage.Response, "board", "chef", september, Due),
                (LoopStanding.Taken, LoopStage.Decision, "board", "chef", september, Due),
                (LoopStanding.Decided, LoopStage.Activity, "culture", "utvecklare", decided, Due),
                (LoopStanding.Active, LoopStage.Result, "culture", "utvecklare", new DateOnly(2026, 10, 1), new DateOnly(2027, 2, 28)),
                (LoopStanding.Reported, LoopStage.FollowUp, "culture", "utvecklare", new DateOnly(2026, 10, 15), null),
                (LoopStanding.FollowedUp, null, null, null, null, null),
            ],
            seen);
        Assert.Equal(1, (await loop.ViewAsync()).Untouched);
    }

    [Fact]
    public async Task Links_OfAWholeChain_AreDatedAndReferenced()
    {
        await loop.FindAsync(LoopFolder.Signal("a"));
        await loop.NeedAsync();
        await loop.TakeAsync("a", "board", Due, response: "Svara");
        await loop.LoadAsync(Register.Decisions, LoopFolder.Decision("d1"));
        await loop.LoadAsync(Register.Activities, LoopFolder.Activity("x", ("result", "Gick bra"), ("followed_up", "2026-09-01"), ("decision", "d1")));

        await loop.LinkAsync("a", "x", "d1");

        var links = (await loop.ChainAsync("a")).Links;
        Assert.Equal(Enum.GetValues<LoopStage>().Where(stage => stage != LoopStage.Application), links.Select(link => link.Stage));
        Assert.All(links, link => Assert.True(link.Day is not null, link.ToString()));
        Assert.Matches(@"^a, version 1 of 1 \([0-9a-f]{8}\)$", links[0].Reference);
        Assert.Equal("noted by AB", links.Single(link => link.Stage == LoopStage.Owner).Reference);
        Assert.StartsWith("dnr KS 2026/120, § 173, decisions/d1, load 20260905T050000Z", links.Single(link => link.Stage == LoopStage.Decision).Reference, StringComparison.Ordinal);
        Assert.StartsWith("dnr KS 2026/7, activities/x, load ", links.Single(link => link.Stage == LoopStage.Activity).Reference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenEnd_AgainstTheMeetings_CountsThoseThatWentByAndSaysWhatIsTooLate()
    {
        await loop.FindAsync(LoopFolder.Signal("a"), LoopFolder.Signal("b"));
        await loop.TakeAsync("a", "board", Due);
        await loop.TakeAsync("b", "culture", Due);

        loop.At(2026, 10, 15);
        var (before, unknown) = ((await loop.ChainAsync("a")).Open[0], (await loop.ChainAsync("b")).Open[0]);
        loop.At(2026, 12, 3);
        var after = (await loop.ChainAsync("a")).Open[0];

        Assert.Equal((40, 47, 2, new DateOnly(2026, 12, 9), true, false), (before.Days, before.DaysLeft, before.MeetingsSince, before.NextMeeting, before.MeetsTooLate, before.IsOverdue));
        Assert.Equal((null, 0, false), (unknown.NextMeeting, unknown.MeetingsSince, unknown.MeetsTooLate));
        Assert.Equal((-2, true, false), (after.DaysLeft, after.IsOverdue, after.MeetsTooLate));
    }

    [Fact]
    public async Task Signal_ThatChangesOrGoes_SaysSo()
    {
        await loop.FindAsync(LoopFolder.Signal("a"), LoopFolder.Signal("b"));
        await loop.TakeAsync("a", "board", Due);
        await loop.TakeAsync("b", "board", Due);

        loop.At(2026, 10, 1);
        await loop.FindAsync(LoopFolder.Signal("a", "It falls."));

        var (changed, gone) = (await loop.ChainAsync("a"), await loop.ChainAsync("b"));
        Assert.Equal((SignalChange.Changed, new DateOnly(2026, 10, 1), "Something rises from 1 to 2."), (changed.Change, changed.ChangedOn, changed.Headline.En));
        Assert.StartsWith("a, version 1 of 2", changed.Links[0].Reference, StringComparison.Ordinal);
        Assert.Equal((SignalChange.Gone, new DateOnly(2026, 10, 1)), (gone.Change, gone.ChangedOn));
    }

    [Fact]
    public async Task Dropped_ThatChanges_WaitsForANewJudgement()
    {
        await loop.FindAsync(LoopFolder.Signal("a"));
        await loop.DropAsync("a", "Mätfel");
        var before = (await loop.ChainAsync("a")).Open;

        loop.At(2026, 10, 1);
        await loop.FindAsync(LoopFolder.Signal("a", "It falls."));

        Assert.Empty(before);
        var end = Assert.Single((await loop.ChainAsync("a")).Open);
        Assert.Equal((LoopStage.Owner, "steering"), (end.Missing, end.Body));
    }

    [Fact]
    public async Task Registers_WithoutASignal_BeginChainsAndLackNeedAndDecision()
    {
        await loop.NeedAsync();
        await loop.LoadAsync(Register.Activities, LoopFolder.Activity("x", ("need", ""), ("dnr", "")), LoopFolder.Activity("y", ("signals", "lost")), LoopFolder.Activity("z", ("status", "cancelled")));
        await loop.LoadAsync(Register.Decisions, LoopFolder.Decision("d1", ("due", "2026-11-01")));
        await loop.LoadAsync(
            Register.Applications,
            [("id", "p"), ("title", "Vänortsmöte"), ("programme", "cerv"), ("role", "lead"), ("body", "culture"), ("deadline", "2026-09-23"), ("outcome", "planned")],
            [("id", "s"), ("title", "Nätverk"), ("programme", "cerv"), ("role", "lead"), ("submitted", "2026-09-01"), ("outcome", "submitted")]);

        var chains = (await loop.ViewAsync()).Chains.ToDictionary(chain => chain.Id);

        Assert.Equal(["activity/x", "activity/z", "application/p", "application/s", "decision/d1", "lost"], chains.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([LoopStage.Result, LoopStage.Need, LoopStage.Decision], chains["activity/x"].Open.Select(end => end.Missing));
        Assert.Equal((LoopStanding.Closed, 0), (chains["activity/z"].Standing, chains["activity/z"].Open.Count));
        Assert.Equal(SignalChange.Unknown, chains["lost"].Change);
        Assert.Equal((LoopStage.Activity, "board", new DateOnly(2026, 11, 1)), chains["decision/d1"].Open.Select(end => (end.Missing, end.Body, end.Due!.Value)).Single());
        Assert.Equal((LoopStage.Application, new DateOnly(2026, 9, 23)), chains["application/p"].Open.Select(end => (end.Missing, end.Due!.Value)).Single());
        Assert.Equal("CERV", Assert.Single(chains["application/s"].Open).Outside?.En);
    }

    [Fact]
    public async Task Decision_OfManyActivities_DoesNotBringTheOthersIntoTheSignalsChain()
    {
        await loop.FindAsync(LoopFolder.Signal("a"));
        await loop.LoadAsync(Register.Decisions, LoopFolder.Decision("plan"));
        await loop.LoadAsync(Register.Activities, LoopFolder.Activity("x", ("decision", "plan"), ("signals", "a")), LoopFolder.Activity("y", ("decision", "plan")));

        var chain = await loop.ChainAsync("a");

        Assert.Equal(("plan", "x"), (chain.Decisions.Single().Id, chain.Activities.Single().Id));
    }

    [Fact]
    public async Task Examples_BesideRealRows_AreLeftOutAndCounted()
    {
        await loop.LoadAsync(Register.Activities, LoopFolder.Activity("x", ("example", "true")));
        var alone = await loop.ViewAsync();

        await loop.LoadAsync(Register.Activities, LoopFolder.Activity("x", ("example", "true")), LoopFolder.Activity("y"));

        Assert.Equal((1, 0), (alone.Chains.Count, alone.ExamplesLeftOut));
        var beside = await loop.ViewAsync();
        Assert.Equal(("activity/y", 1), (beside.Chains.Single().Id, beside.ExamplesLeftOut));
    }

    [Fact]
    public async Task Links_ToRowsThatAreGone_SaySoAndTheActivityIsMissingAgain()
    {
        await loop.FindAsync(LoopFolder.Signal("a"));
        await loop.TakeAsync("a", "board", Due, response: "Svara");
        await loop.LoadAsync(Register.Activities, LoopFolder.Activity("x"), LoopFolder.Activity("y"), LoopFolder.Activity("z"), LoopFolder.Activity("w"));
        await loop.LinkAsync("a", "x");

        await loop.LoadAsync(Register.Activities, LoopFolder.Activity("y"), LoopFolder.Activity("z"), LoopFolder.Activity("w"));

        var chain = await loop.ChainAsync("a");
        Assert.Equal("x is no longer in the register", chain.Links[^1].Text.En);
        Assert.Equal(LoopStage.Decision, chain.Open[0].Missing);
    }

    [Fact]
    public async Task Find_OfAnUnknownChain_NamesTheNearest()
    {
        await loop.LoadAsync(Register.Activities, LoopFolder.Activity("sortex"));
        var view = await loop.ViewAsync();

        var refused = Assert.Throws<ConfigurationException>(() => view.Find("activity/sortx"));

        Assert.Contains("nearest 'activity/sortex'", refused.Message, StringComparison.Ordinal);
    }
}
