using System.Globalization;

namespace Foresight.Formats.Tests.Hostile;

/// <summary>Harm done to good files; the same for the same seed and files.</summary>
internal static class Damage
{
    /// <summary>So much is added at most in one place: enough for what grows with the square to show.</summary>
    private const int MostAdded = 60_000;

    private static readonly byte[] Signs = "<>&\"'/![]{}()\\;:=,#\t\n\r\0"u8.ToArray();

    private static readonly byte[][] Openers =
    [
        "["u8.ToArray(), "{\"a\":"u8.ToArray(), "[{\"value\":"u8.ToArray(), "<a>"u8.ToArray(), "<a b=\""u8.ToArray(), "<item>"u8.ToArray(), "&lt;b a='"u8.ToArray(),
        "<!--"u8.ToArray(), "<![CDATA["u8.ToArray(), "("u8.ToArray(), "\""u8.ToArray(), "\"\""u8.ToArray(), ","u8.ToArray(), "\t"u8.ToArray(), "\n"u8.ToArray(), "a,\n"u8.ToArray(),
        "\\"u8.ToArray(), "&#65;"u8.ToArray(), "{},"u8.ToArray(), "\"a\","u8.ToArray(), "<li>"u8.ToArray(), "</li>"u8.ToArray(),
    ];

    private static readonly byte[][] Numbers =
    [
        .. new[]
        {
            "1e999", "-1e308", "1e-400", "NaN", "Infinity", "-1", "-0", "0", "00", "1.", ".5", "2147483647", "2147483648", "-2147483649", "4294967296", "9223372036854775807",
            "9223372036854775808", "99999999999999999999999999999999", "50000000", "49999999", "0.00000000000000000000000000000001", "1234567890123456.7890123456789", "1e5", "0x10",
            new string('9', 400), "0." + new string('1', 400),
        }.Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    /// <summary>Half characters, overlong ones, bytes that no UTF-8 has, byte order marks of others.</summary>
    private static readonly byte[][] Broken =
    [
        "\\ud800"u8.ToArray(), "\\udc00\\ud800"u8.ToArray(), "\\u0000"u8.ToArray(), "&#xD800;"u8.ToArray(), "&#0;"u8.ToArray(), [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
        [0x80], [0xC3], [0xFF], [0xFE, 0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0x1F, 0x8B], [0],
    ];

    /// <summary>One of the files, harmed in one to six ways.</summary>
    public static SeedFile Of(IReadOnlyList<SeedFile> files, int seed)
    {
        var random = new Random(seed);
        var file = files[random.Next(files.Count)];
        return new(string.Create(CultureInfo.InvariantCulture, $"seed {seed} ({file.Name})"), Of(file.Bytes, files, random));
    }

    /// <summary>Bytes, harmed in one to six ways.</summary>
    /// <param name="bytes">The good ones.</param>
    /// <param name="files">Files of the same format, of which parts are put in.</param>
    /// <param name="random">Chooses.</param>
    public static byte[] Of(byte[] bytes, IReadOnlyList<SeedFile> files, Random random)
    {
        var harmed = bytes.ToList();
        for (var i = random.Next(1, 7); i > 0 && harmed.Count > 2; i--)
            Harm(harmed, files, random);
        return [.. harmed];
    }

    private static void Harm(List<byte> bytes, IReadOnlyList<SeedFile> files, Random random)
    {
        var at = random.Next(bytes.Count);
        switch (random.Next(12))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, random.Next(bytes.Count - at));
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(random.Next(1, 200), bytes.Count - at));
                break;
            case 3:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                bytes.InsertRange(at, Part(files[random.Next(files.Count)].Bytes, MostAdded, random));
                break;
            case 5:
                bytes[at] = Signs[random.Next(Signs.Length)];
                break;
            case 6:
                bytes.InsertRange(at, Repeat(Openers[random.Next(Openers.Length)], random));
                break;
            case 7 or 8:
                ReplaceNumber(bytes, at, Numbers[random.Next(Numbers.Length)]);
                break;
            case 9:
                bytes.InsertRange(at, Broken[random.Next(Broken.Length)]);
                break;
            case 10:
                bytes.InsertRange(at, Repeat(Part([.. bytes[at..Math.Min(bytes.Count, at + 300)]], 300, random), random));
                break;
            default:
                // A part of it in another place: members that come twice, or in another order.
                var moved = Part([.. bytes[at..Math.Min(bytes.Count, at + 3000)]], 3000, random);
                bytes.InsertRange(random.Next(bytes.Count), moved);
                break;
        }
    }

    private static byte[] Part(byte[] bytes, int most, Random random)
    {
        if (bytes.Length == 0)
            return bytes;
        var from = random.Next(bytes.Length);
        return bytes[from..random.Next(from, Math.Min(bytes.Length, from + most))];
    }

    /// <summary>Few times as a rule, for that gets deeper into a reader; now and then many.</summary>
    private static byte[] Repeat(byte[] part, Random random)
    {
        var most = part.Length == 0 ? 0 : MostAdded / part.Length;
        var times = random.Next(4) switch { 0 => random.Next(most + 1), 1 => Math.Min(most, random.Next(300)), _ => Math.Min(most, random.Next(2, 8)) };
        var repeated = new byte[part.Length * times];
        for (var i = 0; i < times; i++)
            part.CopyTo(repeated, i * part.Length);
        return repeated;
    }

    private static void ReplaceNumber(List<byte> bytes, int at, byte[] number)
    {
        var start = bytes.FindIndex(at, IsDigit);
        if (start < 0)
            return;
        var end = bytes.FindIndex(start, one => !IsDigit(one));
        bytes.RemoveRange(start, (end < 0 ? bytes.Count : end) - start);
        bytes.InsertRange(start, number);
    }

    private static bool IsDigit(byte one) => one is >= (byte)'0' and <= (byte)'9';
}
