using Foresight.Engine;
using Foresight.Engine.Loop;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Loop;

public sealed class StepBookTests : IDisposable
{
    private static readonly DateOnly Due = new(2026, 12, 1);

    private readonly LoopFolder loop = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => loop.Dispose();

    [Fact]
    public async Task Take_OfASignal_KeepsWhatWasRead()
    {
        await loop.FindAsync(LoopFolder.Signal("a"));

        await loop.TakeAsync("a", "board", Due, "näringslivschef", "Fråga företagen");

        var step = Assert.Single((await loop.ChainAsync("a")).Steps.All);
        Assert.Equal((StepKind.Taken, "AB", "board", "näringslivschef", "Fråga företagen", Due), (step.Step, step.Person, step.Owner, step.Role, step.Response, step.Due));
        Assert.Equal(("Något ökar.", "growth", LoopFolder.Policy.Version), (step.Headline?.Sv, step.FocusArea, step.PolicyVersion));
        Assert.Equal((await loop.Signals.FindAsync("a")).Versions[0].ContentHash, step.ContentHash);
        Assert.Equal(loop.Today, DateOnly.FromDateTime(step.TakenAt.UtcDateTime));
    }

    [Theory]
    [InlineData("bord", "2026-12-01", null, "AB", "--owner bord: the policy has no such body; nearest 'board'. Its bodies: council, board, steering, culture.")]
    [InlineData("board", "2026-09-04", null, "AB", "--due 2026-09-04 has passed: today is 2026-09-05. Give a day to come.")]
    [InlineData("board", "2026-12-01", null, null, "--by says who notes it: give a role or initials, such as AB or analyst-2.")]
    [InlineData("board", "2026-12-01", null, "a@example.org", "--by: An e-mail address is not stored")]
    [InlineData("board", "2026-12-01", "850101-1234", "AB", "--role: A personal identity number is not stored")]
    public async Task Take_ThatMakesNoSense_IsRefusedAndNothingIsStored(string owner, string due, string? role, string? by, string expected)
    {
        await loop.FindAsync(LoopFolder.Signal("a"));
        var taking = new Taking(owner, DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture)) { Role = role };

        var refused = await Assert.ThrowsAsync<ConfigurationException>(async () => await loop.Steps.TakeAsync(await loop.Signals.FindAsync("a"), taking, by, Token));

        Assert.StartsWith(expected, Assert.Single(refused.Problems), StringComparison.Ordinal);
        Assert.Empty((await loop.ViewAsync()).Chains);
    }

    [Fact]
    public async Task Take_OnTheDayItself_IsTaken()
    {
        await loop.FindAsync(LoopFolder.Signal("a"));

        await loop.TakeAsync("a", "board", loop.Today);

        Assert.False((await loop.ChainAsync("a")).IsOverdue);
    }

    [Fact]
    public async Task Take_OfWhatIsNoLongerFound_IsRefusedUnlessItWasTaken()
    {
        await loop.FindAsync(LoopFolder.Signal("a"), LoopFolder.Signal("b"));
        await loop.TakeAsync("b", "board", Due);
        await loop.FindAsync();

        var refused = await Assert.ThrowsAsync<ConfigurationException>(() => loop.TakeAsync("a", "board", Due));
        await loop.TakeAsync("b", "culture", Due);

        Assert.Contains("'a' has not been found since 2026-09-05", refused.Message, StringComparison.Ordinal);
        Assert.Equal("culture", (await loop.ChainAsync("b")).Owner);
    }

    [Fact]
    public async Task Take_Again_IsRefusedHandedOverOrPutOff()
    {
        await loop.FindAsync(LoopFolder.Signal("a"));
        await loop.TakeAsync("a", "board", Due, "chef", "Svara");

        var refused = await Assert.ThrowsAsync<ConfigurationException>(() => loop.TakeAsync("a", "board", Due));
        loop.At(2026, 9, 20);
        await loop.TakeAsync("a", "culture", Due);
        loop.At(2026, 9, 25);
        await loop.TakeAsync("a", "culture", new DateOnly(2027, 1, 15), "utvecklare");

        var steps = (await loop.ChainAsync("a")).Steps;
        Assert.Contains("was taken by board on 2026-09-05, due 2026-12-01", refused.Message, StringComparison.Ordinal);
        Assert.Equal(("culture", "utvecklare", "board", Due), (steps.Taken?.Owner, steps.Taken?.Role, steps.HandedOverBy?.Owner, steps.PutOffFrom));
        Assert.Equal("Svara", steps.Response?.Response);
        Assert.Equal(new DateOnly(2026, 9, 20), (await loop.ChainAsync("a")).Open[0].Since);
    }

    [Fact]
    public async Task Drop_AfterTake_EndsItAndTakeOpensItAgain()
    {
        await loop.FindAsync(LoopFolder.Signal("a"));
        await loop.TakeAsync("a", "board", Due, response: "Svara");
        await loop.DropAsync("a", "Bara ett mätfel");
        var dropped = await loop.ChainAsync("a");

        var refused = await Assert.ThrowsAsync<ConfigurationException>(() => loop.DropAsync("a", "Igen"));
        await loop.TakeAsync("a", "culture", Due);

        Assert.Equal((LoopStanding.Dropped, 0), (dropped.Standing, dropped.Open.Count));
        Assert.Contains("was dropped on 2026-09-05 (Bara ett mätfel) and says the same still", refused.Message, StringComparison.Ordinal);
        var again = await loop.ChainAsync("a");
        Assert.Equal((LoopStanding.Taken, "culture", null, null), (again.Standing, again.Owner, again.Steps.HandedOverBy, again.Steps.Response));
        Assert.Equal(3, again.Steps.All.Count);
    }

    [Fact]
    public async Task Drop_WithoutAReason_IsRefused()
    {
        await loop.FindAsync(LoopFolder.Signal("a"));

        var refused = await Assert.ThrowsAsync<ConfigurationException>(() => loop.DropAsync("a", " "));

        Assert.StartsWith("--reason is empty", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_ToRowsThatAreNot_NamesTheNearestOrThatNothingIsRegistered()
    {
        await loop.FindAsync(LoopFolder.Signal("a"));
        await loop.LoadAsync(Register.Activities, LoopFolder.Activity("sortex"));

        var refused = await Assert.ThrowsAsync<ConfigurationException>(() => loop.LinkAsync("a", "sortx", "d1"));
        var empty = await Assert.ThrowsAsync<ConfigurationException>(() => loop.LinkAsync("a"));

        Assert.Equal(
            ["--activity sortx: the register has no such row; nearest 'sortex'.", "--decision d1: nothing is registered there yet; add the row to data/registers and read it by 'foresight ingest'."],
            refused.Problems);
        Assert.StartsWith("Nothing is linked", empty.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_TwiceOrOfWhatIsDropped_IsRefused()
    {
        await loop.FindAsync(LoopFolder.Signal("a"));
        await loop.LoadAsync(Register.Activities, LoopFolder.Activity("x"));
        await loop.LinkAsync("a", "x");

        var twice = await Assert.ThrowsAsync<ConfigurationException>(() => loop.LinkAsync("a", "x"));
        await loop.DropAsync("a", "nej");
        var dropped = await Assert.ThrowsAsync<ConfigurationException>(() => loop.LinkAsync("a", "x"));

        Assert.Equal("--activity x: 'a' was linked to it on 2026-09-05 already.", Assert.Single(twice.Problems));
        Assert.Contains("take it up again first", dropped.Problems[1], StringComparison.Ordinal);
    }
}
