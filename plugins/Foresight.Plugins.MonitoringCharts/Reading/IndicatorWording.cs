using Foresight.Sdk;

namespace Foresight.Plugins.Reading;

/// <summary>
/// An indicator as part of a sentence. Swedish verbs and the English past tense do not bend with the subject's number, so any
/// name that is a subject fits.
/// </summary>
internal static class IndicatorWording
{
    /// <summary>The name, with our place where the name does not hold it: "Utsläppen av växthusgaser i Vänersborg".</summary>
    public static string Subject(Indicator indicator, Place home, string language)
    {
        var name = Phrases.Capitalised(indicator.Name.In(language));
        var place = home.Name.In(language);
        return name.Contains(place, StringComparison.OrdinalIgnoreCase) ? name
            : Phrases.IsSwedish(language) ? $"{name} i {place}" : $"{name} in {place}";
    }

    public static string Number(double value, Indicator indicator, string language) => Wording.Number(value, language, indicator.Decimals);

    /// <summary>A value with its unit in short: the whole that a share is of stands in the chart, and a unit that the name tells is not said again.</summary>
    public static string Level(double value, Indicator indicator, string language)
    {
        var unit = indicator.Unit.In(language);
        return TellsUnit(indicator, language) ? Number(value, indicator, language)
            : Phrases.WithUnit(value, indicator with { Unit = new LocalText(ShortUnit(unit), ShortUnit(unit)) }, language);
    }

    /// <summary>A value beside one whose unit was told: only a share says again that it is one.</summary>
    public static string Beside(double value, Indicator indicator, string language) =>
        Judgement.IsShare(indicator) ? Level(value, indicator, language) : Number(value, indicator, language);

    /// <summary>Whether the name holds the unit, as "balanstalet" does "balanstal".</summary>
    public static bool TellsUnit(Indicator indicator, string language) =>
        indicator.Name.In(language).Contains(indicator.Unit.In(language), StringComparison.OrdinalIgnoreCase);

    /// <summary>From where to where and when: "från 43 procent 2010 till 31 procent 2022", "från 7,19 till 7,90 ton mellan 2015 och 2022".</summary>
    public static string Course(Figure start, Figure end, Indicator indicator, string language)
    {
        var (from, to) = (start.Value!.Value, end.Value!.Value);
        var (since, until) = (Wording.Of(start.Period, language), Wording.Of(end.Period, language));
        return (Phrases.IsSwedish(language), Judgement.IsShare(indicator)) switch
        {
            (true, true) => $"från {Level(from, indicator, language)} {since} till {Level(to, indicator, language)} {until}",
            (true, false) => $"från {Number(from, indicator, language)} till {Level(to, indicator, language)} mellan {since} och {until}",
            (false, true) => $"from {Level(from, indicator, language)} in {since} to {Level(to, indicator, language)} in {until}",
            (false, false) => $"from {Number(from, indicator, language)} to {Level(to, indicator, language)} between {since} and {until}",
        };
    }

    /// <summary>The verb of a change; one within the series' own noise is told as two levels, neither a rise nor a fall.</summary>
    public static string Verb(double change, bool marked, string language) => (Phrases.IsSwedish(language), marked, change > 0) switch
    {
        (true, false, _) => "gick",
        (true, true, true) => "ökade",
        (true, true, false) => "minskade",
        (false, false, _) => "went",
        (false, true, true) => "rose",
        (false, true, false) => "fell",
    };

    /// <summary>"låg 2022 på 31 procent".</summary>
    public static string Stood(Figure figure, Indicator indicator, string language)
    {
        var level = Level(figure.Value!.Value, indicator, language);
        var when = Wording.Of(figure.Period, language);
        return Phrases.IsSwedish(language) ? $"låg {when} på {level}" : $"stood at {level} in {when}";
    }

    // "procent av 16–84 år" is "procent" in a sentence: the name says of what.
    private static string ShortUnit(string unit) =>
        Array.Find(["procent", "per cent"], share => unit.StartsWith(share + " ", StringComparison.Ordinal)) ?? unit;
}
