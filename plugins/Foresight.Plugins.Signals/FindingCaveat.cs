using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>What stands below a finding: the country and the sexes, and what a reader must know to read it rightly.</summary>
internal static class FindingCaveat
{
    public static LocalText? Of(Finding finding, FindingContext context)
    {
        var (sv, en) = (string.Join(' ', Texts(finding, context, "sv")), string.Join(' ', Texts(finding, context, "en")));
        return sv.Length == 0 ? null : new LocalText(sv, en);
    }

    private static IEnumerable<string> Texts(Finding finding, FindingContext context, string language)
    {
        var indicator = finding.Indicator;
        if (finding.Extremes.Count > 0 && FindingSentence.Comparison(finding, language) is { Length: > 0 } comparison)
        {
            yield return Phrases.Capitalised(comparison) + ".";
        }

        if (finding.Whole is { } whole)
        {
            yield return Country(finding, whole, language);
        }

        if (context.Everyone?.Sentence(language) is { } everyone)
        {
            yield return everyone;
        }

        if (FindingVerdict.Of(finding, context.Trend, language) is { } verdict)
        {
            yield return verdict;
        }

        if (context.Sexes is { } sexes && sexes.Differ(indicator, finding.End.Value!.Value))
        {
            var (women, men) = (IndicatorWording.Number(sexes.Women, indicator, language), IndicatorWording.Number(sexes.Men, indicator, language));
            yield return Phrases.IsSwedish(language) ? $"Kvinnor {women}, män {men}." : $"Women {women}, men {men}.";
        }

        foreach (var revision in context.Revisions)
        {
            yield return revision.Sentence(indicator, language);
        }

        if (indicator.Note is { } note)
        {
            yield return note.In(language);
        }

        // That years are missing or were not measured is a matter of the chart.
        foreach (var kind in Phrases.KindNotes(indicator with { Kinds = indicator.Kinds & ~SeriesKinds.Gaps & ~SeriesKinds.Step }, finding.End.Value, language))
        {
            yield return kind;
        }

        if (Phrases.Stale(indicator, finding.End.Period, language) is { } stale)
        {
            yield return stale;
        }
    }

    private static string Country(Finding finding, Figure whole, string language)
    {
        var name = finding.Figures.Whole!.Name.In(language);
        var now = IndicatorWording.Beside(whole.Value!.Value, finding.Indicator, language);
        if (!(finding.Moved || finding.Parted) || finding.WholeAtStart?.Value is not { } start)
        {
            return $"{name}: {now}.";
        }

        var then = IndicatorWording.Number(start, finding.Indicator, language);
        return Phrases.IsSwedish(language) ? $"{name}: från {then} till {now}." : $"{name}: from {then} to {now}.";
    }
}
