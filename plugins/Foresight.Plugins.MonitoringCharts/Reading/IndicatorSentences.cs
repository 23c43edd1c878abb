using Foresight.Sdk;

namespace Foresight.Plugins.Reading;

/// <summary>
/// Titles on an indicator, computed from its figures. They tell level and change, never a trend, and carry a verdict only where
/// the policy says which direction is better.
/// </summary>
internal static class IndicatorSentences
{
    private const int LongestTitle = 90;

    /// <summary>
    /// The change where it is worth telling, else the newest figure, and how it stands to the peers; what makes the title too long
    /// is left to the subtitle: first our place, then the unit, then the comparison.
    /// </summary>
    public static string Title(IndicatorFigures figures, Indicator indicator, string language)
    {
        var newest = figures.Present(figures.Home)[^1];
        var move = IndicatorMove.Of(figures, indicator);
        var subjects = new[] { IndicatorWording.Subject(indicator, figures.Home, language), Phrases.Capitalised(indicator.Name.In(language)) };
        // A number alone does not say that it is a share; in a title the sign does.
        indicator = Judgement.IsShare(indicator) ? indicator with { Unit = new LocalText("%", "%") } : indicator;
        var unitless = Judgement.IsShare(indicator) ? indicator : indicator with { Unit = new LocalText("", "") };
        var comparison = Comparison(figures, indicator, newest, language);
        var titles = new[] { (indicator, comparison), (unitless, comparison), (indicator, ""), (unitless, "") }
            .SelectMany(form => subjects.Select(subject => subject + " " + Statement(move, newest, form.Item1, language) + form.Item2))
            .Append($"{subjects[1]}: {IndicatorWording.Level(newest.Value!.Value, indicator, language)} ({Wording.Of(newest.Period, language)})");
        return titles.FirstOrDefault(title => title.Length <= LongestTitle) ?? titles.Last();
    }

    private static string Statement(IndicatorMove? move, Figure newest, Indicator indicator, string language)
    {
        if (move is not { IsMarked: true })
        {
            return IndicatorWording.Stood(newest, indicator, language);
        }

        var verb = IndicatorWording.Verb(move.Change, marked: true, language);
        var from = IndicatorWording.Number(move.Start.Value!.Value, indicator, language);
        var to = IndicatorWording.Level(move.End.Value!.Value, indicator, language);
        var years = $"{Wording.Of(move.Start.Period, language)}–{Wording.Of(move.End.Period, language)}";
        return Phrases.IsSwedish(language) ? $"{verb} från {from} till {to}{(char.IsAsciiDigit(to[^1]) ? "," : "")} {years}" : $"{verb} from {from} to {to}, {years}";
    }

    private static string Comparison(IndicatorFigures figures, Indicator indicator, Figure newest, string language)
    {
        if (figures.MedianAt(newest.Period) is not { } median)
        {
            return "";
        }

        var value = IndicatorWording.Number(median.Value, indicator, language);
        return (Phrases.IsSwedish(language), Judgement.Compare(indicator, newest.Value!.Value, median.Value)) switch
        {
            (true, Standing.Better) => $", bättre än {PeerWording.SwedishPossessive(figures)} {value}",
            (true, Standing.Worse) => $", sämre än {PeerWording.SwedishPossessive(figures)} {value}",
            (true, _) => $"; {PeerWording.Name(figures, "sv")} {value}",
            (false, Standing.Better) => $", better than its peers' {value}",
            (false, Standing.Worse) => $", worse than its peers' {value}",
            (false, _) => $"; its peers {value}",
        };
    }
}
