using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace Foresight.Formats.Feeds;

/// <summary>Resolves references such as <c>&amp;amp;</c> and <c>&amp;#228;</c>; entities that XML does not know are HTML's.</summary>
internal static class FeedReferences
{
    public const int Unknown = -1;

    public static readonly SearchValues<char> NameCharacters = SearchValues.Create("#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>The code that a reference stands for, or its text where it is one of HTML's; <see cref="Unknown"/> where it is none.</summary>
    public static int Resolve(ReadOnlySpan<char> name, out string? text)
    {
        text = null;
        switch (name)
        {
            case "":
                return Unknown;
            case "amp":
                return '&';
            case "lt":
                return '<';
            case "gt":
                return '>';
            case "quot":
                return '"';
            case "apos":
                return '\'';
        }

        if (name[0] == '#')
            return Numbered(name[1..]);
        if (name.IndexOf('#') >= 0)
            return Unknown;
        text = HtmlEntityProvider.Resolver.GetSymbol(string.Concat(name, ";"));
        return text is { Length: > 0 } ? 0 : Unknown;
    }

    /// <summary>What is shown for a code: HTML's table for 0x80 to 0x9F, which are windows-1252 in every feed that has them.</summary>
    public static int Shown(int code) =>
        code is >= 0x80 and <= 0x9F && HtmlEntityProvider.GetSymbolFromTable(code) is { Length: > 0 } symbol ? Rune.GetRuneAt(symbol, 0).Value : code;

    /// <summary>A value of an attribute, its references resolved.</summary>
    public static string Value(ReadOnlySpan<char> value, ref bool bare)
    {
        var next = value.IndexOf('&');
        if (next < 0)
            return value.ToString();
        var resolved = new StringBuilder(value.Length);
        while (next >= 0)
        {
            resolved.Append(value[..next]);
            value = value[next..];
            var end = value[1..Math.Min(value.Length, 34)].IndexOfAnyExcept(NameCharacters) + 1;
            var name = end > 1 && value[end] == ';' ? value[1..end] : default;
            var code = Resolve(name, out var text);
            bare |= code == Unknown;
            if (code == Unknown)
                resolved.Append('&');
            else if (text is not null)
                resolved.Append(text);
            else
                resolved.Append(new Rune(Shown(code)).ToString());
            value = value[(code == Unknown ? 1 : name.Length + 2)..];
            next = value.IndexOf('&');
        }

        return resolved.Append(value).ToString();
    }

    private static int Numbered(ReadOnlySpan<char> digits)
    {
        var hex = digits is ['x' or 'X', ..];
        if (hex)
            digits = digits[1..];
        if (digits.IsEmpty)
            return Unknown;
        var read = int.TryParse(digits, hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code);
        return read && Rune.IsValid(code) && code is (>= 0x20 or 0x9 or 0xA or 0xD) and not (0xFFFE or 0xFFFF) ? code : 0xFFFD;
    }
}
