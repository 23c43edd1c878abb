namespace Foresight.Engine.Classify.Rules;

/// <summary>
/// Swedish letters that some sources write as a letter and a mark. <see cref="string.Normalize()"/> would refuse texts with half a character.
/// </summary>
internal static class ComposedLetters
{
    private static readonly (string Apart, string Composed)[] Letters =
    [
        ("a\u030A", "å"), ("a\u0308", "ä"), ("o\u0308", "ö"), ("e\u0301", "é"), ("A\u030A", "Å"), ("A\u0308", "Ä"), ("O\u0308", "Ö"), ("E\u0301", "É"),
    ];

    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0300', '\u036F'))
            return text;
        foreach (var (apart, composed) in Letters)
            text = text.Replace(apart, composed, StringComparison.Ordinal);
        return text;
    }
}
