using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Foresight.Engine.Store;
using Foresight.Engine.Stories;
using Foresight.Sdk;

namespace Foresight.Benchmarks.Stories;

/// <summary>One measurement, in a process of its own: <c>case stories-(load|place|hash)-(calls|news)-COUNT FOLDER</c>.</summary>
internal static class StoriesCase
{
    public const string Prefix = "stories-";
    private const int PerBatch = 2000;

    public static Task RunAsync(string name, string folder)
    {
        var (what, which, count) = name.Split('-') is [_, var first, var second, var third]
            ? (first, second, int.Parse(third, CultureInfo.InvariantCulture))
            : throw new ArgumentException($"There is no case {name}.");
        var documents = which == "calls" ? StoryDocuments.Calls(count) : StoryDocuments.News(count);
        return what switch
        {
            "load" => Measure.Report(() => LoadAsync(documents, folder)),
            "place" => Measure.Report(() => PlaceAsync(folder)),
            "hash" => HashAsync([.. documents.Select(document => document.Text)]),
            _ => throw new ArgumentException($"There is no case {name}."),
        };
    }

    private static async Task<(long Rows, string Note)> LoadAsync(IEnumerable<Document> documents, string folder)
    {
        using var store = TableStore.Open(folder, TimeProvider.System);
        await using var load = store.BeginLoad(new("news", "Benchmark", "1.0.0"));
        foreach (var batch in documents.Chunk(PerBatch))
        {
            await load.AppendAsync(new DocumentBatch { Documents = batch }, 0, CancellationToken.None);
        }

        return ((await load.FinishAsync(LoadHealth.Ok, "", CancellationToken.None)).Read, "");
    }

    private static async Task<(long Rows, string Note)> PlaceAsync(string folder)
    {
        using var store = TableStore.Open(folder, TimeProvider.System);
        var result = await new StoryStep(store).RunAsync(CancellationToken.None);
        return (result.Placed, $"{result.Joined:N0} joined another's story");
    }

    private static Task HashAsync(string[] texts) => Measure.Report(
        () =>
        {
            var all = default(UInt128);
            foreach (var text in texts)
            {
                all ^= XxHash128.HashToUInt128(MemoryMarshal.AsBytes(text.AsSpan()));
            }

            return Task.FromResult(((long)texts.Length, all.ToString("x", CultureInfo.InvariantCulture)));
        },
        times: 5);
}
