using System.Globalization;
using System.Text;

namespace Foresight.Engine.Classify.Labelling.Dialogue;

/// <summary>Texts from outside on a screen of 80 columns.</summary>
internal static class ScreenText
{
    /// <summary>One column is left free: some terminals break a line that fills the last.</summary>
    public const int Width = 79;

    /// <summary>A text as one line without control characters and what else would move a cursor or turn the reading direction.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control)
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate))
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>A line cut to a width, with an ellipsis where it was longer.</summary>
    public static string Cut(string line, int width = Width) =>
        line.Length <= width ? line : line[..(char.IsHighSurrogate(line[width - 2]) ? width - 2 : width - 1)].TrimEnd() + "…";

    /// <summary>The text in lines of at most so many letters, broken between words where there are any.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width = Width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n').Select(Line).Where(paragraph => paragraph.Length > 0))
        {
            var rest = paragraph;
            while (rest.Length > width)
            {
                var space = rest.LastIndexOf(' ', width);
                var end = space > 0 ? space : char.IsHighSurrogate(rest[width - 1]) ? width - 1 : width;
                lines.Add(rest[..end].TrimEnd());
                rest = rest[end..].TrimStart();
            }

            lines.Add(rest);
        }

        return lines;
    }
}
