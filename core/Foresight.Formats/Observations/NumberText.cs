using System.Globalization;

namespace Foresight.Formats.Observations;

/// <summary>Reads the values of text formats.</summary>
internal static class NumberText
{
    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads a value; NaN for one that is missing, false for what is no number.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        text = text.Trim((byte)' ');
        if (text.IsEmpty || text.SequenceEqual(":"u8) || text.SequenceEqual("NaN"u8))
        {
            value = double.NaN;
            return true;
        }

        return TryParseNumber(text, out value);
    }

    /// <summary>Reads a number without blanks around it; false for what is none.</summary>
    public static bool TryParseNumber(ReadOnlySpan<byte> text, out double value) =>
        TryParseShort(text, out value)
        || (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value));

    /// <summary>A number of at most 15 digits, of which some follow the point.</summary>
    public static double Scale(long digits, int decimals) => digits / PowersOfTen[decimals];

    /// <summary>
    /// Up to 15 digits with at most one point, which is nearly every value: both the digits and the power of ten are exact doubles,
    /// so that one division rounds correctly.
    /// </summary>
    private static bool TryParseShort(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        var negative = !text.IsEmpty && text[0] == (byte)'-';
        if (negative)
            text = text[1..];
        if (text.Length is 0 or > 16)
            return false;

        var digits = 0L;
        var point = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var digit = text[i] - '0';
            if ((uint)digit <= 9)
                digits = (digits * 10) + digit;
            else if (text[i] == (byte)'.' && point < 0 && i > 0)
                point = i;
            else
                return false;
        }

        if (point < 0 && text.Length > 15)
            return false;
        value = point < 0 ? digits : digits / PowersOfTen[text.Length - point - 1];
        if (negative)
            value = -value;
        return true;
    }
}
