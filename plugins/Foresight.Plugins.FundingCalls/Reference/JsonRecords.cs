using System.Text.Json;
using Foresight.Sdk;

namespace Foresight.Plugins.FundingCalls.Reference;

/// <summary>
/// The objects of one list inside of a JSON that is too large to be held: read forward from the stream, one object at a time. What is held
/// is the piece of the stream that the object lies in.
/// </summary>
/// <param name="stream">The JSON, UTF-8.</param>
/// <param name="shown">What the JSON is, for sentences: <c>the answer to …</c>.</param>
/// <param name="path">The names that lead to the list from the outermost object.</param>
internal sealed class JsonRecords(Stream stream, string shown, params string[] path)
{
    private const int LargestRecord = 16 * 1024 * 1024;

    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xef, 0xbb, 0xbf];

    private readonly bool[] onPath = new bool[path.Length];
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;
    private bool begun;
    private bool isLast;
    private JsonReaderState state = new(Lenient);
    private Place place = Place.Before;

    private enum Place
    {
        Before,
        Inside,
        After,
    }

    private enum Step
    {
        NeedsMore,
        Record,
        End,
    }

    /// <summary>The next object; null after the last, when the JSON was read to its end. The caller disposes it.</summary>
    /// <exception cref="SourceException">It is no whole JSON, it has no such list, or an object is larger than 16 MB.</exception>
    public async Task<JsonDocument?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (Advance(out var record))
            {
                case Step.Record:
                    return record;
                case Step.End when place == Place.After:
                    return null;
                case Step.End:
                    throw Malformed($"has no list {string.Join('.', path)}", null);
            }

            if (start > 0)
            {
                buffer.AsSpan(start..end).CopyTo(buffer);
                (start, end) = (0, end - start);
            }

            if (end == buffer.Length)
            {
                if (buffer.Length >= LargestRecord)
                    throw new SourceException($"{shown} has a record of more than {LargestRecord / 1024 / 1024} MB: open it to see what it is.", Recovery.Stop) { Fault = Fault.TooBig };
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = await stream.ReadAtLeastAsync(buffer.AsMemory(end), begun ? 1 : ByteOrderMark.Length, throwOnEndOfStream: false, cancellationToken);
            if (!begun && buffer.AsSpan(0, read).StartsWith(ByteOrderMark))
                start = ByteOrderMark.Length;
            begun = true;
            isLast = read == 0;
            end += read;
        }
    }

    private Step Advance(out JsonDocument? record)
    {
        record = null;
        var reader = new Utf8JsonReader(buffer.AsSpan(start..end), isLast, state);
        try
        {
            while (true)
            {
                var before = reader;
                if (!reader.Read())
                {
                    Keep(before);
                    return isLast ? Step.End : Step.NeedsMore;
                }

                if (place == Place.Inside && reader.TokenType != JsonTokenType.EndArray)
                {
                    if (!JsonDocument.TryParseValue(ref reader, out record))
                    {
                        Keep(before);
                        return Step.NeedsMore;
                    }

                    Keep(reader);
                    return Step.Record;
                }

                Follow(reader);
            }
        }
        catch (JsonException wrong)
        {
            throw Malformed($"is no whole JSON: {wrong.Message.Split(" LineNumber:")[0].TrimEnd('.')}", wrong);
        }
        catch (InvalidOperationException wrong)
        {
            throw Malformed("has a name that is no Unicode", wrong);
        }
    }

    private void Follow(in Utf8JsonReader reader)
    {
        if (place == Place.Inside)
            place = Place.After;
        else if (place == Place.Before && reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth <= path.Length)
            onPath[reader.CurrentDepth - 1] = reader.ValueTextEquals(path[reader.CurrentDepth - 1]);
        else if (place == Place.Before && reader.TokenType == JsonTokenType.StartArray && reader.CurrentDepth == path.Length && Array.TrueForAll(onPath, one => one))
            place = Place.Inside;
    }

    private void Keep(in Utf8JsonReader reader)
    {
        start += (int)reader.BytesConsumed;
        state = reader.CurrentState;
    }

    private SourceException Malformed(string what, Exception? inner) =>
        new($"{shown} {what}; the next run tries again.", Recovery.Retry, inner) { Fault = Fault.Malformed };
}
