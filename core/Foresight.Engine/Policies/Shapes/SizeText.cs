using System.Globalization;
using System.Text.RegularExpressions;

namespace Foresight.Engine.Policies.Shapes;

/// <summary>A number of bytes as a person writes it: <c>500 kB</c>, <c>100 MB</c>, <c>4 GB</c>; each is a thousand times the one before.</summary>
internal static partial class SizeText
{
    /// <summary>What one must be, for the sentence.</summary>
    public const string Due = "a size such as 500 kB, 100 MB or 4 GB";

    /// <returns>Null where the text is no size, or none at all.</returns>
    public static long? Parse(string text)
    {
        if (Words().Match(text) is not { Success: true } words)
        {
            return null;
        }

        var unit = words.Groups["unit"].Value switch { "kB" => 1_000L, "MB" => 1_000_000L, _ => 1_000_000_000L };
        return int.Parse(words.Groups["count"].ValueSpan, CultureInfo.InvariantCulture) * unit is > 0 and var size ? size : null;
    }

    [GeneratedRegex("^(?<count>[0-9]{1,4}) (?<unit>kB|MB|GB)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Words();
}
