using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Foresight.Engine.Charts;

/// <summary>Makes Skia's SVG one that can stand in a page: named, described, with a language, with ids of its own and short numbers.</summary>
internal static partial class SvgText
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Finish(string raw, ChartRequest request, ChartAlternative alternative)
    {
        var root = XDocument.Parse(raw).Root!;
        var prefix = "c" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Language + alternative.Long + ChartData.CsvOf(request))))[..8];
        Prefix(root, prefix);
        foreach (var path in root.DescendantsAndSelf().Attributes("d"))
        {
            path.Value = Numbers().Replace(path.Value, match => double.Parse(match.Value, CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture));
        }

        var (width, height) = (root.Attribute("width")!.Value, root.Attribute("height")!.Value);
        root.SetAttributeValue("viewBox", $"0 0 {width} {height}");
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("lang", request.Language);
        root.SetAttributeValue(XNamespace.Xml + "lang", request.Language);
        root.SetAttributeValue("aria-labelledby", $"{prefix}-title {prefix}-desc");
        root.AddFirst(
            new XElement(Svg + "title", new XAttribute("id", prefix + "-title"), alternative.Short),
            new XElement(Svg + "desc", new XAttribute("id", prefix + "-desc"), alternative.Long));
        return root.ToString(SaveOptions.DisableFormatting);
    }

    // Several charts stand in one page: ids such as Skia's cl_1 must not meet.
    private static void Prefix(XElement root, string prefix)
    {
        foreach (var attribute in root.DescendantsAndSelf().Attributes().ToArray())
        {
            if (attribute.Name.LocalName == "id")
            {
                attribute.Value = $"{prefix}-{attribute.Value}";
            }
            else if (attribute.Name.LocalName == "href" && attribute.Value.StartsWith('#'))
            {
                attribute.Value = $"#{prefix}-{attribute.Value[1..]}";
            }
            else
            {
                attribute.Value = attribute.Value.Replace("url(#", $"url(#{prefix}-", StringComparison.Ordinal);
            }
        }
    }

    [GeneratedRegex(@"-?\d+\.?\d*(?:e-?\d+)?")]
    private static partial Regex Numbers();
}
