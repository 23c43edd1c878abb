using Foresight.Engine.Classify;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Foresight.Tests.Classify;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Foresight.Tests.Runs;

/// <summary>What the sample run stored and told of its verdicts.</summary>
[Collection(SampleRunCollection.Name)]
public sealed class SampleVerdictTests(SampleRun run)
{
    [Fact]
    public async Task Run_OnSamples_TellsHowManyVerdictsAreMarked()
    {
        var stored = (await run.QueryAsync("""
            SELECT count(DISTINCT (_source, _item_id)) FILTER (starts_with(decided_by, 'rule:')) AS ruled, count(DISTINCT (_source, _item_id)) FILTER (abstained) AS unsaid,
                   count(DISTINCT (_source, _item_id)) FILTER (trust < 1) AS other FROM classifications
            """))[0];

        var told = run.First.GetProperty("classified").GetProperty("marks");
        Assert.Equal(
            (stored.GetProperty("ruled").GetInt64(), stored.GetProperty("unsaid").GetInt64(), stored.GetProperty("other").GetInt64()),
            (told.GetProperty("byRules").GetInt64(), told.GetProperty("cannotSay").GetInt64(), told.GetProperty("otherLanguages").GetInt64()));
        Assert.InRange(stored.GetProperty("ruled").GetInt64(), 1, 20);
        Assert.InRange(stored.GetProperty("unsaid").GetInt64(), 1, 150);
        Assert.Contains($"Of them {stored.GetProperty("ruled")} were decided by rules", run.Second.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OnSamples_StoresWordsOfTheRuleThatDecided()
    {
        var rows = await run.QueryAsync("SELECT belongs, decided_by, len(terms) AS f, len(against) AS a, rules_version FROM classifications WHERE decided_by <> 'model'");

        Assert.All(rows, row => Assert.True(row.GetProperty(row.GetProperty("belongs").GetBoolean() ? "f" : "a").GetInt32() > 0, row.ToString()));
        Assert.Single(rows.Select(row => row.GetProperty("rules_version").GetString()!).Distinct(), version => version.Length == 12);
    }

    [Fact]
    public async Task Run_OnSamples_TagsEveryDocumentAndFindsNoOtherLanguageThanItsSourceTells()
    {
        var rows = await run.QueryAsync("""
            SELECT count(*) AS documents, count(t._item_id) AS tagged, count(*) FILTER (t.language_found <> d.language) AS otherwise
            FROM documents d LEFT JOIN tags t ON t._source = d._source AND t._item_id = d._item_id AND t._revision = d._revision
            """);

        Assert.Equal(rows[0].GetProperty("documents").GetInt64(), rows[0].GetProperty("tagged").GetInt64());
        Assert.Equal(0, rows[0].GetProperty("otherwise").GetInt64());
    }

    [Fact]
    public async Task WeakTexts_OfTheStore_ComeFromItsCategories()
    {
        using var folder = new Classify.TemporaryFolder();
        using var store = TableStore.Open(run.Store, new FakeTimeProvider());
        var mapping = new SourceCategories("regeringen", new Dictionary<string, IReadOnlyList<string>> { ["Pressmeddelande"] = ["homes"] }, 0.5);
        var policy = Some.Policy() with { Classification = new Classification { Categories = [mapping] } };

        var texts = await WeakTexts.ReadAsync(Some.Setup(folder, new WordClassifier(), policy), store.Tables, CancellationToken.None);

        var mapped = await run.QueryAsync("SELECT count(DISTINCT story_id) AS n FROM document_stories WHERE _source = 'regeringen' AND list_contains(categories, 'Pressmeddelande')");
        Assert.Equal(mapped[0].GetProperty("n").GetInt32(), texts.Count);
        Assert.InRange(texts.Count, 10, 100);
        Assert.All(texts, text => Assert.Equal(("sv", "homes", 0.5), (text.Language, string.Join('|', text.Labels), text.WeightOf("green"))));
    }
}
