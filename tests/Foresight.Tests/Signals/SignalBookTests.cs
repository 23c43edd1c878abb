using Foresight.Engine;
using Foresight.Engine.Analyse;
using Foresight.Engine.Signals;
using Foresight.Sdk;
using Foresight.Tests.Store;
using Xunit;

namespace Foresight.Tests.Signals;

public sealed class SignalBookTests : IDisposable
{
    private readonly StoreFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Rate_BySeveral_KeepsEveryRatingAndGivesMedianAndSpread()
    {
        await FindAsync("a");

        foreach (var (person, impact) in new[] { ("AB", 2), ("CD", 3), ("EF", 5), ("GH", 5), ("AB", 1) })
            await RateAsync("a", person, new Opinion { Impact = impact });

        var ratings = (await Book.FindAsync("a")).Ratings;
        Assert.Equal([2, 3, 5, 5, 1], ratings.All.Select(rating => rating.Impact));
        Assert.Equal(new Spread(4, 4, 1, 5, 2.5, 5), ratings.Impact);
        Assert.Equal(["impact"], ratings.ContestedOn);
        Assert.Null(ratings.Likelihood);
    }

    [Fact]
    public async Task Rate_InParts_LeavesWhatWasSaidBeforeStanding()
    {
        await FindAsync("a");

        await RateAsync("a", "AB", new Opinion { Impact = 4, Note = "why" });
        var after = await RateAsync("a", "ab", new Opinion { Confirms = true, Level = SignalLevel.Trend });

        var rating = Assert.Single(after.Ratings.People);
        Assert.Equal(("AB", 4, "why", true), (rating.Person, rating.Impact, rating.Note, rating.Confirms));
        Assert.True(after.IsConfirmed);
        Assert.Equal(SignalLevel.Trend, after.Level);
        Assert.False(after.Ratings.IsContested);
    }

    [Fact]
    public async Task Rate_ConfirmedByOneAndTurnedDownByAnother_SaysBoth()
    {
        await FindAsync("a");

        await RateAsync("a", "AB", new Opinion { Confirms = true });
        var after = await RateAsync("a", "CD", new Opinion { Confirms = false });

        Assert.True(after.IsConfirmed);
        Assert.Equal(["AB", "CD", "confirmation"], [.. after.Ratings.ConfirmedBy, .. after.Ratings.TurnedDownBy, .. after.Ratings.ContestedOn]);
    }

    [Fact]
    public async Task Rate_Withdrawn_CountsNoMoreAndIsKept()
    {
        await FindAsync("a");
        await RateAsync("a", "AB", new Opinion { Confirms = true, Impact = 5 });

        var after = await RateAsync("a", "AB", new Opinion { Withdraws = true });

        Assert.Empty(after.Ratings.People);
        Assert.False(after.IsConfirmed);
        Assert.Equal(2, (await Book.FindAsync("a")).Ratings.All.Count);
    }

    [Fact]
    public async Task Rate_OfWhatThenSaysSomethingElse_CountsAndIsMarked()
    {
        await FindAsync("a");
        await RateAsync("a", "AB", new Opinion { Confirms = true });
        await RecordAsync(Some.Signal("a", "Something else."));

        var known = await Book.FindAsync("a");

        Assert.True(known.IsConfirmed);
        Assert.True(known.IsOfEarlierVersion(known.Ratings.All[0]));
    }

    [Theory]
    [InlineData("a@example.org", 3, "e-mail address")]
    [InlineData("AB", 6, "--impact 6")]
    [InlineData("AB", 0, "--impact 0")]
    [InlineData(null, 3, "Nobody is named")]
    [InlineData("AB", null, "Nothing is said")]
    public async Task Rate_ThatMakesNoSense_IsRefusedWithASentence(string? person, int? impact, string expected)
    {
        await FindAsync("a");

        var refused = await Assert.ThrowsAsync<ConfigurationException>(() => RateAsync("a", person, new Opinion { Impact = impact }));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.Empty((await Book.FindAsync("a")).Ratings.All);
    }

    [Fact]
    public async Task Find_OfAMisspeltId_NamesTheNearest()
    {
        await FindAsync("indicator/N00401");

        var refused = await Assert.ThrowsAsync<ConfigurationException>(() => Book.FindAsync("indicator/N0040l"));

        Assert.Contains("nearest 'indicator/N00401'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreement_FromTwoSignalsThatTwoHaveRated_IsKnown()
    {
        await FindAsync("a", "b");
        foreach (var (id, person, impact) in new[] { ("a", "AB", 1), ("a", "CD", 1), ("b", "AB", 5) })
            await RateAsync(id, person, new Opinion { Impact = impact });
        var before = RatingAgreement.Of(await Book.ReadAsync());

        await RateAsync("b", "CD", new Opinion { Impact = 5 });

        Assert.Equal(new RatingAgreement(1, null, null), before);
        Assert.Equal(new RatingAgreement(2, 1, null), RatingAgreement.Of(await Book.ReadAsync()));
    }

    private SignalBook Book => new(folder.Store.Tables, folder.Store.AppendRatingsAsync, folder.Clock);

    private Task<Recorded> FindAsync(params string[] ids) => RecordAsync([.. ids.Select(id => Some.Signal(id))]);

    private Task<Recorded> RecordAsync(params Signal[] signals) =>
        new SignalRegister(folder.Store, ["findings"], "1", folder.Clock).RecordAsync(new Findings(signals, []) { Runs = [new AnalysisRun("findings", signals)] }, Token);

    private async Task<KnownSignal> RateAsync(string id, string? person, Opinion opinion) => await Book.RateAsync(await Book.FindAsync(id), person, opinion, Token);
}
