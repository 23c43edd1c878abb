using Foresight.Engine;
using Foresight.Engine.Analyse;
using Foresight.Engine.Signals;
using Foresight.Sdk;
using Foresight.Tests.Store;
using Xunit;

namespace Foresight.Tests.Signals;

public sealed class GatheringBookTests : IDisposable
{
    private readonly StoreFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Raise_OfSeveralSignals_StandsInTheRegisterAsAPersonsWithItsMembers()
    {
        await FindAsync(Some.Signal("a"), Some.Signal("b"));

        await RaiseAsync(null, Trend("Färre läser, än väntat", "a", "b") with { NameInEnglish = "Fewer read", Steep = Steep.Social, Note = "why" });

        var raised = await Book.FindAsync("raised/farre-laser-an-vantat");
        Assert.Equal(("AB", SignalLevel.Trend, Steep.Social, true), (raised.Raised!.Person, raised.Level, raised.Signal.Steep, raised.IsFound));
        Assert.Equal(new LocalText("Färre läser, än väntat", "Fewer read"), raised.Signal.Headline);
        Assert.Equal(["a", "b"], raised.Members.Select(member => member.Id));
        Assert.Equal(["a", "b"], raised.Beneath);
        Assert.Equal("tourism", raised.Signal.FocusArea);
        Assert.Equal(["raised/farre-laser-an-vantat"], (await Book.FindAsync("a")).PartOf.Select(whole => whole.Id));
        Assert.False(raised.IsConfirmed);
    }

    [Fact]
    public async Task Raise_OfOneThatIsThere_IsANewVersionOfTheSameId()
    {
        await FindAsync(Some.Signal("a"), Some.Signal("b"), Some.Signal("c"));
        await RaiseAsync(null, Trend("Old name", "a", "b"));

        await RaiseAsync("raised/old-name", new Raising { Name = "New name" }, "CD");
        var after = await RaiseAsync("raised/old-name", new Raising { Signals = ["b", "c"] });

        Assert.Equal(["New name", "New name", "Old name"], after.Raisings.Select(version => version.Name.Sv));
        Assert.Equal(["AB", "CD", "AB"], after.Raisings.Select(version => version.Person));
        Assert.Equal(["b", "c"], after.Members.Select(member => member.Id));
        Assert.Empty((await Book.FindAsync("a")).PartOf);
    }

    [Fact]
    public async Task Withdraw_LeavesTheMembersAndKeepsTheVersions()
    {
        await FindAsync(Some.Signal("a"), Some.Signal("b"));
        await RaiseAsync(null, Trend("X", "a", "b"));

        var after = await RaiseAsync("raised/x", new Raising { Withdraws = true, Note = "no longer" });
        var again = await RaiseAsync(null, Trend("X", "b", "a"));

        Assert.Equal((false, 2), (after.IsFound, after.Raisings.Count));
        Assert.Equal((true, 3), (again.IsFound, again.Raisings.Count));
    }

    [Fact]
    public async Task Member_ThatThenSaysSomethingElseOrIsGone_IsMarked()
    {
        await FindAsync(Some.Signal("a"), Some.Signal("b"), Some.Signal("c"));
        await RaiseAsync(null, Trend("X", "a", "b", "c"));

        await FindAsync(Some.Signal("a", "Something else."), Some.Signal("c"));

        Assert.Equal([("a", true, true), ("b", false, false), ("c", true, false)], (await Book.FindAsync("raised/x")).Members.Select(member => (member.Id, member.IsFound, member.SaysSomethingElse)));
    }

    [Fact]
    public async Task Driver_OverTrendsOfPeopleAndMachine_ReachesDownToTheFindings()
    {
        await FindAsync(Some.Signal("a"), Some.Signal("b"), Some.Signal("t") with { Level = SignalLevel.Trend });
        await RaiseAsync(null, Trend("X", "a", "b"));

        var driver = await RaiseAsync(null, new Raising { Level = SignalLevel.Driver, Name = "Y", Signals = ["raised/x", "t"] });

        Assert.Equal(["a", "b", "t"], driver.Beneath);
        Assert.Equal(["raised/y"], (await Book.FindAsync("raised/x")).PartOf.Select(whole => whole.Id));
    }

    [Fact]
    public async Task Rating_OfAGathering_IsKeptLikeThatOfASignal()
    {
        await FindAsync(Some.Signal("a"), Some.Signal("b"));
        var raised = await RaiseAsync(null, Trend("X", "a", "b"));

        await Book.RateAsync(raised, "CD", new Opinion { Impact = 4, Confirms = false }, Token);

        Assert.Equal((4, "CD"), ((int)(await Book.FindAsync("raised/x")).Ratings.Impact!.Median, (await Book.FindAsync("raised/x")).Ratings.TurnedDownBy[0]));
    }

