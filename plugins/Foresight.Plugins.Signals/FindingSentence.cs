using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>A finding as one sentence in Swedish or English.</summary>
internal static class FindingSentence
{
    public static string Of(Finding finding, SexFigures? sexes, string language) =>
        Statement(finding, language) + Turns(finding, language) + Target(finding, language) + Comparison(finding, language) + Sexes(finding, sexes, language) + ".";

    private static string Statement(Finding finding, string language)
    {
        var sv = Phrases.IsSwedish(language);
        var name = Phrases.Capitalised(finding.Indicator.Name.In(language));
        var home = finding.Figures.Home.Name.In(language);
        var level = Phrases.WithUnit(finding.End.Value!.Value, finding.Indicator, language);
        var when = Wording.Of(finding.End.Period, language);
        if (finding.Start is not { } start || !(finding.Moved || finding.Parted || finding.Extremes.Count > 0))
        {
            return sv ? $"{name} i {home} låg på {level} {when}" : $"{name} in {home} stood at {level} in {when}";
        }

        // A change within the series' own noise is told as two levels, without a verb of rise or fall.
        var verb = (sv, finding.Moved, finding.End.Value > start.Value) switch
        {
            (true, false, _) => "gick",
            (true, true, true) => "ökade",
            (true, true, false) => "minskade",
            (false, false, _) => "went",
            (false, true, true) => "rose",
            (false, true, false) => "fell",
        };
        var (from, since) = (Number(finding, start.Value!.Value, language), Wording.Of(start.Period, language));
        return sv ? $"{name} i {home} {verb} från {from} ({since}) till {level} ({when})" : $"{name} in {home} {verb} from {from} ({since}) to {level} ({when})";
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
            var highest = figure.Value > finding.End.Value;
            var word = (sv, highest) switch { (true, true) => "som högst", (true, false) => "som lägst", (false, true) => "a high of", (false, false) => "a low of" };
            var value = Number(finding, figure.Value!.Value, language);
            var when = Wording.Of(figure.Period, language);
            return sv ? $"{word} {value} ({when})" : $"{word} {value} ({when})";
        });
        return (sv ? ", däremellan " : ", with ") + string.Join(sv ? " och " : " and ", turns) + (sv ? "" : " between");
    }

    private static string Target(Finding finding, string language)
    {
        if (finding is not { Moved: true, Indicator: { Good: Direction.Target, Target: { } target }, Start.Value: { } start }
            || (start - target) * (finding.End.Value!.Value - target) >= 0)
        {
            return "";
        }

        var value = Wording.Number(target, language, target % 1 == 0 ? 0 : finding.Indicator.Decimals);
        return Phrases.IsSwedish(language) ? $" och passerade därmed {value}" : $", passing {value}";
    }

    private static string Comparison(Finding finding, string language)
    {
        var sv = Phrases.IsSwedish(language);
        var whole = finding.Whole is null ? null
            : $"{finding.Figures.Whole!.Name.In(language)} {Course(finding, finding.WholeAtStart?.Value, finding.Whole.Value!.Value, language)}";
        if (finding.Median is not { } median)
        {
            return whole is null ? "" : "; " + Lowered(whole, sv);
        }

        var standing = Judgement.Compare(finding.Indicator, finding.End.Value!.Value, median.Value);
        var peers = Course(finding, finding.MedianAtStart?.Value, median.Value, language);
        var words = (sv, standing) switch
        {
            (true, Standing.Better) => $", bättre än medianen i jämförbara kommuner ({peers})",
            (true, Standing.Worse) => $", sämre än medianen i jämförbara kommuner ({peers})",
            (true, _) => $"; medianen i jämförbara kommuner {(finding.Parted ? "gick " : "var ")}{peers}",
            (false, Standing.Better) => $", better than the median of comparable municipalities ({peers})",
            (false, Standing.Worse) => $", worse than the median of comparable municipalities ({peers})",
            (false, _) => $"; the median of comparable municipalities {(finding.Parted ? "went " : "was ")}{peers}",
        };
        return whole is null ? words : words + (standing == Standing.Unjudged ? ", " : "; ") + Lowered(whole, sv);
    }

    /// <summary>From where to where the others went, where they parted from us; else where they are.</summary>
    private static string Course(Finding finding, double? start, double end, string language)
    {
        var to = Number(finding, end, language);
        return !finding.Parted || start is null ? to
            : Phrases.IsSwedish(language) ? $"från {Number(finding, start.Value, language)} till {to}" : $"from {Number(finding, start.Value, language)} to {to}";
    }

    private static string Sexes(Finding finding, SexFigures? sexes, string language)
    {
        if (sexes is null)
        {
            return "";
        }

        var (women, men) = (Number(finding, sexes.Women, language), Number(finding, sexes.Men, language));
        return Phrases.IsSwedish(language) ? $"; kvinnor {women}, män {men}" : $"; women {women}, men {men}";
    }

    // "Riket" is a common noun inside a Swedish sentence; names of countries keep their capital.
    private static string Lowered(string whole, bool sv) => sv && whole.StartsWith("Riket ", StringComparison.Ordinal) ? "riket " + whole["Riket ".Length..] : whole;

    private static string Number(Finding finding, double value, string language) => Wording.Number(value, language, finding.Indicator.Decimals);
}
