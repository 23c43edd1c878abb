using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Foresight.Formats.Feeds;

/// <summary>JSON Feed 1.0 and 1.1, item by item: no more than one item is in memory at a time.</summary>
internal sealed class JsonFeed : FeedParser
{
    private readonly FeedCharacters characters;
    private readonly Encoder encoder = Encoding.UTF8.GetEncoder();
    private readonly JsonReaderOptions reading;
    private readonly JsonFeedHeader header;
    private byte[] buffer = new byte[32 * 1024];
    private int start;
    private int end;
    private int line = 1;
    private bool final;
    private JsonReaderState state;
    private Place place;
    private FeedEntry? ready;
    private Range item;

    public JsonFeed(Stream stream, FeedEncoding encoding, ReadOnlyMemory<byte> head, FeedReaderOptions options, FeedRepairs repairs)
        : base(options, repairs)
    {
        characters = new FeedCharacters(stream, encoding, head, options.MaxCharacters);
        reading = new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = options.MaxDepth };
        state = new JsonReaderState(reading);
        header = new JsonFeedHeader(options);
    }

    private enum Place
    {
        Before,
        Members,
        Items,
        Behind,
    }

    public override FeedHeader Header => header.Made;

    public override string? ItemText => buffer.AsMemory(item) is { Length: > 0 and <= FeedItemText.Longest } text ? FeedItemText.OfJson(text) : null;

    public override async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        await AdvanceAsync(cancellationToken).ConfigureAwait(false);
        if (!header.IsFeed && ready is null)
            throw new FeedFormatException(Break is null || place == Place.Behind
                ? "The answer is JSON without the version and items of JSON Feed, where a feed was due."
                : "The answer is neither XML nor whole JSON, where a feed was due.");
    }

    public override async ValueTask<FeedEntry?> NextAsync(CancellationToken cancellationToken)
    {
        await AdvanceAsync(cancellationToken).ConfigureAwait(false);
        var entry = ready;
        ready = null;
        return entry;
    }

    protected override void Dispose(bool disposing) => characters.Dispose();

    private async ValueTask AdvanceAsync(CancellationToken cancellationToken)
    {
        while (ready is null && place != Place.Behind && Break is null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!TryStep())
                await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private bool TryStep()
    {
        try
        {
            return place switch
            {
                Place.Before => TryOpen(),
                Place.Members => TryMember(),
                _ => TryItem(),
            };
        }
        catch (JsonException broken)
        {
            BreakOff(
                characters.IsTooLong ? string.Create(CultureInfo.InvariantCulture, $"it is longer than {Options.MaxCharacters} characters")
                : final && broken.Message.Contains("end of data", StringComparison.OrdinalIgnoreCase) ? "it ends within the JSON"
                : "it is no JSON from there on",
                line + (int)Math.Min(int.MaxValue, broken.LineNumber ?? 0));
            return true;
        }
    }

    private Utf8JsonReader Reader() => new(buffer.AsSpan(start, end - start), final, state);

    private void Commit(in Utf8JsonReader reader)
    {
        var taken = (int)reader.BytesConsumed;
        line += buffer.AsSpan(start, taken).Count((byte)'\n');
        start += taken;
        state = reader.CurrentState;
    }

    private bool TryOpen()
    {
        var reader = Reader();
        if (!reader.Read())
            return false;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException();
        place = Place.Members;
        Commit(reader);
        return true;
    }

    private bool TryMember()
    {
        var reader = Reader();
        if (!reader.Read())
            return End();
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            place = Place.Behind;
            Commit(reader);
            return true;
        }

        var name = reader.ValueIsEscaped || reader.HasValueSequence ? "" : Encoding.UTF8.GetString(reader.ValueSpan);
        if (!reader.Read())
            return false;
        if (name == "items" && reader.TokenType == JsonTokenType.StartArray)
        {
            place = Place.Items;
            header.HasItems = true;
            Commit(reader);
            return true;
        }

        if (!TryValue(ref reader, out var value))
            return false;
        using (value)
        {
            if (!header.Take(name, value.RootElement))
                Repairs.Note(Repair.Type);
        }

        Commit(reader);
        return true;
    }

    private bool TryItem()
    {
        var reader = Reader();
        if (!reader.Read())
            return End();
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            place = Place.Members;
            Commit(reader);
            return true;
        }

        if (!TryValue(ref reader, out var value))
            return false;
        using (value)
        {
            if (Items >= Options.MaxItems)
            {
                BreakOff(string.Create(CultureInfo.InvariantCulture, $"it has more than {Options.MaxItems} items"), line);
                return true;
            }

            Items++;
            TakeItem(value.RootElement);
        }

        Commit(reader);
        return true;
    }

    private void TakeItem(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Reject("It is no object.");
            return;
        }

        Fields.Note(value);

        var one = new JsonFeedItem(value, Options, header.Scope);
        ready = one.ToEntry(Items, Header);
        if (one.HasDoubts)
            Repairs.Note(Repair.Type);
        if (ready is null)
            Reject(one.Problem);
    }

    /// <summary>The whole value at which the reader stands; false where its end is not there yet.</summary>
    private bool TryValue(ref Utf8JsonReader reader, out JsonDocument value)
    {
        var from = start + (int)reader.TokenStartIndex;
        value = null!;
        if (!reader.TrySkip())
            return false;
        item = from..(start + (int)reader.BytesConsumed);
        var bytes = buffer.AsMemory(item);
        if (JsonSurrogates.Mend(bytes.Span))
            Repairs.Note(Repair.Surrogate);
        value = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Options.MaxDepth });
        return true;
    }

    /// <summary>There is no token: more is needed, or nothing comes any more.</summary>
    private bool End() => !final ? false : throw new JsonException("end of data");

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end, item) = (0, end - start, default);
        // Half as much again at least: a long item is not looked through anew for every block.
        var before = end;
        do
        {
            await characters.FillAsync(cancellationToken).ConfigureAwait(false);
            final = characters.Ended;
            var text = characters.Rest;
            var most = Encoding.UTF8.GetMaxByteCount(text.Length);
            if (end + most > buffer.Length)
                Array.Resize(ref buffer, Math.Max(end + most, buffer.Length * 2));
            end += encoder.GetBytes(text, buffer.AsSpan(end), flush: final);
            characters.Take(text.Length);
        }
        while (!final && end - before <= before / 2);
    }
}
