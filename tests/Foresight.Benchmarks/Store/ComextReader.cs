using System.Buffers.Text;
using System.Text;
using Foresight.Sdk;

namespace Foresight.Benchmarks.Store;

/// <summary>
/// Reads the benchmark's SDMX-CSV into batches. It stands in for the reader of Foresight.Formats, which will take its place; it
/// knows just this file: no quotes, ten columns.
/// </summary>
internal static class ComextReader
{
    private const int BatchRows = 100_000;
    private static readonly string[] Names = ["freq", Dimension.RefArea, Dimension.CounterpartArea, Dimension.Product, Dimension.Flow, Dimension.Indicator];

    public static IEnumerable<ObservationBatch> Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        var buffer = new byte[1 << 20];
        var batch = new Batch();
        var (filled, isHeader, number) = (0, true, 0);
        while (true)
        {
            var read = stream.Read(buffer, filled, buffer.Length - filled);
            filled += read;
            var start = 0;
            while (buffer.AsSpan(start, filled - start).IndexOf((byte)'\n') is var length and >= 0)
            {
                if (!isHeader)
                {
                    batch.Add(buffer.AsSpan(start, length));
                    if (batch.Count == BatchRows)
                    {
                        yield return batch.Take(new Cursor($"{++number}"));
                    }
                }

                isHeader = false;
                start += length + 1;
            }

            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
            if (read == 0)
            {
                break;
            }
        }

        if (batch.Count > 0)
        {
            yield return batch.Take(new Cursor("end"));
        }
    }

    private sealed class Batch
    {
        private readonly Codes[] dimensions = [.. Names.Select(_ => new Codes())];
        private readonly Codes periods = new();
        private readonly double[] values = new double[BatchRows];

        public int Count { get; private set; }

        public void Add(ReadOnlySpan<byte> line)
        {
            Next(ref line);
            Next(ref line);
            foreach (var dimension in dimensions)
            {
                dimension.Add(Next(ref line), Count);
            }

            periods.Add(Next(ref line), Count);
            values[Count++] = Utf8Parser.TryParse(line, out double value, out _) ? value : double.NaN;
        }

        public ObservationBatch Take(Cursor next)
        {
            var batch = new ObservationBatch
            {
                Dataset = "DS-045409",
                Next = next,
                Values = values.AsSpan(0, Count).ToArray(),
                Periods = new([.. periods.Values.Select(text => Period.Parse(text))], periods.Take(Count)),
                Dimensions = Names.Zip(dimensions).ToDictionary(pair => pair.First, pair => new CodedColumn<string>(pair.Second.Values, pair.Second.Take(Count))),
            };
            Count = 0;
            return batch;
        }

        private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> line)
        {
            var end = line.IndexOf((byte)',');
            var field = line[..end];
            line = line[(end + 1)..];
            return field;
        }
    }

    /// <summary>Texts to codes; most rows repeat the last one's text.</summary>
    private sealed class Codes
    {
        private readonly Dictionary<ulong, int> index = [];
        private readonly int[] codes = new int[BatchRows];
        private byte[] lastText = [];
        private int lastCode = -1;

        public List<string> Values { get; } = [];

        public void Add(ReadOnlySpan<byte> text, int row)
        {
            if (lastCode < 0 || !text.SequenceEqual(lastText))
            {
                // At most 18 bytes here, and the file is ours: the hash of the text stands for it.
                var key = Key(text);
                if (!index.TryGetValue(key, out lastCode))
                {
                    index.Add(key, lastCode = Values.Count);
                    Values.Add(Encoding.UTF8.GetString(text));
                }

                lastText = text.ToArray();
            }

            codes[row] = lastCode;
        }

        public int[] Take(int count) => codes.AsSpan(0, count).ToArray();

        private static ulong Key(ReadOnlySpan<byte> text)
        {
            var key = 14695981039346656037UL;
            foreach (var b in text)
            {
                key = (key ^ b) * 1099511628211UL;
            }

            return key;
        }
    }
}
