using System.Text;
using System.Text.Unicode;
using Foresight.Formats.Feeds;

namespace Foresight.Sdk;

/// <summary>JSON as services give it. One wrong byte, or a text that was cut inside a character, makes the runtime's reader throw where the text is asked for.</summary>
internal static class JsonBytes
{
    /// <summary>The same without byte order mark, with U+FFFD for what is no character; changed in place where that is enough.</summary>
    public static Memory<byte> Mended(Memory<byte> json)
    {
        if (json.Span.StartsWith("\uFEFF"u8))
        {
            json = json[3..];
        }

        if (!Utf8.IsValid(json.Span))
        {
            json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span));
        }

        JsonSurrogates.Mend(json.Span);
        return json;
    }
}
