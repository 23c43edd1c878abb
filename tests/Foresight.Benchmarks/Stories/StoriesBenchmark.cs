using System.Globalization;

namespace Foresight.Benchmarks.Stories;

/// <summary>Documents placed in stories, beside hashing their texts: <c>stories [--documents N,N]</c>, calls of one template and news.</summary>
internal sealed class StoriesBenchmark : IBenchmark
{
    private const double MostSeconds = 20;

    public string Verb => "stories";

    public string Description => "documents placed in stories, against hashing their texts [--documents 12700,100000: of one template, of their own words]";

    public async Task RunAsync(string[] args, Action<ResultLine> tell)
    {
        var counts = (args is ["--documents", var given] ? given : "12700,100000").Split(',').Select(count => int.Parse(count, CultureInfo.InvariantCulture)).ToArray();
        await PlaceAsync("calls", "calls of one template, the same 7,200 characters but for a number", counts[0], MostSeconds, tell);
        await PlaceAsync("news", "news of 1,800 characters in their own words, 90 a day", counts[^1], null, tell);
    }

    private static async Task PlaceAsync(string which, string what, int count, double? most, Action<ResultLine> tell)
    {
        var folder = Directory.CreateTempSubdirectory("foresight-benchmark-").FullName;
        try
        {
            var hash = await Measure.CaseAsync($"{StoriesCase.Prefix}hash-{which}-{count}", folder);
            await Measure.CaseAsync($"{StoriesCase.Prefix}load-{which}-{count}", folder);
            var place = await Measure.CaseAsync($"{StoriesCase.Prefix}place-{which}-{count}", folder);
            tell(ResultLine.Of($"yardstick: XxHash128 of the texts of {count:N0} {what}", hash, "documents"));
            tell(ResultLine.Of($"these placed in stories: {place.Note}", place, "documents") with
            {
                Against = $"{ResultLine.Number(place.ProcessorSeconds / Math.Max(hash.Seconds, 1e-6), "N0")} times, by processor time",
                Goal = most is { } seconds
                    ? ResultLine.Held($"12,700 in at most {ResultLine.Number(seconds, "0")} processor seconds", place.ProcessorSeconds <= seconds * count / 12_700)
                    : "",
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
