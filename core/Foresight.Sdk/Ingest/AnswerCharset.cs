using System.Text;
using System.Text.RegularExpressions;

namespace Foresight.Sdk;

/// <summary>By which charset an answer is read: byte order mark, header, the text's own declaration, then what its bytes allow.</summary>
internal static partial class AnswerCharset
{
    private const int DeclarationBytes = 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The charset that is stated; null where nothing states one.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> head, string? header) => head switch
    {
        [0xef, 0xbb, 0xbf, ..] => Encoding.UTF8,
        [0xff, 0xfe, 0, 0, ..] => Encoding.UTF32,
        [0xff, 0xfe, ..] => Encoding.Unicode,
        [0xfe, 0xff, ..] => Encoding.BigEndianUnicode,
        _ => Named(header) ?? Named(Declared(head)),
    };

    /// <summary>UTF-8 where all the bytes are it, else windows-1252, in which any bytes are text.</summary>
    public static Encoding Detect(ReadOnlySpan<byte> all)
    {
        try
        {
            Strict.GetCharCount(all);
            return Strict;
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        }
    }

    // A declaration that can be read as single bytes is not in UTF-16, whatever it says.
    private static string? Declared(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head[..Math.Min(head.Length, DeclarationBytes)]);
        var declaration = XmlDeclaration().Match(text) is { Success: true } xml ? xml : MetaElement().Match(text);
        return declaration.Success && !declaration.Groups["name"].Value.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase)
            ? declaration.Groups["name"].Value
            : null;
    }

    private static Encoding? Named(string? name)
    {
        var plain = name?.Trim('"', '\'', ' ');
        try
        {
            return plain switch
            {
                null or "" => null,
                // Browsers read it so, and nobody means the control characters that differ.
                _ when plain.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) || plain.Equals("latin1", StringComparison.OrdinalIgnoreCase) =>
                    CodePagesEncodingProvider.Instance.GetEncoding(1252),
                _ => CodePagesEncodingProvider.Instance.GetEncoding(plain) ?? Encoding.GetEncoding(plain),
            };
        }
        catch (ArgumentException)
        {
            // A charset that nobody knows: the bytes decide.
            return null;
        }
    }

    [GeneratedRegex("""^\s*<\?xml[^>]*?encoding\s*=\s*["'](?<name>[A-Za-z0-9._:-]+)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex XmlDeclaration();

    [GeneratedRegex("""<meta[^>]+charset\s*=\s*["']?(?<name>[A-Za-z0-9._:-]+)""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MetaElement();
}
