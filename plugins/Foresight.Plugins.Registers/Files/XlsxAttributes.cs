using System.Globalization;
using DocumentFormat.OpenXml;

namespace Foresight.Plugins.Registers.Files;

/// <summary>Attributes of the element at which the reader stands, without the objects that would be made for them.</summary>
internal static class XlsxAttributes
{
    public static string? Text(this OpenXmlReader reader, string name)
    {
        foreach (var attribute in reader.Attributes)
        {
            if (attribute.LocalName == name)
                return attribute.Value;
        }

        return null;
    }

    public static int? Number(this OpenXmlReader reader, string name) =>
        int.TryParse(reader.Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static bool Flag(this OpenXmlReader reader, string name) => reader.Text(name) is "1" or "true" or "on";
}
