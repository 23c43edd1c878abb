using System.Text;

namespace Foresight.Formats.Observations;

/// <summary>Texts of a file as they stand in a sentence (short, and on one line), or beside one.</summary>
internal static class Shown
{
    private const int Longest = 60;
    private const int LongestSaid = 400;
    private const int LongestLine = 4_000;

    public static string Text(string text) => Cut(text, Longest);

    /// <summary>What a service says of itself, as the end of a sentence.</summary>
    public static string Said(string text) => Cut(text.Trim(), LongestSaid) is var said && said is [.., '.' or '…'] ? said : $"{said}.";

    /// <summary>A line as it stands in the file, for who keeps what could not be read; null where it is long.</summary>
    public static string? Line(ReadOnlySpan<byte> line) => line.Length <= LongestLine ? Encoding.UTF8.GetString(line.TrimEnd("\r\n"u8)) : null;

    private static string Cut(string text, int longest)
    {
        var cut = text.Length > longest ? text[..longest] : text;
        return string.Create(cut.Length, cut, (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsControl(from[i]) || char.IsSurrogate(from[i]) ? ' ' : from[i];
        }) + (text.Length > longest ? "…" : "");
    }
}
