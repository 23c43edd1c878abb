namespace Foresight.Plugins.Registers.Values;

/// <summary>How words are compared.</summary>
internal static class Word
{
    private static readonly char[] Spaces = [' ', '\t', '\r', '\n', '\u00A0', '\u202F', '\u2009', '\u200B', '\uFEFF', '_', '-'];

    /// <summary>A word as it is compared: in lower case, with one space for spaces, hyphens and underscores.</summary>
    public static string Plain(string word) =>
        string.Join(' ', word.Split(Spaces, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}
