namespace Foresight.Formats.Observations;

/// <summary>Texts of a file as they stand in a sentence: short, and on one line.</summary>
internal static class Shown
{
    private const int Longest = 60;

    public static string Text(string text)
    {
        var cut = text.Length > Longest ? text[..Longest] : text;
        return string.Create(cut.Length, cut, (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsControl(from[i]) || char.IsSurrogate(from[i]) ? ' ' : from[i];
        }) + (text.Length > Longest ? "…" : "");
    }
}
