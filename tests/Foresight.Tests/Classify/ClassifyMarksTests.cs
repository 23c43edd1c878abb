using Foresight.Engine.Classify;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Foresight.Tests.Classify;

/// <summary>What a verdict is marked with beside the model's yes or no: rules, cannot say, other languages, tags.</summary>
public sealed class ClassifyMarksTests : IDisposable
{
    private const string Norwegian = "Kommunen bygger vindkraft og flere boliger ved fjorden, og ungdommene får være med på å bestemme hvordan det skal se ut.";
    private const string Swedish = "Kommunen bygger vindkraft och fler bostäder vid sjön, och ungdomarna får vara med och bestämma hur det ska se ut.";

    private readonly TemporaryFolder _folder = new();
    private readonly WordClassifier _classifier = new();
    private readonly MemoryTables _tables = new();

    [Fact]
    public async Task RunAsync_RuleThatAdds_DecidesAgainstTheModelAndSaysByWhichWord()
    {
        _tables.Add(("feed", "1", 1, "Polisen planterar ekar", ""));

        await RunAsync(RulesFor(Rule("trees", RuleEffect.Add, "green", "ekar")));

        var row = Written("1", "green");
        Assert.Equal((true, "rule:trees", 0.1, 0.5, false), (row.Belongs, row.DecidedBy, row.Probability, row.Threshold, row.Abstained));
        Assert.Equal(["ekar"], row.Terms);
        Assert.Equal(["against"], row.Against);
    }

    [Fact]
    public async Task RunAsync_RuleThatForbids_DecidesAgainstTheModelAlsoWhereItCannotSay()
    {
        _tables.Add(("feed", "1", 1, "Vindkraft, perhaps", "sport"));

        await RunAsync(RulesFor(Rule("no-sport", RuleEffect.Forbid, "green", "sport")));

        var row = Written("1", "green");
        Assert.Equal((false, "rule:no-sport", 0.9, false), (row.Belongs, row.DecidedBy, row.Probability, row.Abstained));
        Assert.Equal(["vindkraft"], row.Terms);
        Assert.Equal(["sport", "against"], row.Against);
    }

    [Fact]
    public async Task RunAsync_RuleThatExplains_LeavesTheDecisionToTheModel()
    {
        _tables.Add(("feed", "1", 1, "Vindkraft", "vid Vänern"));

        await RunAsync(RulesFor(Rule("lake", RuleEffect.Explain, "green", "Vänern")));

        var row = Written("1", "green");
        Assert.Equal((true, "model"), (row.Belongs, row.DecidedBy));
        Assert.Equal(["Vänern", "vindkraft"], row.Terms);
    }

    [Fact]
    public async Task RunAsync_AreaThatOnlyARuleKnows_IsStoredWhereARuleDecides()
    {
        _tables.Add(("feed", "1", 1, "Brandkåren övar", ""));
        _tables.Add(("feed", "2", 1, "Brandkåren vilar", ""));
        var rules = RulesFor(Rule("fire", RuleEffect.Add, "rescue", "övar"), Rule("why", RuleEffect.Explain, "rescue", "brandkår"));

        await RunAsync(rules, Some.Area("green", "energy"), Some.Area("rescue"));

        var row = Assert.Single(_tables.Written, row => row.FocusArea == "rescue");
        Assert.Equal(("1", true, 1.0, 0.5, "rule:fire"), (row.ItemId, row.Belongs, row.Probability, row.Threshold, row.DecidedBy));
    }

    [Fact]
    public async Task RunAsync_ModelThatCannotSay_IsMarkedOnEveryArea()
    {
        _tables.Add(("feed", "1", 1, "Vindkraft, perhaps", ""));
        _tables.Add(("feed", "2", 1, "Vindkraft", ""));

        var result = await RunAsync(new Classification());

        Assert.Equal(["1/green", "1/homes"], _tables.Written.Where(row => row.Abstained).Select(row => $"{row.ItemId}/{row.FocusArea}").Order());
        Assert.Equal(new VerdictMarks(0, 1, 0), result.Marks);
    }

    [Fact]
    public async Task RunAsync_TextInAnotherLanguage_IsJudgedWithAMark()
    {
        _tables.Add(("feed", "no", 1, "Nyheter", Norwegian));
        _tables.Add(("feed", "sv", 1, "Nyheter", Swedish));

        var result = await RunAsync(new Classification());

        Assert.Equal((true, true, 0.4), Marks("no", "green"));
        Assert.Equal((false, false, 0.4), Marks("no", "homes"));
        Assert.Equal((true, false, 1.0), Marks("sv", "green"));
        Assert.Equal(new VerdictMarks(0, 1, 1), result.Marks);
        Assert.Equal(["nb", "sv"], _tables.Tags.Select(tags => tags.Language?.Language).Order());
    }

