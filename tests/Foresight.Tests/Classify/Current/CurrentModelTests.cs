using System.Text.Json;
using Foresight.Engine.Classify;
using Foresight.Engine.Classify.Current;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Foresight.Tests.Classify.Current;

/// <summary>A model that was trained anew judges only where it wins or ties.</summary>
public sealed class CurrentModelTests : IDisposable
{
    // Learned by this, "vindkraft" is no word of the area any longer, and the test's texts on it are missed.
    private const string Spoils = "id,labels,text\nz,none,vindkraft\n";

    // Learned by this, "turbiner" is one.
    private const string Mends = "id,labels,text\ny,energy,turbiner\n";

    private const string Test = """
        id,language,kind,labels,text
        p1-sv,sv,news,energy,Mer vindkraft
        p1-en,en,news,energy,Nya turbiner
        p2-sv,sv,call,none,kriget
        p2-en,en,call,none,the war

        """;

    private readonly TemporaryFolder _folder = new();
    private readonly WordClassifier _classifier = new();
    private readonly FakeTimeProvider _clock = new();
    private IReadOnlyList<LabelledText> _more = [];
    private int _reads;

    public CurrentModelTests() => _folder.Write("labels/ours.csv", Some.Labels);

    [Fact]
    public async Task GetAsync_LabelsChangedAndTheNewModelWins_TakesIt()
    {
        var before = await FirstAsync();
        _folder.Write("labels/more.csv", Mends);

        var ready = await GetAsync();

        Assert.NotEqual(before.Record.Version, ready.Record.Version);
        Assert.Equal((before.Record.Version, true, 1.0, 2 / 3.0), (ready.Comparison!.With, ready.Comparison.Taken, ready.Comparison.New!.Value, ready.Comparison.Old!.Value));
        Assert.Equal(ready.Record.Version, Current().GetProperty("version").GetString());
    }

    [Fact]
    public async Task GetAsync_LabelsChangedAndTheNewModelLoses_TheOldOneGoesOnJudging()
    {
        var before = await FirstAsync();
        _folder.Write("labels/more.csv", Spoils);

        var ready = await GetAsync();

        Assert.Equal(before.Record.Version, ready.Record.Version);
        Assert.False(ready.Comparison!.Taken);
        Assert.Matches("^The newly trained model [0-9a-f]{12} is not used: on the 4 texts of the fixed test it reaches micro F1 0.000 and the one before .* 0.667 .*", ready.Refused!.En);
        Assert.True(File.Exists(Path.Combine(_folder.Path, "models", RefusedVersion(), "card.md")));
        Assert.Equal(before.Record.Version, Current().GetProperty("version").GetString());
    }

    [Fact]
    public async Task GetAsync_RefusedRecipeAgain_IsNotTrainedAgainAndStillTold()
    {
        await FirstAsync();
        _folder.Write("labels/more.csv", Spoils);
        var refused = await GetAsync();

        var again = await GetAsync();

        Assert.Equal((2, refused.Refused), (_classifier.Trainings, again.Refused));
        Assert.Null(again.Comparison);
    }

    [Fact]
    public async Task GetAsync_RefusedRecipeWithManyMoreTexts_IsTriedAgain()
    {
        await FirstAsync();
        _folder.Write("labels/more.csv", Spoils);
        await GetAsync();
        _more = [new("feed/1", "turbiner", "en", new HashSet<string> { "green" })];

        var ready = await GetAsync();

        Assert.Equal((3, true), (_classifier.Trainings, ready.Comparison!.Taken));
        Assert.Null(ready.Refused);
    }

