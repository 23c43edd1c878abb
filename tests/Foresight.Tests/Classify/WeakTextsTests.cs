using Foresight.Engine.Classify;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Classify;

public sealed class WeakTextsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MemoryTables _tables = new();

    [Fact]
    public async Task ReadAsync_MappedCategories_BecomeLabelsWithTheirWeight()
    {
        Add("press", "1", "Ny park", "Parken öppnas för alla.", ["Energi", "Annat"]);
        Add("press", "2", "Skatten höjs.", "", ["skatt"]);
        Add("press", "3", "Hus som värmer sig", "Sol på taket.", ["Energi", "Boende"]);

        var texts = (await ReadAsync()).ToDictionary(text => text.Id);

        Assert.Equal(["press/1", "press/2", "press/3"], texts.Keys.Order());
        Assert.Equal(("Ny park. Parken öppnas för alla.", "sv", "green"), (texts["press/1"].Text, texts["press/1"].Language, string.Join('|', texts["press/1"].Labels)));
        Assert.Equal((0.7, 0.7), (texts["press/1"].WeightOf("green"), texts["press/1"].WeightOf("homes")));
        Assert.Equal((0, 0.7, "Skatten höjs."), (texts["press/2"].Labels.Count, texts["press/2"].WeightOf("green"), texts["press/2"].Text));
        // What the two categories leave open is known as surely as the weaker says.
        Assert.Equal((0.7, 0.3, 0.3), (texts["press/3"].WeightOf("green"), texts["press/3"].WeightOf("homes"), texts["press/3"].Weight));
        Assert.All(texts.Values, text => Assert.Empty(text.Tags));
    }

    [Fact]
    public async Task ReadAsync_ProgrammeOfACall_CountsAsACategory()
    {
        Add("press", "1", "Call", "Apply now.", []);
        _tables.Execute("UPDATE documents SET programme = 'Energi'");

        Assert.Equal(["green"], Assert.Single(await ReadAsync()).Labels);
    }

    [Fact]
    public async Task ReadAsync_OtherSourcesUnknownCategoriesAndOtherLanguages_AreNoLabels()
    {
        Add("other", "1", "Ny park", "", ["Energi"]);
        Add("press", "2", "Ny park", "", ["Sport"]);
        Add("press", "3", "Ny vindpark", "Kommunen bygger vindkraft og flere boliger ved fjorden, og ungdommene får være med på å bestemme.", ["Energi"]);
        Add("press", "4", "2026", "12–14", ["Energi"]);

        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task ReadAsync_DocumentThatAPersonJudged_IsLeftToThePerson()
    {
        Add("press", "1", "Ny park", "", ["Energi"]);
        Add("press", "2", "Ny bro", "", ["Energi"]);
        _tables.Execute("INSERT INTO verdicts VALUES ('press', '1', 1, 'ab', '2026-08-02', ['homes'], false)");

        Assert.Equal(["press/2"], (await ReadAsync()).Select(text => text.Id));
    }

    [Fact]
    public async Task ReadAsync_NearCopyOfTheFixedTest_IsLeftOut()
    {
        const string Test = "Kommunen bygger ut fjärrvärmen i hamnen och sänker avgiften för alla hyresgäster från januari.";
        _folder.Write("labels/test/parallel.csv", $"id,language,labels,text\npair1-sv,sv,energy,\"Fjärrvärme. {Test}\"\n");
        Add("press", "copy", "Mer fjärrvärme", "I dag meddelas: " + Test, ["Energi"]);
        Add("press", "own", "Fjärrvärme", "Bolaget lagar en ledning som läcker vid sjukhuset.", ["Energi"]);

        Assert.Equal(["press/own"], (await ReadAsync()).Select(text => text.Id));
    }

    [Fact]
    public async Task ReadAsync_MoreThanEnoughOfAnArea_TakesTheNewestAndEachStoryOnce()
    {
        await _tables.QueryAsync("""
            INSERT INTO documents SELECT 'press', 'd' || lpad(CAST(i AS VARCHAR), 3, '0'), 1, 'Ny park ' || i, 'Parken öppnas för alla.', 'sv', ['Energi'], NULL,
              TIMESTAMP '2026-01-01' + to_days(CAST(i AS INTEGER)), TIMESTAMP '2026-01-01' FROM range(400) r(i)
            """);
        Add("press", "twice", "Samma park", "as told in press/d399", ["Energi"]);
        Add("press", "homes", "Gammalt hus", "", ["Boende"]);
        _tables.Execute("UPDATE documents SET published = '2020-01-01' WHERE _item_id = 'homes'");

        var texts = await ReadAsync();

        Assert.Equal(["press/d100", "press/d399", "press/homes"], new[] { texts[0].Id, texts[^2].Id, texts[^1].Id });
        Assert.Equal(301, texts.Count);
    }

    [Fact]
    public async Task ReadAsync_PolicyWithoutCategories_AsksNothing() =>
        Assert.Empty(await WeakTexts.ReadAsync(Some.Setup(_folder, new WordClassifier()), null!, CancellationToken.None));

    public void Dispose()
    {
        _tables.Dispose();
        _folder.Dispose();
    }

    private void Add(string source, string id, string title, string text, string[] categories)
    {
        _tables.Add((source, id, 1, title, text));
        _tables.Execute("UPDATE documents SET categories = string_split($3, '|') WHERE _source = $1 AND _item_id = $2", source, id, string.Join('|', categories));
    }

    private Task<IReadOnlyList<LabelledText>> ReadAsync() => WeakTexts.ReadAsync(
        Some.Setup(_folder, new WordClassifier(), Some.Policy() with { Classification = new Classification { Categories = [Of(0.7, ("Energi", ["green"]), ("Skatt", [])), Of(0.3, ("Boende", ["homes"]))] } }),
        _tables,
        CancellationToken.None);

    private static SourceCategories Of(double weight, params (string Category, string[] Areas)[] categories) =>
        new("press", categories.ToDictionary(one => one.Category, one => (IReadOnlyList<string>)one.Areas, StringComparer.OrdinalIgnoreCase), weight);
}
