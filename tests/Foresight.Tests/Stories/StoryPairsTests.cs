using System.Globalization;
using Foresight.Engine.Classify;
using Foresight.Engine.Stories;
using Xunit;

namespace Foresight.Tests.Stories;

/// <summary>Pairs of reports that people would call one story or two, written for this; see docs/ingest.md.</summary>
public sealed class StoryPairsTests
{
    private static readonly DateOnly Monday = new(2026, 9, 7);

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Place_OfLabelledPairs_IsPreciseAndFindsMost(string language)
    {
        var pairs = Read(language);

        var judged = pairs.Select(pair => (pair, joined: Joins(pair))).ToList();

        var (right, wrong, missed) = (
            judged.Count(one => one is { pair.Same: true, joined: true }), judged.Where(one => one is { pair.Same: false, joined: true }).ToList(), judged.Where(one => one is { pair.Same: true, joined: false }).ToList());
        var (precision, recall) = ((double)right / (right + wrong.Count), (double)right / (right + missed.Count));
        var told = string.Create(CultureInfo.InvariantCulture, $"""
            {language}: {pairs.Count} pairs, precision {precision:0.000}, recall {recall:0.000}
            joined, but two stories: {string.Join("; ", wrong.Select(one => one.pair.Why))}
            not joined, but one story: {string.Join("; ", missed.Select(one => one.pair.Why))}
            """);
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        Assert.True(pairs.Count >= 30 && precision >= 0.95 && recall >= 0.85, told);
    }

    [Fact]
    public void Place_OfEveryPairInOneFeedOfNews_JoinsNoneOfDifferentPairs()
    {
        // All reports of both files within one week: what is no pair is no story either.
        var index = new StoryIndex();
        var pairs = Read("sv").Concat(Read("en")).Where(pair => pair.Same).ToList();

        var stories = pairs.SelectMany((pair, number) => new[] { pair.A, pair.B }.Select(document => (
            number, story: index.Place(document with { Id = $"{number}-{document.Id}", Day = Monday }).Story.Id))).ToList();

        // Several pairs tell of the same event on purpose; what must not happen is that one story spans both languages.
        Assert.All(stories.GroupBy(one => one.story), story => Assert.Single(story.Select(one => pairs[one.number].A.Language).Distinct()));
    }

    private static bool Joins(Pair pair)
    {
        var index = new StoryIndex();
        return index.Place(pair.A).Story == index.Place(pair.B).Story;
    }

    private static List<Pair> Read(string language)
    {
        using var reader = new StreamReader(Repository.Path("tests", "fixtures", "stories", language + ".csv"));
        return [.. CsvRows.Read(reader).Skip(1).Select(row => row.Fields).Select(fields => new Pair(
            fields[0] == "same",
            fields[1],
            Document(fields[2][..1], "1", language, fields[4], fields[5], 0),
            Document(fields[2][1..], "2", language, fields[6], fields[7], int.Parse(fields[3], CultureInfo.InvariantCulture))))];
    }

    private static StoryDocument Document(string source, string id, string language, string title, string text, int day) =>
        new() { Source = source, Id = id, Language = language, Title = title, Text = text, Day = Monday.AddDays(day) };

    private sealed record Pair(bool Same, string Why, StoryDocument A, StoryDocument B);
}
