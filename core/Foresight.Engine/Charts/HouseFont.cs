using SkiaSharp;

namespace Foresight.Engine.Charts;

/// <summary>The shipped font. Texts are measured and outlined with it alone, never with a font of the machine.</summary>
internal static class HouseFont
{
    /// <summary>The size of <see cref="Glyphs"/> and <see cref="GlyphOutline"/>.</summary>
    public const float GlyphSize = 1000;

    private static readonly Lazy<SKTypeface> Regular = new(() => Load("OpenSans-Regular.ttf"));
    private static readonly Lazy<SKTypeface> Bold = new(() => Load("OpenSans-Bold.ttf"));

    public static float Measure(string text, float size, bool bold = false)
    {
        using var font = Font(size, bold);
        return font.MeasureText(text);
    }

    /// <summary>The text without what the font has no glyph for (an emoji in a feed's title), which would be drawn as an empty box.</summary>
    public static string Drawable(string text, bool bold)
    {
        using var font = Font(GlyphSize, bold);
        return string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()).Where(one => font.ContainsGlyphs(one)));
    }

    /// <summary>The outlines of a text whose baseline begins at a point.</summary>
    public static SKPath Outline(string text, float size, bool bold, SKPoint at)
    {
        using var font = Font(size, bold);
        return font.GetTextPath(text, at);
    }

    /// <summary>The glyphs of a text: their numbers in the font and where each begins, at a size of 1,000.</summary>
    public static IReadOnlyList<(ushort Glyph, float X)> Glyphs(string text, bool bold)
    {
        using var font = Font(GlyphSize, bold);
        var glyphs = font.GetGlyphs(text);
        var widths = font.GetGlyphWidths(glyphs);
        var x = 0f;
        var placed = new (ushort, float)[glyphs.Length];
        for (var i = 0; i < glyphs.Length; i++)
        {
            placed[i] = (glyphs[i], x);
            x += widths[i];
        }

        return placed;
    }

    /// <summary>A glyph's outline as SVG path data at a size of 1,000; empty for a space.</summary>
    public static string GlyphOutline(ushort glyph, bool bold)
    {
        using var font = Font(GlyphSize, bold);
        using var path = font.GetGlyphPath(glyph);
        return path?.ToSvgPathData() ?? "";
    }

    /// <summary>Breaks a text into lines no wider than asked; a single word may be wider and is then broken with a hyphen.</summary>
    public static IReadOnlyList<string> Wrap(string text, float width, float size, bool bold = false)
    {
        List<string> lines = [];
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Break(word, width, size, bold)))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Measure(longer, size, bold) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>Breaks a text into at most so many lines; what is cut away is shown by an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, float width, float size, int most)
    {
        var lines = Wrap(text, width, size);
        if (lines.Count <= most)
        {
            return lines;
        }

        var last = lines[most - 1];
        while (last.Length > 1 && Measure(last + "…", size) > width)
        {
            last = last[..^1];
        }

        return [.. lines.Take(most - 1), last.TrimEnd(' ', ',', '.', '–', ':') + "…"];
    }

    private static IEnumerable<string> Break(string word, float width, float size, bool bold)
    {
        while (Measure(word, size, bold) > width && word.Length > 4)
        {
            var length = word.Length - 1;
            while (length > 2 && Measure(word[..length] + "-", size, bold) > width)
            {
                length--;
            }

            yield return word[..length] + "-";
            word = word[length..];
        }

        yield return word;
    }

    private static SKFont Font(float size, bool bold) => new(bold ? Bold.Value : Regular.Value, size)
    {
        Hinting = SKFontHinting.None,
        Subpixel = true,
        LinearMetrics = true,
    };

    private static SKTypeface Load(string file)
    {
        using var stream = typeof(HouseFont).Assembly.GetManifestResourceStream("Foresight.Engine.Charts.Fonts." + file)
            ?? throw new InvalidOperationException($"The charts' font {file} is not in {typeof(HouseFont).Assembly.GetName().Name}: build it again with core/Foresight.Engine/Charts/Fonts in place.");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data)
            ?? throw new InvalidOperationException($"The charts' font {file} cannot be read: restore core/Foresight.Engine/Charts/Fonts and build again.");
    }
}