    [Theory]
    [InlineData(SignalLevel.Cluster, "a", "A cluster gathers several signals, and only a is named; 'foresight signals rate a --level cluster --confirm' raises one by itself.")]
    [InlineData(SignalLevel.Cluster, "a,a", "only a is named")]
    [InlineData(SignalLevel.Cluster, "a,t", "A cluster cannot gather 't', which stands above it on the ladder (trend): give a higher --level or leave it out.")]
    [InlineData(SignalLevel.Cluster, "a,indicator/N0040l", "There is no signal 'indicator/N0040l'; nearest 'indicator/N00401'")]
    [InlineData(SignalLevel.Driver, "a,t", "A driver is a force behind several trends, and of these only t is a trend")]
    [InlineData(SignalLevel.Signal, "a,t", "--level signal: what gathers several signals is a cluster, a trend or a driver.")]
    public async Task Raise_ThatTheLadderForbids_IsRefusedWithOneSentence(SignalLevel level, string signals, string expected)
    {
        await FindAsync(Some.Signal("a"), Some.Signal("indicator/N00401"), Some.Signal("t") with { Level = SignalLevel.Trend });

        var refused = await Assert.ThrowsAsync<ConfigurationException>(() => RaiseAsync(null, new Raising { Level = level, Name = "X", Signals = signals.Split(',') }));

        Assert.Contains(expected, Assert.Single(refused.Problems), StringComparison.Ordinal);
        Assert.Equal(3, (await Book.ReadAsync()).Count);
    }

    [Fact]
    public async Task Raise_ThatMakesNoSense_IsRefusedWithASentence()
    {
        await FindAsync(Some.Signal("a"), Some.Signal("b"));
        await RaiseAsync(null, Trend("X", "a", "b"));
        await RaiseAsync(null, Trend("Y", "raised/x", "a"));

        Assert.Contains("raised/x' is there already", await RefusedAsync(null, Trend("x", "a", "b")), StringComparison.Ordinal);
        Assert.Contains("'raised/y' gathers 'raised/x' already", await RefusedAsync("raised/x", new Raising { Signals = ["raised/y", "a"] }), StringComparison.Ordinal);
        Assert.Contains("cannot gather itself", await RefusedAsync("raised/x", new Raising { Signals = ["raised/x", "a"] }), StringComparison.Ordinal);
        Assert.Contains("was found by the analysis findings", await RefusedAsync("a", new Raising { Name = "Z" }), StringComparison.Ordinal);
        Assert.Contains("nothing is changed", await RefusedAsync("raised/x", new Raising { Name = "X" }), StringComparison.Ordinal);
        Assert.Contains("needs --level and --signals", await RefusedAsync(null, new Raising { Name = "Z" }), StringComparison.Ordinal);
        Assert.Contains("--withdraw needs the gathering's id", await RefusedAsync(null, new Raising { Withdraws = true }), StringComparison.Ordinal);
        Assert.Contains("Nothing is said", await RefusedAsync("raised/x", new Raising()), StringComparison.Ordinal);
        Assert.Contains("a name has at least one letter", await RefusedAsync("raised/x", new Raising { Name = "–" }), StringComparison.Ordinal);
        Assert.Contains("Nobody is named", await RefusedAsync(null, Trend("Z", "a", "b"), null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ThatFindsTheSameAgain_LeavesGatheringsAlone()
    {
        await FindAsync(Some.Signal("a"), Some.Signal("b"));
        await RaiseAsync(null, Trend("X", "a", "b"));

        var recorded = await FindAsync(Some.Signal("a"), Some.Signal("b"));

        Assert.Equal(new Recorded(0, 0, 0), recorded);
        Assert.True((await Book.FindAsync("raised/x")).IsFound);
    }

    private SignalBook Book => new(folder.Store.Tables, folder.Store.AppendRatingsAsync, folder.Clock);

    private static Raising Trend(string name, params string[] signals) => new() { Level = SignalLevel.Trend, Name = name, Signals = signals };

    private Task<KnownSignal> RaiseAsync(string? id, Raising raising, string? person = "AB") =>
        new GatheringBook(Book, folder.Store.AppendGatheringsAsync, folder.Clock).RaiseAsync(id, person, raising, Token);

    private async Task<string> RefusedAsync(string? id, Raising raising, string? person = "AB") =>
        (await Assert.ThrowsAsync<ConfigurationException>(() => RaiseAsync(id, raising, person))).Message;

    private Task<Recorded> FindAsync(params Signal[] signals) =>
        new SignalRegister(folder.Store, ["findings"], "1", folder.Clock).RecordAsync(new Findings(signals, []) { Runs = [new AnalysisRun("findings", signals)] }, Token);
}
