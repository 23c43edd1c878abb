using System.Diagnostics;
using System.Text.RegularExpressions;
using Foresight.Formats.Feeds;
using Foresight.Formats.Tests.Feeds.Corpus;
using Xunit;

namespace Foresight.Formats.Tests.Feeds;

/// <summary>The cases of Universal Feed Parser, by their own expectations; the page <c>docs/feeds.md</c> says how many hold.</summary>
public sealed partial class FeedCorpusTests
{
    private static readonly string[] Nearly = ["atom10", "atom", "rss", "rdf", "base", "lang", "namespace", "xml", "node_precedence", "amp"];

    [Fact]
    public async Task Reading_EveryCase_SucceedsOrRefusesInOneSentence()
    {
        var folder = SharedFolder.Path("corpora", "feedparser");
        var sentences = new List<string>();
        var clock = Stopwatch.StartNew();

        foreach (var file in Directory.EnumerateFiles(folder, "*.xml", SearchOption.AllDirectories))
        {
            try
            {
                var feed = await ReadFeed.OfAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
                sentences.AddRange([.. feed.Repairs, .. feed.Problems.Select(problem => problem.Sentence)]);
                if (feed.Break is { } reason)
                    sentences.Add(reason);
            }
            catch (FeedFormatException refusal)
            {
                sentences.Add(refusal.Message);
            }
        }

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"It took {clock.Elapsed}.");
        Assert.NotEmpty(sentences);
        Assert.All(sentences, sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cases_OfOurFields_HoldAsThePageSays()
    {
        var folder = SharedFolder.Path("corpora", "feedparser");

        var rows = await CorpusTable.ComputeAsync(folder);

        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "feeds.md"), TestContext.Current.CancellationToken);
        var table = string.Join('\n', rows.Select(row => row.ToMarkdown()));
        var failed = rows.SelectMany(row => row.Failed).Order(StringComparer.Ordinal).ToList();
        Assert.True(page.Contains(table, StringComparison.Ordinal), $"docs/feeds.md has another table than this:\n{CorpusTable.Heading}\n{table}\nand these do not hold:\n{string.Join('\n', failed)}");
        Assert.Equal(failed, Listed().Matches(page).Select(match => match.Groups["file"].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Cases_OfOurFields_HoldAsOftenAsIsAsked()
    {
        var folder = SharedFolder.Path("corpora", "feedparser");

        var rows = (await CorpusTable.ComputeAsync(folder)).ToDictionary(row => row.Category);

        Assert.All(Nearly, category => Assert.InRange(rows[$"wellformed/{category}"].Share, 0.97, 1));
        Assert.All(["encoding", "entities"], category => Assert.InRange(rows[category].Share, 0.85, 1));
    }

    [GeneratedRegex(@"^- `(?<file>[\w/.-]+\.xml)`: \S", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Listed();
}
