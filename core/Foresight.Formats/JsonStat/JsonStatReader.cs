using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Foresight.Formats.JsonStat;

/// <summary>
/// Reads JSON-stat: datasets of version 2.0 as Eurostat, SCB and others write them, alone or embedded in a collection, and of version 1
/// with their ids and sizes inside <c>dimension</c>, alone or in a bundle. The cells go from the stream into arrays; the answer is
/// never held whole.
/// </summary>
public static class JsonStatReader
{
    /// <summary>The greatest answer that is read if nothing else is said: 256 MiB, some five million cells.</summary>
    public const long DefaultLimit = 256L * 1024 * 1024;

    private const int FirstBuffer = 64 * 1024;

    /// <summary>Reads a dataset; of a bundle or collection, its only one.</summary>
    /// <param name="stream">UTF-8; it is read to its end and left open.</param>
    /// <param name="limit">The greatest number of bytes.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="JsonStatAnswerException">The answer is an error or a warning of the service.</exception>
    /// <exception cref="InvalidDataException">The answer is no JSON-stat dataset, contradicts itself or is too large.</exception>
    public static async Task<JsonStatDataset> ReadAsync(Stream stream, long limit = DefaultLimit, CancellationToken cancellationToken = default)
    {
        var datasets = await ReadAllAsync(stream, limit, cancellationToken).ConfigureAwait(false);
        return datasets.Count == 1 ? datasets[0] : throw new InvalidDataException(
            $"The answer holds {datasets.Count} JSON-stat datasets ({Observations.Shown.Text(string.Join(", ", datasets.Select(one => one.Name ?? one.Label)))}) where one was due.");
    }

    /// <summary>Reads every dataset of an answer, bundle or collection, in its order. A collection that only refers to datasets has none to read.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public static async Task<IReadOnlyList<JsonStatDataset>> ReadAllAsync(Stream stream, long limit = DefaultLimit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var splitter = new JsonStatSplitter();
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            var (end, total, isFirst, ended) = (0, 0L, true, false);
            while (!ended)
            {
                if (end == buffer.Length)
                    Widen(ref buffer);
                var count = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken).ConfigureAwait(false);
                if ((total += count) > limit)
                    throw new InvalidDataException($"The answer is longer than the {limit} bytes that are read at most.");
                (ended, end) = (count == 0, end + count);
                var start = isFirst && buffer.AsSpan(0, end).StartsWith("\uFEFF"u8) ? 3 : 0;
                if (isFirst && end < 3 && !ended)
                    continue;
                isFirst = false;
                var taken = start + splitter.Take(buffer.AsSpan(start, end - start), ended);
                buffer.AsSpan(taken, end - taken).CopyTo(buffer);
                end -= taken;
            }

            return JsonStatDocument.Read(splitter, needsCells: true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads a dataset from parsed JSON.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public static JsonStatDataset Read(JsonElement root)
    {
        var splitter = new JsonStatSplitter();
        splitter.Take(JsonMarshal.GetRawUtf8Value(root), ended: true);
        return JsonStatDocument.Read(splitter, needsCells: true) is [var only] ? only : throw new InvalidDataException("The answer holds several JSON-stat datasets where one was due.");
    }

    /// <summary>Reads a dataset that may come without its cells, as PxWeb's metadata do.</summary>
    internal static JsonStatDataset ReadMetadata(ReadOnlySpan<byte> json)
    {
        var splitter = new JsonStatSplitter();
        splitter.Take(json.StartsWith("\uFEFF"u8) ? json[3..] : json, ended: true);
        return JsonStatDocument.Read(splitter, needsCells: false) is [var only] ? only : throw new InvalidDataException("The answer holds several JSON-stat datasets where one was due.");
    }

    private static void Widen(ref byte[] buffer)
    {
        var wider = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(wider, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = wider;
    }
}
