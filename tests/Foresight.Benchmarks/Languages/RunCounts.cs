using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Foresight.Benchmarks.Languages;

/// <summary>
/// How often each run of up to five letters occurs in a language's text, with the words' beginnings (^) and ends ($). The published
/// files hold only letters, as the share of a run among those with the same beginning; counts and borders follow from them: what is
/// missing between a run's count and the sum of its continuations stood at a word's end.
/// </summary>
internal sealed class RunCounts
{
    public const char Start = '^';
    public const char End = '$';

    private static readonly string[] Orders = ["unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams"];

    private readonly Dictionary<string, double> _counts = new(1 << 20, StringComparer.Ordinal);

    private RunCounts(RunCounts other) => _counts = new(other._counts, StringComparer.Ordinal);

    private RunCounts(string folder)
    {
        foreach (var order in Orders)
            ReadOrder(Path.Combine(folder, order + ".json.br"));

        AddBorders();
    }

    public IReadOnlyDictionary<string, double> Counts => _counts;

    public double Words => _counts[End.ToString()];

    public double this[string run] => _counts.GetValueOrDefault(run);

    public static RunCounts Read(string folder) => new(folder);

    /// <summary>The counts without a share that is text of another language, found by its small words ("ikkje" among Bokmål).</summary>
    public RunCounts Without(RunCounts other, double share)
    {
        var clean = new RunCounts(this);
        var factor = share * Words / other.Words;
        foreach (var (run, count) in _counts)
        {
            var left = count - (factor * other[run]);
            if (left < 0.5 && run.Length > 1)
                clean._counts.Remove(run);
            else
                clean._counts[run] = Math.Max(left, 0.5);
        }

        return clean;
    }

    private static void Add(Dictionary<string, double> sums, string run, double count) =>
        CollectionsMarshal.GetValueRefOrAddDefault(sums, run, out _) += count;

    private void ReadOrder(string path)
    {
        using var file = new BrotliStream(File.OpenRead(path), CompressionMode.Decompress);
        using var json = JsonDocument.Parse(file);
        var shares = json.RootElement.GetProperty("ngrams").EnumerateObject()
            .Select(share => (Parts: share.Name.Split('/').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray(), Runs: share.Value.GetString()!.Split(' ')))
            .ToArray();
        // Fractions are reduced; the letters' largest denominator is the whole text.
        var letters = shares.Max(share => share.Parts[1]);
        foreach (var (parts, runs) in shares)
        {
            foreach (var run in runs)
                _counts[run] = (run.Length == 1 ? letters : _counts[run[..^1]]) * parts[0] / parts[1];
        }
    }

    private void AddBorders()
    {
        var starts = new Dictionary<string, double>(StringComparer.Ordinal);
        var ends = new Dictionary<string, double>(StringComparer.Ordinal);
        var wholes = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (run, count) in _counts)
        {
            if (run.Length < Orders.Length)
            {
                Add(starts, run, count);
                Add(ends, run, count);
            }

            if (run.Length > 1)
            {
                Add(starts, run[1..], -count);
                Add(ends, run[..^1], -count);
            }
        }

        foreach (var (run, count) in starts)
        {
            if (run.Length < Orders.Length - 1)
                Add(wholes, run, count);

            if (run.Length > 1)
                Add(wholes, run[..^1], -count);
        }

        Keep(starts, run => Start + run);
        Keep(ends, run => run + End);
        Keep(wholes, run => Start + run + End);
        _counts[End.ToString()] = starts.Where(run => run.Key.Length == 1).Sum(run => run.Value);
    }

    private void Keep(Dictionary<string, double> found, Func<string, string> name)
    {
        foreach (var (run, count) in found)
        {
            // Sums of doubles: what is below one occurrence is none.
            if (count > 0.5 && name(run).Length <= Orders.Length)
                _counts[name(run)] = Math.Round(count);
        }
    }
}
