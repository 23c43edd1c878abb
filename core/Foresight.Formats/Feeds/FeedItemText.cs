using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Foresight.Formats.Feeds;

/// <summary>An item as it stands in its feed, for who keeps what could not be read. Persons are left out: nobody needs them to see a fault.</summary>
internal static class FeedItemText
{
    /// <summary>A longer one is not given: it is in the answer.</summary>
    public const int Longest = 8_000;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Persons =
        FrozenSet.ToFrozenSet(["author", "authors", "creator", "contributor", "managingeditor", "webmaster", "owner", "credit"], StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/><");

    /// <summary>The markup without the elements of persons; one that does not end is left out with all that follows.</summary>
    public static string OfMarkup(ReadOnlySpan<char> item)
    {
        var text = new StringBuilder(item.Length);
        while (!item.IsEmpty)
        {
            var tag = item.IndexOf('<');
            text.Append(tag < 0 ? item : item[..tag]);
            if (tag < 0)
                break;
            item = item[tag..];
            var length = item[1..].IndexOfAny(NameEnds);
            var name = length < 0 ? item[1..] : item.Slice(1, length);
            if (Persons.Contains(name[(name.IndexOf(':') + 1)..]))
            {
                item = Behind(item, name);
                continue;
            }

            text.Append('<');
            item = item[1..];
        }

        return text.ToString().Trim();
    }

    /// <summary>The JSON without the members that hold persons.</summary>
    public static string OfJson(ReadOnlyMemory<byte> item)
    {
        using var json = JsonDocument.Parse(item, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Longest });
        if (json.RootElement.ValueKind != JsonValueKind.Object)
            return json.RootElement.GetRawText();
        var written = new ArrayBufferWriter<byte>(item.Length);
        using (var writer = new Utf8JsonWriter(written, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }))
        {
            writer.WriteStartObject();
            foreach (var member in json.RootElement.EnumerateObject().Where(member => !Persons.Contains(member.Name)))
                member.WriteTo(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(written.WrittenSpan);
    }

    private static ReadOnlySpan<char> Behind(ReadOnlySpan<char> item, ReadOnlySpan<char> name)
    {
        var end = item.IndexOf('>');
        if (end > 0 && item[end - 1] == '/')
            return item[(end + 1)..];
        var closing = item.IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
        end = closing < 0 ? -1 : item[closing..].IndexOf('>');
        return end < 0 ? default : item[(closing + end + 1)..];
    }
}
