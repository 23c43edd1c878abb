using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Foresight.Engine.Charts;

/// <summary>
/// Makes Skia's SVG one that can stand in a page: named, described, with a language, with ids of its own and short numbers. Texts
/// are set from outlines of the shipped font, each glyph once, so that they look the same everywhere and stay small.
/// </summary>
internal static partial class SvgText
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Finish(Sheet sheet, ChartRequest request, ChartAlternative alternative)
    {
        var root = XDocument.Parse(sheet.Svg()).Root!;
        var prefix = "c" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Language + alternative.Long + ChartData.CsvOf(request))))[..8];
        Prefix(root, prefix);
        foreach (var path in root.DescendantsAndSelf().Attributes("d"))
        {
            path.Value = Rounded(path.Value, "0.##");
        }

        // Skia's own grounds, one of them black: where the picture is scaled, a black hair would show at an edge.
        root.Elements(Svg + "rect").Where(rect => (string?)rect.Attribute("height") == Number(sheet.Height)).Remove();
        root.SetAttributeValue("width", Number(sheet.Width));
        root.SetAttributeValue("height", Number(sheet.Height));
        root.SetAttributeValue("viewBox", $"{Number(-sheet.Margin)} 0 {Number(sheet.Width)} {Number(sheet.Height)}");
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("lang", request.Language);
        root.SetAttributeValue(XNamespace.Xml + "lang", request.Language);
        root.SetAttributeValue("aria-labelledby", $"{prefix}-title {prefix}-desc");
        root.AddFirst(
            new XElement(Svg + "title", new XAttribute("id", prefix + "-title"), alternative.Short),
            new XElement(Svg + "desc", new XAttribute("id", prefix + "-desc"), alternative.Long),
            new XElement(
                Svg + "rect", new XAttribute("x", Number(-sheet.Margin)), new XAttribute("width", Number(sheet.Width)),
                new XAttribute("height", Number(sheet.Height)), new XAttribute("fill", Hex(HouseStyle.Ground))));
        root.Add(new XElement(Svg + "defs", GlyphDefinitions(sheet, prefix)), sheet.Texts.Select(text => Outlined(text, prefix)));
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static IEnumerable<XElement> GlyphDefinitions(Sheet sheet, string prefix) => sheet.Texts
        .SelectMany(text => HouseFont.Glyphs(text.Text, text.Bold).Select(placed => (text.Bold, placed.Glyph)))
        .Distinct().Order()
        .Select(glyph => (Id: GlyphId(prefix, glyph.Bold, glyph.Glyph), Outline: HouseFont.GlyphOutline(glyph.Glyph, glyph.Bold)))
        .Where(glyph => glyph.Outline.Length > 0)
        .Select(glyph => new XElement(Svg + "path", new XAttribute("id", glyph.Id), new XAttribute("d", Rounded(glyph.Outline, "0"))));

    private static XElement Outlined(SheetText text, string prefix) => new(
        Svg + "g",
        new XAttribute("fill", Hex(text.Colour)),
        new XAttribute("transform", $"translate({Number(text.X)} {Number(text.Baseline)}) scale({(text.Size / HouseFont.GlyphSize).ToString("0.#####", CultureInfo.InvariantCulture)})"),
        HouseFont.Glyphs(text.Text, text.Bold).Where(placed => HouseFont.GlyphOutline(placed.Glyph, text.Bold).Length > 0).Select(placed => new XElement(
            Svg + "use", new XAttribute("href", "#" + GlyphId(prefix, text.Bold, placed.Glyph)), new XAttribute("x", placed.X.ToString("0", CultureInfo.InvariantCulture)))));

    private static string GlyphId(string prefix, bool bold, ushort glyph) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{(bold ? 'b' : 'r')}{glyph}");

    private static string Number(float value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Hex(SkiaSharp.SKColor colour) =>
        string.Create(CultureInfo.InvariantCulture, $"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}");

    private static string Rounded(string path, string format) => Numbers().Replace(
        path, match => double.Parse(match.Value, CultureInfo.InvariantCulture).ToString(format, CultureInfo.InvariantCulture));

    // Several charts stand in one page: ids such as Skia's cl_1 must not meet. Skia counts them over the whole process, so they are
    // also counted anew, or the same chart would differ from run to run.
    private static void Prefix(XElement root, string prefix)
    {
        var ids = root.DescendantsAndSelf().Attributes("id").Select((id, i) => (id.Value, New: string.Create(CultureInfo.InvariantCulture, $"{prefix}-{i + 1}")))
            .ToDictionary(id => id.Value, id => id.New, StringComparer.Ordinal);
        foreach (var attribute in root.DescendantsAndSelf().Attributes().ToArray())
        {
            if (attribute.Name.LocalName == "id")
            {
                attribute.Value = ids[attribute.Value];
            }
            else if (attribute.Name.LocalName == "href" && attribute.Value.StartsWith('#'))
            {
                attribute.Value = "#" + ids[attribute.Value[1..]];
            }
            else
            {
                attribute.Value = References().Replace(attribute.Value, match => $"url(#{ids[match.Groups[1].Value]})");
            }
        }
    }

    [GeneratedRegex(@"url\(#([^)]+)\)")]
    private static partial Regex References();

    [GeneratedRegex(@"-?\d+\.?\d*(?:e-?\d+)?")]
    private static partial Regex Numbers();
}
