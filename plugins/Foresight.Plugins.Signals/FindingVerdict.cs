using System.Globalization;
using Foresight.Methods.Trends;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>Better or worse in words, only where the policy says what is good and the change is more than the series does by itself.</summary>
internal static class FindingVerdict
{
    /// <summary>
    /// "Det är en försämring, och nivån är sämre än i jämförbara kommuner."; null where nothing may be judged. A change that the test of its trend calls
    /// chance is neither better nor worse.
    /// </summary>
    public static string? Of(Finding finding, FindingTrend? trend, string language)
    {
        var sv = Phrases.IsSwedish(language);
        var change = Change(finding) switch
        {
            > 0 when finding.Indicator.Good == Direction.Target => sv ? "avståndet till {0} har minskat till {1}" : "the distance to {0} has shrunk to {1}",
            < 0 when finding.Indicator.Good == Direction.Target => sv ? "avståndet till {0} har ökat till {1}" : "the distance to {0} has grown to {1}",
            not 0 when trend is { IsSure: false } => sv ? "ändringen kan bero på slumpen" : "the change may be due to chance",
            > 0 => sv ? "det är en förbättring" : "that is an improvement",
            < 0 => sv ? "det är en försämring" : "that is a deterioration",
            _ => null,
        };
        var standing = Standing(finding, language);
        string[] parts = [.. new[] { change, standing }.OfType<string>()];
        return parts.Length == 0 ? null : Phrases.Capitalised(string.Format(
            CultureInfo.InvariantCulture, string.Join(sv ? ", och " : ", and ", parts), Target(finding, language), Distance(finding, language))) + ".";
    }

    /// <summary>The distance to the target, for the numbers that a verdict prints.</summary>
    public static Evidence? EvidenceOf(Finding finding) => finding.Indicator is not { Good: Direction.Target, Target: { } target } || Change(finding) == 0 ? null
        : finding.Figures.EvidenceOf(finding.End) with
        {
            Value = TargetDistance.Of(finding.Start!.Value!.Value, finding.End.Value!.Value, target).Distance,
            Formula = string.Create(CultureInfo.InvariantCulture, $"{finding.End.Value} - {target}"),
        };

    // By how much our marked change is for the better; 0 where it is not marked, within rounding, or nobody says what is good.
    private static double Change(Finding finding)
    {
        var gain = finding is { Moved: true, Start.Value: { } start } ? Judgement.Gain(finding.Indicator, start, finding.End.Value!.Value) ?? 0 : 0;
        return Math.Round(gain, finding.Indicator.Decimals, MidpointRounding.AwayFromZero);
    }

    private static string? Standing(Finding finding, string language)
    {
        if (finding.Median is not { } median)
        {
            return null;
        }

        var peers = PeerWording.Within(finding.Figures, language);
        return (Phrases.IsSwedish(language), Judgement.Compare(finding.Indicator, finding.End.Value!.Value, median.Value)) switch
        {
            (true, Reading.Standing.Better) => $"nivån är bättre än {peers}",
            (true, Reading.Standing.Worse) => $"nivån är sämre än {peers}",
            (false, Reading.Standing.Better) => $"the level is better than {peers}",
            (false, Reading.Standing.Worse) => $"the level is worse than {peers}",
            _ => null,
        };
    }

    private static string Target(Finding finding, string language) => finding.Indicator.Target is not { } target ? ""
        : Wording.Number(target, language, target % 1 == 0 ? 0 : finding.Indicator.Decimals);

    private static string Distance(Finding finding, string language) => finding.Indicator.Target is not { } target ? ""
        : IndicatorWording.Number(Math.Abs(finding.End.Value!.Value - target), finding.Indicator, language);
}
