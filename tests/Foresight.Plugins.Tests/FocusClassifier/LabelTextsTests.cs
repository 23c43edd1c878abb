using Foresight.Engine.Classify;
using Xunit;

namespace Foresight.Plugins.Tests.FocusClassifier;

/// <summary>What data/labels promises: enough texts of everything, and no text twice.</summary>
public sealed class LabelTextsTests(ITestOutputHelper output)
{
    private const int Words = 5;

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void LabelTexts_PerAreaAndLanguage_AreEnough(string language)
    {
        var rows = OurTexts.Rows.Where(row => row.Language == language).ToArray();

        var least = OurTexts.Areas.Min(area => rows.Count(row => OurTexts.AreasOf(row).Contains(area)));
        var none = rows.Count(row => !OurTexts.AreasOf(row).Any());

        Assert.InRange(least, 250, int.MaxValue);
        Assert.InRange(none, 600, int.MaxValue);
    }

    [Fact]
    public void LabelTexts_KindAndSteep_AreAlwaysGivenAndAllAreUsed()
    {
        var kinds = OurTexts.Rows.CountBy(row => row.Kind ?? "").ToDictionary(pair => pair.Key, pair => pair.Value);
        var factors = OurTexts.Rows.CountBy(row => row.Steep ?? "").ToDictionary(pair => pair.Key, pair => pair.Value);

        Assert.Equal(LabelledRow.Kinds.Order(StringComparer.Ordinal), kinds.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(LabelledRow.SteepFactors.Order(StringComparer.Ordinal), factors.Keys.Order(StringComparer.Ordinal));
        Assert.All(kinds.Values.Concat(factors.Values), count => Assert.InRange(count, 200, int.MaxValue));
    }

    [Fact]
    public void LabelTexts_NoTwo_AreNearDuplicates()
    {
        var (share, one, other) = Greatest(OurTexts.Rows);

        output.WriteLine($"greatest share of common sequences of {Words} words: {share:F3}, {one} and {other}");
        Assert.True(share <= 0.2, $"{one} and {other} share {share:P0} of their sequences of {Words} words; write one of them anew.");
    }

    [Fact]
    public void FixedTest_NoText_IsNearlyACopyOfOneToLearnFrom()
    {
        var test = OurTexts.TestRows.Select(row => row.Id).ToHashSet();

        var (share, one, other) = Greatest([.. OurTexts.Rows, .. OurTexts.TestRows], (first, second) => test.Contains(first) != test.Contains(second));

        output.WriteLine($"greatest share of common sequences of {Words} words: {share:F3}, {one} and {other}");
        Assert.True(share <= 0.15, $"{one} and {other} share {share:P0} of their sequences of {Words} words; a test that was learned flatters: write one of them anew.");
    }

    [Fact]
    public void FixedTest_EveryText_IsThereInBothLanguagesWithTheSameLabels()
    {
        var rows = OurTexts.TestRows.ToLookup(row => row.Id[..^3]);

        Assert.All(rows, pair => Assert.Equal(["en", "sv"], pair.Select(row => row.Language!).Order()));
        Assert.All(rows, pair => Assert.All(pair, row => Assert.EndsWith("-" + row.Language, row.Id)));
        Assert.All(rows, pair => Assert.Single(pair.Select(row => (string.Join('|', row.Labels.Order(StringComparer.Ordinal)), row.Kind, row.Steep)).Distinct()));
    }

    [Fact]
    public void Greatest_TextWithOneWordChanged_IsFound()
    {
        const string Text = "Kommunen öppnar ett nytt återbruk vid hamnen där hyresgästerna kan lämna möbler och cyklar";
        LabelledRow[] rows = [Row("a", Text), Row("b", "Ett helt annat besked om skolmaten i Dals Långed kom i går"), Row("c", Text.Replace("cyklar", "lampor", StringComparison.Ordinal))];

        var (share, one, other) = Greatest(rows);

        Assert.Equal((9.0 / 11, "a", "c"), (share, one, other));
    }

    private static LabelledRow Row(string id, string text) => new(id, text, new HashSet<string>(), "sv", null, null);

    // Only pairs with a sequence in common are compared; a formula that very many use makes no pair by itself.
    private static (double Share, string One, string Other) Greatest(IReadOnlyList<LabelledRow> rows, Func<string, string, bool>? where = null)
    {
        var sets = rows.Select(row => Sequences(row.Text)).ToArray();
        var common = new Dictionary<(int, int), int>();
        foreach (var group in sets.SelectMany((set, i) => set.Select(sequence => (sequence, i))).GroupBy(pair => pair.sequence, pair => pair.i, StringComparer.Ordinal))
        {
            var texts = group.Order().ToArray();
            for (var i = 0; i < texts.Length; i++)
            {
                for (var j = i + 1; j < texts.Length; j++)
                    common[(texts[i], texts[j])] = common.GetValueOrDefault((texts[i], texts[j])) + 1;
            }
        }

        var greatest = common.Where(pair => where?.Invoke(rows[pair.Key.Item1].Id, rows[pair.Key.Item2].Id) ?? true).Select(pair => (Share: pair.Value / (double)(sets[pair.Key.Item1].Count + sets[pair.Key.Item2].Count - pair.Value), pair.Key)).DefaultIfEmpty().Max();
        return (greatest.Share, rows[greatest.Key.Item1].Id, rows[greatest.Key.Item2].Id);
    }

    private static HashSet<string> Sequences(string text)
    {
        var letters = text.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ').ToArray();
        var words = new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= Words ? [string.Join(' ', words)] : [.. Enumerable.Range(0, words.Length - Words + 1).Select(i => string.Join(' ', words, i, Words))];
    }
}
