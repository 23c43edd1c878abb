using System.Globalization;
using System.Text.RegularExpressions;

namespace Foresight.Engine.Briefs;

/// <summary>A number as it stands in a sentence.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Value">Without its sign: "fell by 3" and a change of -3 are the same number.</param>
/// <param name="Decimals">The decimals printed.</param>
/// <param name="Start">Its place in the sentence.</param>
/// <param name="Scale">What a printed 1 stands for: a hundredth before a percent sign, a million before "million".</param>
internal sealed partial record PrintedNumber(string Text, double Value, int Decimals, int Start, double Scale)
{
    /// <summary>The numbers of a sentence. Digits inside names ("CO2e", "N00401") are none.</summary>
    public static IReadOnlyList<PrintedNumber> In(string sentence, string language)
    {
        var (pattern, group, point) = language == "sv" ? (Swedish(), "\u00A0", ",") : (English(), ",", ".");
        return
        [
            .. pattern.Matches(sentence).Select(match =>
            {
                var plain = match.Value.Replace(group, "", StringComparison.Ordinal).Replace(point, ".", StringComparison.Ordinal);
                var dot = plain.IndexOf('.', StringComparison.Ordinal);
                return new PrintedNumber(
                    match.Value,
                    double.Parse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
                    dot < 0 ? 0 : plain.Length - dot - 1,
                    match.Index,
                    ScaleOf(sentence[(match.Index + match.Length)..]));
            }),
        ];
    }

    /// <summary>Whether it is that value, rounded as printed; a percentage may be stored as a share.</summary>
    public bool Is(double value) =>
        Rounded(value) || (Scale != 1 && Rounded(value / Scale));

    private bool Rounded(double value) =>
        Math.Abs(Math.Round(Math.Abs(value), Decimals, MidpointRounding.AwayFromZero) - Value) < 1e-9;

    private static double ScaleOf(string rest)
    {
        var unit = Unit().Match(rest).Value.TrimStart('\u00A0', ' ');
        return unit switch
        {
            "" => 1,
            "%" or "procent" or "percent" or "per cent" => 0.01,
            "tusen" or "thousand" => 1e3,
            "miljard" or "billion" => 1e9,
            _ => 1e6,
        };
    }

    [GeneratedRegex(@"(?<![\p{L}\d.,/])(?:\d{1,3}(?:\u00A0\d{3})+|\d+)(?:,\d+)?(?![\p{L}\d])")]
    private static partial Regex Swedish();

    [GeneratedRegex(@"(?<![\p{L}\d.,/])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\p{L}\d])")]
    private static partial Regex English();

    [GeneratedRegex(@"^[ \u00A0]?(%|procent|percent|per cent|tusen|thousand|miljard|billion|miljon|million)")]
    private static partial Regex Unit();
}
