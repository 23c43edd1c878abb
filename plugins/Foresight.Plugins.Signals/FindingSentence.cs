using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>A finding as one short sentence in Swedish or English; what it leaves out stands in <see cref="FindingCaveat"/>.</summary>
internal static class FindingSentence
{
    public static string Of(Finding finding, string language)
    {
        // Turns and a comparison in one sentence are more than can be read at once.
        var end = finding.Extremes.Count > 0 ? "" : "; " + Comparison(finding, language);
        return Statement(finding, language) + Turns(finding, language) + Target(finding, language) + (end == "; " ? "" : end) + ".";
    }

    /// <summary>How the peers stand, or where they went if they parted from us; empty without peers.</summary>
    public static string Comparison(Finding finding, string language)
    {
        if (finding.Median is not { } median)
        {
            return "";
        }

        var sv = Phrases.IsSwedish(language);
        var (indicator, now) = (finding.Indicator, IndicatorWording.Beside(median.Value, finding.Indicator, language));
        var (among, peers) = (PeerWording.Within(finding.Figures, language), PeerWording.Name(finding.Figures, language));
        if (finding is not { Parted: true, MedianAtStart: { } start } || Number(start.Value) == Number(median.Value))
        {
            return sv ? $"{among} är medianen {now}" : $"the median of {peers} is {now}";
        }

        var verb = IndicatorWording.Verb(median.Value - start.Value, marked: true, language);
        return sv
            ? $"{among} {verb} medianen från {Number(start.Value)} till {Number(median.Value)}"
            : $"the median of {peers} {verb} from {Number(start.Value)} to {Number(median.Value)}";

        string Number(double value) => IndicatorWording.Number(value, indicator, language);
    }

    private static string Statement(Finding finding, string language)
    {
        var subject = IndicatorWording.Subject(finding.Indicator, finding.Figures.Home, language);
        if (finding.Start is not { } start || !(finding.Moved || finding.Parted || finding.Extremes.Count > 0))
        {
            return $"{subject} {IndicatorWording.Stood(finding.End, finding.Indicator, language)}";
        }

        var verb = IndicatorWording.Verb(finding.End.Value!.Value - start.Value!.Value, finding.Moved, language);
        return $"{subject} {verb} {IndicatorWording.Course(start, finding.End, finding.Indicator, language)}";
    }

    private static string Turns(Finding finding, string language)
    {
        if (finding.Extremes.Count == 0)
        {
            return "";
        }

        var sv = Phrases.IsSwedish(language);
        var turns = finding.Extremes.Select(figure =>
        {
            var word = (sv, figure.Value > finding.End.Value) switch { (true, true) => "som högst", (true, false) => "som lägst", (false, true) => "a high of", (false, false) => "a low of" };
            return $"{word} {IndicatorWording.Number(figure.Value!.Value, finding.Indicator, language)} ({Wording.Of(figure.Period, language)})";
        });
        return (sv ? ", " : ", with ") + string.Join(sv ? " och " : " and ", turns);
    }

    private static string Target(Finding finding, string language)
    {
        if (finding is not { Moved: true, Indicator: { Good: Direction.Target, Target: { } target }, Start.Value: { } start }
            || (start - target) * (finding.End.Value!.Value - target) >= 0)
        {
            return "";
        }

        var value = Wording.Number(target, language, target % 1 == 0 ? 0 : finding.Indicator.Decimals);
        return Phrases.IsSwedish(language) ? $" och passerade {value}" : $", passing {value}";
    }
}
