using System.Text;
using System.Text.RegularExpressions;

namespace Foresight.Formats.Px;

/// <summary>Finds out how a .px file is encoded.</summary>
internal static partial class PxEncoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>
    /// Decodes a head: UTF-8 where the bytes are that (files are converted and go on naming their old code page), else the code page
    /// that CODEPAGE names, else windows-1252, of which iso-8859-1 is a part.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> head, out Encoding encoding)
    {
        if (head.StartsWith("\uFEFF"u8))
            head = head[3..];
        try
        {
            encoding = Encoding.UTF8;
            return StrictUtf8.GetString(head);
        }
        catch (DecoderFallbackException)
        {
            encoding = Declared(Encoding.Latin1.GetString(head[..Math.Min(head.Length, 16 * 1024)]));
            return encoding.GetString(head);
        }
    }

    private static Encoding Declared(string head)
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        if (CodePage().Match(head) is not { Success: true } named)
            return windows;
        var name = named.Groups[1].Value.Trim();
        if (name.ToUpperInvariant() is "ISO-8859-1" or "LATIN1" or "UTF-8")
            return windows;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name) switch
            {
                { IsSingleByte: true } single => single,
                _ => windows,
            };
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException($"The file names the code page '{Observations.Shown.Text(name)}' with CODEPAGE, which is unknown: save it as UTF-8.", exception);
        }
    }

    [GeneratedRegex("CODEPAGE\\s*=\\s*\"([^\"]{1,40})\"", RegexOptions.IgnoreCase)]
    private static partial Regex CodePage();
}
