using Foresight.Engine.Charts;
using SkiaSharp;
using Xunit;

namespace Foresight.Tests.Charts;

public sealed class HouseStyleTests
{
    [Fact]
    public void Marks_AgainstTheGround_HaveAContrastOfThree()
    {
        SKColor[] marks = [HouseStyle.Us, HouseStyle.Reference, HouseStyle.Context, HouseStyle.ZeroLine, .. HouseStyle.FocusAreas];

        Assert.All(marks, mark => Assert.True(HouseStyle.Contrast(mark, HouseStyle.Ground) >= 3, mark.ToString()));
    }

    [Fact]
    public void Texts_AgainstTheGround_HaveAContrastOfFourAndAHalf()
    {
        SKColor[] texts = [HouseStyle.Text, HouseStyle.MutedText, .. HouseStyle.FocusAreas.Append(HouseStyle.Context).Select(HouseStyle.TextColourOf)];

        Assert.All(texts, text => Assert.True(HouseStyle.Contrast(text, HouseStyle.Ground) >= 4.5, text.ToString()));
    }

    [Fact]
    public void Shades_TextsOnThem_HaveAContrastOfFourAndAHalf() =>
        Assert.All(HouseStyle.Shades, shade => Assert.True(HouseStyle.Contrast(HouseStyle.TextColourOn(shade), shade) >= 4.5, shade.ToString()));

    [Theory]
    [InlineData("full sight")]
    [InlineData("deuteranopia")]
    [InlineData("protanopia")]
    public void Shades_FromFewToMany_GrowDarkerForEveryone(string sight)
    {
        var light = HouseStyle.Shades.Prepend(HouseStyle.Ground).Select(shade => Seen(shade, sight)[0]).ToArray();

        for (var i = 1; i < light.Length; i++)
        {
            Assert.True(light[i - 1] - light[i] > 0.07, $"step {i} with {sight}: {light[i - 1]:F3} and {light[i]:F3}");
        }
    }

    [Theory]
    [InlineData("full sight")]
    [InlineData("deuteranopia")]
    [InlineData("protanopia")]
    public void FocusAreas_NeighboursInTheStack_CanBeToldApart(string sight)
    {
        var seen = HouseStyle.FocusAreas.Select(colour => Seen(colour, sight)).ToArray();

        for (var i = 1; i < seen.Length; i++)
        {
            Assert.True(Distance(seen[i], seen[i - 1]) > 0.09, $"{HouseStyle.FocusAreas[i - 1]} and {HouseStyle.FocusAreas[i]} with {sight}");
        }
    }

    // Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
    private static double[] Seen(SKColor colour, string sight)
    {
        double[] rgb = [Linear(colour.Red), Linear(colour.Green), Linear(colour.Blue)];
        double[][] matrix = sight switch
        {
            "deuteranopia" => [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
            "protanopia" => [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
            _ => [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        };
        return OkLab([.. matrix.Select(row => Math.Clamp((row[0] * rgb[0]) + (row[1] * rgb[1]) + (row[2] * rgb[2]), 0, 1))]);
    }

    private static double[] OkLab(double[] rgb)
    {
        var l = Math.Cbrt((0.4122214708 * rgb[0]) + (0.5363325363 * rgb[1]) + (0.0514459929 * rgb[2]));
        var m = Math.Cbrt((0.2119034982 * rgb[0]) + (0.6806995451 * rgb[1]) + (0.1073969566 * rgb[2]));
        var s = Math.Cbrt((0.0883024619 * rgb[0]) + (0.2817188376 * rgb[1]) + (0.6299787005 * rgb[2]));
        return
        [
            (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s),
        ];
    }

    private static double Distance(double[] one, double[] other) => Math.Sqrt(one.Zip(other).Sum(pair => Math.Pow(pair.First - pair.Second, 2)));

    private static double Linear(byte channel) => channel / 255.0 <= 0.04045 ? channel / 255.0 / 12.92 : Math.Pow(((channel / 255.0) + 0.055) / 1.055, 2.4);
}
