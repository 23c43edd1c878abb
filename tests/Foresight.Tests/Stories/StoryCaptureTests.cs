using System.Globalization;
using System.Text.Json;
using Foresight.Engine.Stories;
using Xunit;

namespace Foresight.Tests.Stories;

/// <summary>Real publications of one sender, each published once: hardly any may be taken for another.</summary>
public sealed class StoryCaptureTests
{
    [Theory]
    [InlineData("uttalanden")]
    [InlineData("faktapromemoria")]
    public void Place_OfASendersOwnPublications_TakesHardlyAnyForAnother(string series)
    {
        var documents = Directory.EnumerateFiles(SharedFolder.Path("captures", "feeds", "regeringen-snapshots", series), "*.json").SelectMany(Read)
            .DistinctBy(document => document.Id).OrderBy(document => document.Day).ThenBy(document => document.Id, StringComparer.Ordinal).ToList();
        var index = new StoryIndex();

        var joined = documents.Select(document => (document, place: index.Place(document))).Where(one => one.place.By is not StoryJoin.First).ToList();

        Assert.True(joined.Count <= documents.Count / 50, string.Join('\n', joined.Select(one => $"{one.document.Day:yyyy-MM-dd} {one.document.Title} was taken for {one.place.Story.Id}")));
    }

    private static IEnumerable<StoryDocument> Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return [.. json.RootElement.EnumerateArray().Select(item => new StoryDocument
        {
            Source = "s",
            Id = item.GetProperty("url").GetString()!,
            Title = item.GetProperty("title").GetString()!,
            Text = item.TryGetProperty("summary", out var summary) ? summary.GetString() ?? "" : "",
            Language = "sv",
            Url = "https://example.org" + item.GetProperty("url").GetString(),
            Day = DateOnly.Parse(item.GetProperty("published").GetString()!, CultureInfo.InvariantCulture),
        })];
    }
}