    [Fact]
    public async Task RunAsync_SourceThatTellsAWrongLanguage_IsCorrectedByTheText()
    {
        _tables.Add(("feed", "1", 1, "Nyheter", Swedish));
        _tables.Execute("UPDATE documents SET language = 'en'");

        // Swedish words count in Swedish texts only.
        await RunAsync(RulesFor(Rule("young", RuleEffect.Forbid, "green", "ungdom")));

        Assert.Equal("rule:young", Written("1", "green").DecidedBy);
    }

    [Fact]
    public async Task RunAsync_TooFewLetters_GoesByTheSourcesLanguage()
    {
        _tables.Add(("feed", "sv", 1, "Ny forskning i Fyrbodal", ""));
        _tables.Add(("feed", "da", 1, "Ny forskning i Fyrbodal", ""));
        _tables.Execute("UPDATE documents SET language = 'da-DK' WHERE _item_id = 'da'");

        await RunAsync(new Classification());

        Assert.Equal((1, 0.4), (Written("sv", "green").Trust, Written("da", "green").Trust));
        Assert.All(_tables.Tags, tags => Assert.Null(tags.Language));
    }

    [Fact]
    public async Task RunAsync_Tags_AreStoredWhereTheyBelong()
    {
        _folder.Write("labels/tags.csv", "id,language,kind,steep,labels,text\nx,sv,statistics,environmental,energy|housing,Solfångare\ny,sv,statistics,economic,housing,Hyresrätter\n");
        _tables.Add(("feed", "1", 1, "Solfångare", ""));
        _tables.Add(("feed", "2", 1, "Polisen", ""));

        await RunAsync(new Classification());

        var tags = _tables.Tags.Single(tags => tags.ItemId == "1");
        Assert.Equal([("energy", 0.8), ("housing", 0.8)], tags.Topics);
        Assert.Equal((("environmental", 0.8), ("statistics", 0.8)), (tags.Steep, tags.TextKind));
        Assert.Equal((1, "2009-1", Written("1", "green").ModelVersion), (tags.Revision, tags.PolicyVersion, tags.ModelVersion));
        Assert.Null(_tables.Tags.Single(tags => tags.ItemId == "2").Steep);
    }

    [Fact]
    public async Task RunAsync_RulesChangedUnderTheSamePolicyVersion_JudgesAllAnewWithTheSameModel()
    {
        _tables.Add(("feed", "1", 1, "Vindkraft", ""));
        _tables.Add(("feed", "2", 1, "Polisen", ""));
        var before = await RunAsync(RulesFor(Rule("r", RuleEffect.Add, "homes", "polis")));

        var changed = await RunAsync(RulesFor(Rule("r", RuleEffect.Add, "homes", "vindkraft")));
        var again = await RunAsync(RulesFor(Rule("r", RuleEffect.Add, "homes", "vindkraft")));

        Assert.Equal((2, 2, 0), (before.Classified, changed.Classified, again.Classified));
        Assert.Equal(before.Model.Record.Version, changed.Model.Record.Version);
        Assert.Equal((2, new VerdictMarks(1, 0, 0)), (again.Documents, again.Marks));
    }

    public void Dispose()
    {
        _tables.Dispose();
        _folder.Dispose();
    }

    private static Classification RulesFor(params ClassificationRule[] rules) => new() { Rules = rules };

    private static ClassificationRule Rule(string id, RuleEffect effect, string area, string word) => Rules.Rules.Rule(id, effect, area, Rules.Rules.Sv(word));

    private Task<ClassifyResult> RunAsync(Classification classification, params FocusArea[] areas) => new ClassifyStep(
        Some.Setup(_folder, _classifier, Some.Policy("2009-1", areas) with { Classification = classification }),
        _tables,
        _tables.Append,
        new FakeTimeProvider(new DateTimeOffset(2026, 9, 5, 0, 0, 0, TimeSpan.Zero)),
        NullLogger.Instance).RunAsync(null, CancellationToken.None);

    private ClassificationRow Written(string item, string area) => _tables.Written.Single(row => row.ItemId == item && row.FocusArea == area);

    private (bool Belongs, bool Abstained, double Trust) Marks(string item, string area) => Written(item, area) switch { var row => (row.Belongs, row.Abstained, row.Trust) };
}