    [Fact]
    public async Task GetAsync_WorseButToBeTaken_IsTakenAndTheCardSaysSo()
    {
        await FirstAsync();
        _folder.Write("labels/more.csv", Spoils);

        var ready = await GetAsync(Retraining.NowAndTake);

        Assert.Equal((true, ready.Record.Version), (ready.Comparison!.Taken, Current().GetProperty("version").GetString()));
        Assert.Contains("It was taken all the same, as asked.", await File.ReadAllTextAsync(CardOf(ready), CancellationToken.None), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_OtherAreas_AreNotCompared()
    {
        await FirstAsync();

        var ready = await GetAsync(policy: Some.Policy(areas: [Some.Area("green", "energy", "sport"), Some.Area("homes", "housing")]));

        Assert.Equal((true, (double?)null), (ready.Comparison!.Taken, ready.Comparison.New));
        Assert.Contains("there is nothing to compare", ready.Comparison.Why.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_NoFixedTest_ComparesHeldOutFigures()
    {
        await GetAsync();
        _classifier.HeldOut = 0.9;
        _folder.Write("labels/more.csv", Mends);

        var ready = await GetAsync();

        Assert.Equal((false, 0.9, 1.0), (ready.Comparison!.Taken, ready.Comparison.New!.Value, ready.Comparison.Old!.Value));
        Assert.Contains("there is no fixed test", ready.Refused!.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_StoreOfAnEarlierVersion_TakesTheModelOfTodaysLabels()
    {
        var before = await FirstAsync();
        File.Delete(Path.Combine(_folder.Path, "models", "current.json"));

        var ready = await GetAsync();

        Assert.Equal((before.Record.Version, 1), (ready.Record.Version, _classifier.Trainings));
        Assert.Equal(before.Record.Version, Current().GetProperty("version").GetString());
    }

    [Fact]
    public async Task GetAsync_CurrentModelBroken_TrainsAnewWithoutComparing()
    {
        var before = await FirstAsync();
        _folder.Write("labels/more.csv", Spoils);
        await File.WriteAllTextAsync(before.File, "broken", CancellationToken.None);

        var ready = await GetAsync();

        Assert.True(ready.Comparison!.Taken);
        Assert.Equal($"The model before ({before.Record.Version}) could not be read, so there is nothing to compare.", ready.Comparison.Why.En);
    }

    [Fact]
    public async Task GetAsync_TextsOfPeopleAndSources_AreReadOnlyToTrainAndCounted()
    {
        var before = await FirstAsync();
        _more = [new("person:feed/1", "sol", "sv", new HashSet<string> { "green" }), new("feed/2", "vind", "sv", new HashSet<string>()), new("feed/3", "regn", "sv", new HashSet<string>()) { Weight = 0.3 }];
        var (unread, same) = (_reads, await GetAsync());
        var (untouched, trained) = (_reads, await GetAsync(Retraining.Now));

        Assert.Equal((before.Record.Version, unread), (same.Record.Version, untouched));
        Assert.NotEqual(before.Record.Version, trained.Record.Version);
        Assert.Equal([("labels", 5), ("people", 1), ("sources", 2)], trained.Record.TextsByOrigin.Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public async Task GetAsync_StoredDocumentThatTheTestHas_IsNotLearned()
    {
        _folder.Write("labels/test/parallel.csv", Test);
        _more = [new("feed/1", "Mer  vindkraft!", "sv", new HashSet<string> { "green" })];

        await GetAsync();

        Assert.DoesNotContain(_classifier.Last!.Texts, text => text.Id == "feed/1");
    }

    [Fact]
    public async Task GetAsync_TestTextInTheLabelFiles_SaysSo()
    {
        _folder.Write("labels/test/parallel.csv", "id,labels,text\nt,energy,VINDKRAFT solceller\n");

        var fault = await Assert.ThrowsAsync<LabelFileException>(() => GetAsync());

        Assert.Contains("1 of its 1 texts are in the label files too, 't' first", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_ManySmallLosses_CannotAddUp()
    {
        // 200 texts, all found at first; each round one word more is lost, half a hundredth or less of F1 at a time.
        _folder.Write("labels/ours.csv", "id,labels,text\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"a{i},energy,ord{i}\n")) + "n,none,annat\nh,housing,flats\n");
        _folder.Write("labels/test/t.csv", "id,labels,text\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"t{i},energy,ord{i} ett\n")));
        await GetAsync();
        var taken = new List<bool>();
        for (var lost = 0; lost < 4; lost++)
        {
            _folder.Write($"labels/lost{lost}.csv", $"id,labels,text\nl{lost},none,ord{lost}\n");
            taken.Add((await GetAsync()).Comparison!.Taken);
        }

        // 399/400 and 398/400 tie; after that the best so far is too far away.
        Assert.Equal([true, false], [taken[0], taken[3]]);
        Assert.True(Current().GetProperty("best").GetProperty("microF1").GetDouble() > 0.999);
    }

    [Fact]
    public async Task GetAsync_ManyModels_KeepsTheOneThatJudgesAndThreeMore()
    {
        var versions = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            _folder.Write($"labels/more{i}.csv", $"id,labels,text\nm{i},energy,ord{i}\n");
            _clock.Advance(TimeSpan.FromHours(1));
            versions.Add((await GetAsync()).Record.Version);
        }

        var left = Directory.EnumerateDirectories(Path.Combine(_folder.Path, "models")).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(versions.TakeLast(4).Order(StringComparer.Ordinal), left);
    }

    [Fact]
    public async Task GetAsync_TwoStores_EachHasItsOwn()
    {
        await FirstAsync();
        _folder.Write("labels/more.csv", Spoils);
        var live = await GetAsync(store: "live");

        var first = await GetAsync();

        Assert.True(live.Comparison!.Taken);
        Assert.False(first.Comparison!.Taken);
        Assert.NotEqual(live.Record.Version, first.Record.Version);
    }

    [Fact]
    public async Task GetAsync_StoreThatIsGone_IsForgotten()
    {
        var gone = Path.Combine(_folder.Path, "gone");
        await GetAsync(store: gone);

        await GetAsync();

        Assert.DoesNotContain("gone", await File.ReadAllTextAsync(Path.Combine(_folder.Path, "models", "current.json"), CancellationToken.None), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_TestChanged_TheCardGetsItsFigures()
    {
        var before = await FirstAsync();
        _folder.Write("labels/test/parallel.csv", Test + "p3,en,news,energy,solceller\n");

        var ready = await GetAsync();

        Assert.Equal((4, 5, 1), (before.Record.Test!.Report.Overall.Texts, ready.Record.Test!.Report.Overall.Texts, _classifier.Trainings));
        Assert.Equal(0.8, ready.Record.Test.Report.Overall.MicroF1, 9);
    }

    [Fact]
    public async Task GetAsync_FixedTest_FiguresByLanguageKindAndParityAreInTheCard()
    {
        var ready = await FirstAsync();

        var test = ready.Record.Test!;
        Assert.Equal([("en", 0.0), ("sv", 1.0)], test.Report.ByLanguage.Select(pair => (pair.Key, pair.Value.MicroF1)));
        Assert.Equal([("call", 2), ("news", 2)], test.Report.Groups.Select(pair => (pair.Key, pair.Value.Texts)));
        Assert.Equal((1.0, 0.0, true), (test.Parity!.Swedish, test.Parity.English, test.Parity.IsPast));
        Assert.Contains("Swedish and English: micro F1 1.000 and 0.000", await File.ReadAllTextAsync(CardOf(ready), CancellationToken.None), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_FixedTestWithoutYears_CardSaysWhy()
    {
        var ready = await FirstAsync();

        Assert.Contains("no figures by year: the texts of the fixed test name none", await File.ReadAllTextAsync(CardOf(ready), CancellationToken.None), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string CardOf(ReadyModel ready) => Path.Combine(Path.GetDirectoryName(ready.File)!, "card.md");

    private Task<ReadyModel> FirstAsync()
    {
        _folder.Write("labels/test/parallel.csv", Test);
        return GetAsync();
    }

    private async Task<ReadyModel> GetAsync(Retraining retraining = Retraining.WhenNeeded, Policy? policy = null, string store = "")
    {
        var setup = Some.Setup(_folder, _classifier, policy) with
        {
            Store = store,
            MoreTexts = _ =>
            {
                _reads++;
                return Task.FromResult(_more);
            },
        };
        return (await new FocusModels(setup, _clock, NullLogger.Instance).GetAsync(retraining, CancellationToken.None)).Model;
    }

    private string RefusedVersion() => Current().GetProperty("refused").GetProperty("version").GetString()!;

    private JsonElement Current()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder.Path, "models", "current.json")));
        return file.RootElement.GetProperty("").Clone();
    }
}
