using Foresight.Sdk;
using SkiaSharp;

namespace Foresight.Engine.Charts;

/// <summary>
/// The house style, all of it: marks have a contrast of at least 3:1 against the ground, texts 4.5:1, and the focus areas'
/// colours differ for the colour-blind as well (tests/Foresight.Tests/Charts/HouseStyleTests.cs measures this).
/// </summary>
internal static class HouseStyle
{
    /// <summary>The column of a brief, in logical pixels.</summary>
    public const int Width = 720;

    /// <summary>The height of charts over time.</summary>
    public const int Height = 400;

    /// <summary>The empty ground around a picture that stands alone.</summary>
    public const int StandaloneMargin = 18;

    /// <summary>PNG pixels per logical pixel.</summary>
    public const int PixelRatio = 2;

    public const float LabelSize = 14;
    public const float SmallSize = 12.5f;
    public const float TitleSize = 20;
    public const float LineHeight = 1.28f;

    public const float UsLine = 3.2f;
    public const float ReferenceLine = 2.2f;
    public const float ContextLine = 1.6f;

    public static readonly SKColor Ground = SKColors.White;
    public static readonly SKColor Text = SKColor.Parse("#1F2933");
    public static readonly SKColor MutedText = SKColor.Parse("#52606D");
    public static readonly SKColor Grid = SKColor.Parse("#E1E5EA");
    public static readonly SKColor ZeroLine = SKColor.Parse("#6B7783");

    public static readonly SKColor Us = SKColor.Parse("#0B4F8A");
    public static readonly SKColor Reference = SKColor.Parse("#A6480A");
    public static readonly SKColor Context = SKColor.Parse("#8A939C");

    /// <summary>One colour per focus area, in the policy's order; a seventh area begins again, told apart by its label.</summary>
    public static readonly SKColor[] FocusAreas =
    [
        SKColor.Parse("#0072B2"),
        SKColor.Parse("#D55E00"),
        SKColor.Parse("#C2418A"),
        SKColor.Parse("#A67C00"),
        SKColor.Parse("#6A3D9A"),
        SKColor.Parse("#12805C"),
    ];

    /// <summary>The shades of a heat map, from few to many: one hue that grows darker, so that also those who see no hue can tell them apart.</summary>
    public static readonly SKColor[] Shades =
    [
        SKColor.Parse("#CFE2F3"),
        SKColor.Parse("#93BFE3"),
        SKColor.Parse("#2F78B7"),
        SKColor.Parse("#0B3F70"),
    ];

    /// <summary>The colour of a series. A focus area's place in the policy gives its colour; unknown ones take the series' place.</summary>
    public static SKColor ColourOf(ChartSeries series, int place, IReadOnlyList<string> focusAreas) => series.Emphasis switch
    {
        Emphasis.Us => Us,
        Emphasis.Reference => Reference,
        Emphasis.FocusArea => FocusAreas[PlaceOf(series.FocusArea, place, focusAreas) % FocusAreas.Length],
        _ => Context,
    };

    /// <summary>The colour in which a series is named: its own where that can be read, else the muted text colour.</summary>
    public static SKColor TextColourOf(SKColor mark) => Contrast(mark, Ground) >= 4.5 ? mark : MutedText;

    /// <summary>The colour of a text on a shade.</summary>
    public static SKColor TextColourOn(SKColor shade) => Contrast(Text, shade) >= Contrast(Ground, shade) ? Text : Ground;

    public static float LineWidthOf(Emphasis emphasis) => emphasis switch
    {
        Emphasis.Us => UsLine,
        Emphasis.Reference or Emphasis.FocusArea => ReferenceLine,
        _ => ContextLine,
    };

    /// <summary>Contrast by WCAG 2.2.</summary>
    public static double Contrast(SKColor one, SKColor other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static int PlaceOf(string? focusArea, int place, IReadOnlyList<string> focusAreas)
    {
        for (var i = 0; i < focusAreas.Count; i++)
        {
            if (string.Equals(focusAreas[i], focusArea, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return place;
    }

    private static double Luminance(SKColor colour) =>
        (0.2126 * Linear(colour.Red)) + (0.7152 * Linear(colour.Green)) + (0.0722 * Linear(colour.Blue));

    private static double Linear(byte channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
