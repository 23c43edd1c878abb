using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using Foresight.Formats.Feeds;

namespace Foresight.Benchmarks.Feeds;

/// <summary>Feeds read to plain entries, beside SyndicationFeed and a bare XmlReader on the same bytes: <c>feeds [--megabytes N]</c>.</summary>
internal sealed class FeedBenchmark : IBenchmark
{
    private const int Rounds = 5;

    public string Verb => "feeds";

    public string Description => "feeds read, against SyndicationFeed and XmlReader [--megabytes 20]";

    public async Task RunAsync(string[] args, Action<ResultLine> tell)
    {
        var megabytes = args is ["--megabytes", var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 20;
        await RunAsync("RSS, texts without markup", FeedFile.PressReleases(megabytes), tell);
        await RunAsync("RSS, escaped HTML", FeedFile.Articles(megabytes), tell);
        await RunAsync("Atom, XHTML", FeedFile.Entries(megabytes), tell);
        foreach (var capture in Captures(megabytes))
            await RunAsync(capture.What, capture.Bytes, tell);
    }

    private static async Task RunAsync(string what, byte[] bytes, Action<ResultLine> tell)
    {
        Measured? bare = null, syndication = null, ours = null;
        for (var round = 0; round < Rounds; round++)
        {
            // In turns: what else the machine does meets all of them alike.
            bare = (await Measure.TimeAsync(() => Task.FromResult(Bare(bytes)))).Best(bare);
            syndication = (await Measure.TimeAsync(() => Task.FromResult(Syndication(bytes)))).Best(syndication);
            ours = (await Measure.TimeAsync(() => OursAsync(bytes))).Best(ours);
        }

        var size = ResultLine.Number(bytes.Length / 1e6, "0.0");
        tell(Line($"yardstick: bare XmlReader, {what} ({size} MB)", bare!));
        tell(Line($"yardstick: SyndicationFeed, the same: {syndication!.Note}", syndication));
        var (beside, of) = (syndication.Seconds / ours!.Seconds, bare!.Seconds / ours.Seconds);
        tell(Line($"FeedReader, the same: {ours.Note}", ours) with
        {
            Against = $"{ResultLine.Number(beside, "0.00")} of SyndicationFeed's MB/s, {ResultLine.Number(of, "0.00")} of XmlReader's",
            Goal = $"{ResultLine.Held("at least 1.5", beside >= 1.5)}; {ResultLine.Held("at least 0.3", of >= 0.3)}",
        });
    }

    private static ResultLine Line(string what, Measured measured) =>
        ResultLine.Of(what, measured, "") with { PerSecond = $"{ResultLine.Number(measured.RowsPerSecond / 1e6, "0")} MB" };

    private static (long Bytes, string Note) Bare(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes));
        var characters = 0L;
        while (reader.Read())
            characters += reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? reader.Value.Length : 0;
        return (bytes.Length, $"{characters} characters of text");
    }

    private static (long Bytes, string Note) Syndication(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes));
        var (items, texts) = (0, 0L);
        foreach (var item in SyndicationFeed.Load(reader).Items)
        {
            items++;
            texts += item.Title.Text.Length + (item.Summary?.Text.Length ?? 0) + item.PublishDate.Year + item.LastUpdatedTime.Year + item.Links.Count;
        }

        return (bytes.Length, $"{items:N0} items");
    }

    private static async Task<(long Bytes, string Note)> OursAsync(byte[] bytes)
    {
        await using var feed = await FeedReader.OpenAsync(new MemoryStream(bytes), new FeedReaderOptions { MaxItems = int.MaxValue }, CancellationToken.None);
        var (items, texts) = (0, 0L);
        await foreach (var entry in feed.ReadAsync(CancellationToken.None))
        {
            items++;
            texts += entry.Title.Length + entry.Summary.Length + (entry.Published?.Start.Year ?? 0) + (entry.Updated?.Start.Year ?? 0) + entry.Links.Count;
        }

        return feed.Break is null && !feed.Repaired ? (bytes.Length, $"{items:N0} items") : throw new InvalidDataException(feed.Break ?? string.Join(' ', feed.Repairs));
    }

    /// <summary>Real feeds, where the captures are at hand, their items repeated until they are long enough.</summary>
    private static IEnumerable<(string What, byte[] Bytes)> Captures(int megabytes)
    {
        if (Environment.GetEnvironmentVariable("FORESIGHT_SHARED") is not { Length: > 0 } shared)
            yield break;
        foreach (var name in new[] { "ec/presscorner-rss-default-2026-09-04.xml", "regeringen/statskontoret-regleringsbrev.HEAD-14-items.rss.xml" })
        {
            var text = File.ReadAllText(Path.Combine(shared, "captures", "feeds", name));
            var (from, to) = (text.IndexOf("<item", StringComparison.Ordinal), text.LastIndexOf("</item>", StringComparison.Ordinal) + 7);
            var times = (megabytes * 1_000_000 / (to - from)) + 1;
            yield return ($"the items of {name} {times} times", System.Text.Encoding.UTF8.GetBytes(text[..from] + string.Concat(Enumerable.Repeat(text[from..to], times)) + text[to..]));
        }
    }
}
