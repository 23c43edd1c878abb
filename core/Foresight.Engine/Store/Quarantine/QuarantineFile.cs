using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Foresight.Engine.Store.Files;

namespace Foresight.Engine.Store.Quarantine;

/// <summary>
/// What a load could not let into a table: <c>quarantine/source/load.jsonl</c>, one line per item. A commit's items are written before
/// its rows, so that nothing is lost between; a load that is killed there leaves them twice, in its own file and in the next one's.
/// </summary>
internal sealed class QuarantineFile(string storeFolder, string source, string loadId)
{
    public const string Folder = "quarantine";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string path = PathOf(storeFolder, source, loadId);
    private StringBuilder waiting = new();
    private long waitingItems;

    /// <summary>How many items are in the file.</summary>
    public long Count { get; private set; }

    public static string PathOf(string storeFolder, string source, string loadId) =>
        Path.Combine(storeFolder, Folder, PartitionPath.Encode(source), PartitionPath.Encode(loadId) + ".jsonl");

    public void Add(IEnumerable<QuarantineItem> items, int answer)
    {
        foreach (var item in items)
        {
            waiting.Append(new JsonObject
            {
                ["load"] = loadId,
                ["answer"] = answer,
                ["kind"] = item.Kind,
                ["where"] = item.Where,
                ["reason"] = item.Reason,
                ["item"] = item.Item,
            }.ToJsonString(Readable)).Append('\n');
            waitingItems++;
        }
    }

    /// <summary>Takes what was added since, to be written before the rows that came with it.</summary>
    public Action Take()
    {
        if (waiting.Length == 0)
        {
            return () => { };
        }

        var (lines, count) = (waiting.ToString(), waitingItems);
        (waiting, waitingItems) = (new(), 0);
        return () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            // A lone surrogate of a broken answer is no reason to lose the rest: it becomes a replacement character.
            TemporaryFile.Append(path, Encoding.UTF8.GetBytes(lines));
            Count += count;
        };
    }
}
