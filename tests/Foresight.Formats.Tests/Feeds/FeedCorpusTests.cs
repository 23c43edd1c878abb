using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Foresight.Formats.Feeds;
using Xunit;

namespace Foresight.Formats.Tests.Feeds;

/// <summary>The cases of Universal Feed Parser: each is read, or refused in one sentence; the plain expectations of ours are compared.</summary>
public sealed partial class FeedCorpusTests
{
    [Fact]
    public async Task Reading_EveryWellFormedCase_SucceedsOrRefusesInOneSentence()
    {
        var folder = SharedFolder.Path("corpora", "feedparser");
        var clock = Stopwatch.StartNew();
        var refused = new List<string>();
        var files = Directory.GetFiles(Path.Combine(folder, "wellformed"), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();

        foreach (var file in files)
        {
            try
            {
                var feed = await ReadFeed.OfAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
                if (feed.Break is not null)
                    refused.Add($"{Path.GetRelativePath(folder, file)}: {feed.Break}");
            }
            catch (FeedFormatException refusal)
            {
                refused.Add($"{Path.GetRelativePath(folder, file)}: {refusal.Message}");
            }
        }

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"It took {clock.Elapsed}.");
        Assert.All(refused, sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
        Assert.True(refused.Count <= files.Count / 50, $"{refused.Count} of {files.Count} were refused:\n{string.Join('\n', refused)}");
    }

    [Theory]
    [InlineData("wellformed/rss")]
    [InlineData("wellformed/atom10")]
    [InlineData("wellformed/atom")]
    [InlineData("wellformed/rdf")]
    public async Task Reading_CasesOfOurFields_HoldsTheirExpectations(string category)
    {
        var folder = SharedFolder.Path("corpora", "feedparser");
        using var index = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "INDEX.json"), TestContext.Current.CancellationToken));
        var (held, failed) = (0, new List<string>());

        foreach (var one in index.RootElement.EnumerateArray().Where(one => one.GetProperty("category").GetString() == category))
        {
            var expect = Plain().Match(one.GetProperty("expect").GetString() ?? "");
            if (!expect.Success)
                continue;
            var file = one.GetProperty("file").GetString()!;
            var feed = await ReadFeed.OfAsync(await File.ReadAllBytesAsync(Path.Combine(folder, file), TestContext.Current.CancellationToken));
            var actual = expect.Groups["of"].Value == "feed" ? OfFeed(feed, expect.Groups["field"].Value) : OfEntry(feed, expect.Groups["field"].Value);
            if (actual is null)
                continue;
            // They expect markup where we expect the text that a reader sees.
            var expected = Regex.Unescape(expect.Groups["value"].Value);
            if (actual == PlainText.Fold(expected) || actual == PlainText.FromHtml(expected))
                held++;
            else
                failed.Add($"{file}: {expect.Value} was '{actual}'");
        }

        TestContext.Current.SendDiagnosticMessage($"{category}: {held} hold, {failed.Count} do not.");
        Assert.True(held >= 9 * failed.Count, $"{held} held, {failed.Count} did not:\n{string.Join('\n', failed)}");
        Assert.NotEqual(0, held);
    }

    private static string? OfFeed(ReadFeed feed, string field) => field switch
    {
        "title" => feed.Header.Title,
        "description" or "subtitle" or "tagline" => feed.Header.Description,
        "link" => feed.Header.Link?.OriginalString ?? "",
        "id" => feed.Header.Id ?? "",
        "language" => feed.Header.Language ?? "",
        _ => null,
    };

    private static string? OfEntry(ReadFeed feed, string field) => feed.Entries.Count == 0 ? "no entry" : field switch
    {
        "title" => feed.Entries[0].Title,
        "summary" or "description" => feed.Entries[0].Summary,
        "link" => feed.Entries[0].Link?.OriginalString ?? "",
        "id" or "guid" => feed.Entries[0].Id ?? "",
        _ => null,
    };

    [GeneratedRegex(@"^not bozo and (?<of>feed|entries\[0\])\['(?<field>\w+)'\] == u?(?<quote>['""])(?<value>((?!\k<quote>).)*)\k<quote>$", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Plain();
}
