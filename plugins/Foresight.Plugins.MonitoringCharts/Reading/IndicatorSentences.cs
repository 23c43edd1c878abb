using Foresight.Sdk;

namespace Foresight.Plugins.Reading;

/// <summary>
/// Sentences on an indicator, computed from its figures. They tell level and change, never a trend, and carry a verdict only
/// where the policy says which direction is better. Swedish verbs and the English past tense do not bend with the subject's
/// number, so any name of an indicator fits.
/// </summary>
internal static class IndicatorSentences
{
    /// <summary>The newest figure, its change where it is worth telling, and how it stands to the peers.</summary>
    public static string Title(IndicatorFigures figures, Indicator indicator, string language)
    {
        var newest = figures.Present(figures.Home)[^1];
        var move = IndicatorMove.Of(figures, indicator);
        return Statement(figures, indicator, newest, move is { IsMarked: true } ? move : null, language) + Comparison(figures, indicator, newest, language);
    }

    private static string Statement(IndicatorFigures figures, Indicator indicator, Figure newest, IndicatorMove? move, string language)
    {
        var sv = Phrases.IsSwedish(language);
        var name = Phrases.Capitalised(indicator.Name.In(language));
        var home = figures.Home.Name.In(language);
        var level = Phrases.WithUnit(newest.Value!.Value, indicator, language);
        var when = Wording.Of(newest.Period, language);
        if (move is null)
        {
            return sv ? $"{name} i {home} låg på {level} {when}" : $"{name} in {home} stood at {level} in {when}";
        }

        var start = Wording.Number(move.Start.Value!.Value, language, indicator.Decimals);
        var since = Wording.Of(move.Start.Period, language);
        var verb = (sv, move.Change > 0) switch
        {
            (true, true) => "ökade",
            (true, false) => "minskade",
            (false, true) => "rose",
            (false, false) => "fell",
        };
        return sv
            ? $"{name} i {home} {verb} från {start} ({since}) till {level} ({when})"
            : $"{name} in {home} {verb} from {start} ({since}) to {level} ({when})";
    }

    private static string Comparison(IndicatorFigures figures, Indicator indicator, Figure newest, string language)
    {
        if (figures.MedianAt(newest.Period) is not { } median)
        {
            return "";
        }

        var sv = Phrases.IsSwedish(language);
        var value = Wording.Number(median.Value, language, indicator.Decimals);
        return (sv, Judgement.Compare(indicator, newest.Value!.Value, median.Value)) switch
        {
            (true, Standing.Better) => $", bättre än jämförbara kommuners {value}",
            (true, Standing.Worse) => $", sämre än jämförbara kommuners {value}",
            (true, _) => $"; jämförbara kommuner {value}",
            (false, Standing.Better) => $", better than the {value} of comparable municipalities",
            (false, Standing.Worse) => $", worse than the {value} of comparable municipalities",
            (false, _) => $"; comparable municipalities {value}",
        };
    }
}
