using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Foresight.Engine.Store.Files;
using Foresight.Engine.Store.Merge;

namespace Foresight.Engine.Store.Quarantine;

/// <summary>
/// Puts into quarantine what a load could not let into a table. A commit's items are written before its rows, so that nothing is lost
/// between; what the source has there already is not written again, so that neither a rerun nor a killed load doubles it.
/// </summary>
internal sealed class QuarantineWriter(string storeFolder, string source, string loadId)
{
    // Beyond that an item may come twice; a source that gives so many is wrong as a whole.
    private const int MostKnown = 1_000_000;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<string> waiting = [];
    private HashSet<UInt128>? known;
    private int files;

    /// <summary>How many items the load has put there.</summary>
    public long Count { get; private set; }

    /// <summary>How many items the contract kept out that were there already.</summary>
    public long Again { get; private set; }

    /// <summary>Keeps them until <see cref="Take"/>.</summary>
    /// <param name="items">What was kept out.</param>
    /// <param name="answer">The number of the answer that it came with; 0 for none.</param>
    /// <param name="raw">The file of that answer, relative to the store.</param>
    public void Add(IEnumerable<QuarantineItem> items, int answer, string? raw)
    {
        foreach (var item in items)
        {
            var line = new JsonObject
            {
                ["load"] = loadId,
                ["answer"] = answer,
                ["raw"] = raw,
                ["kind"] = item.Kind,
                ["where"] = item.Where,
                ["reason"] = item.Reason,
                ["item"] = item.Item,
            }.ToJsonString(Readable);
            known ??= Known();
            if (known.Count >= MostKnown || known.Add(KeyOf(line)))
            {
                waiting.Add(line);
            }
            else if (item.Kind != QuarantineItem.Rejected)
            {
                Again++;
            }
        }
    }

    /// <summary>Takes what was added since, to be written before the rows that came with it.</summary>
    public Action Take()
    {
        if (waiting.Count == 0)
        {
            return () => { };
        }

        var lines = waiting.ToArray();
        waiting.Clear();
        var path = QuarantineFiles.PathOf(storeFolder, source, loadId, ++files);
        return () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            // A lone surrogate of a broken answer is no reason to lose the rest: it becomes a replacement character.
            TemporaryFile.Write(path, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
            Count += lines.Length;
        };
    }

    private HashSet<UInt128> Known() => QuarantineFiles.Items(storeFolder, source).SelectMany(File.ReadLines).Take(MostKnown).Select(KeyOf).ToHashSet();

    // All of it but the load and the answer that brought it.
    private static UInt128 KeyOf(string line) => Hash.Of("quarantine", line.AsSpan(Math.Max(0, line.IndexOf("\"kind\":", StringComparison.Ordinal))));
}
