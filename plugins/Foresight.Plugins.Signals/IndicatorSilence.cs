using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>Why an indicator has no finding, in a sentence for readers.</summary>
internal static class IndicatorSilence
{
    public static Silence Of(IndicatorFigures figures, Indicator indicator, bool left) =>
        new("indicator/" + indicator.Id, indicator.FocusAreas.Count == 0 ? null : indicator.FocusAreas[0], Sentence(figures, indicator, Reason(figures, indicator, left)));

    /// <summary>What the policy says of areas that nothing measures.</summary>
    public static IEnumerable<Silence> NotMeasured(Policy policy) =>
        policy.FocusAreas.Where(area => area.NotMeasured is not null).Select(area => new Silence("area/" + area.Id, area.Id, area.NotMeasured!));

    private static LocalText Reason(IndicatorFigures figures, Indicator indicator, bool left)
    {
        var present = figures.Present(figures.Home);
        return left ? new LocalText(
                "uppgiften är ett underlag för andra tal och läses inte för sig", "the figure only weighs other figures and is not read by itself")
            : present.Count == 0 ? new LocalText("det finns inga uppgifter i lagret", "there are no figures in the store")
            : indicator.Kinds.HasFlag(SeriesKinds.FewPoints) || present.Count == 1 ? new LocalText(
                "serien har för få år för att visa en trend", "the series has too few years to show a trend")
            : indicator.Kinds.HasFlag(SeriesKinds.Noisy) ? new LocalText(
                "värdet varierar för mycket från år till år för att en ändring ska kunna läsas ut", "the value varies too much from year to year to tell a change")
            : figures.MedianAt(present[^1].Period) is null ? new LocalText(
                "värdet har inte rört sig mer än det brukar, och det finns inga jämförbara uppgifter om andra", "it has moved no more than usual, and there are no comparable figures of others")
            : new LocalText(
                $"värdet har inte rört sig mer än det brukar och skiljer sig inte tydligt från nivån {PeerWording.Within(figures, "sv")}",
                $"it has moved no more than usual and does not differ clearly from the level {PeerWording.Within(figures, "en")}");
    }

    private static LocalText Sentence(IndicatorFigures figures, Indicator indicator, LocalText reason)
    {
        // The note tells why a series is noisy, where the policy knows.
        var note = indicator.Kinds.HasFlag(SeriesKinds.Noisy) ? indicator.Note : null;
        return new LocalText(Text("sv"), Text("en"));

        string Text(string language) =>
            $"{IndicatorWording.Subject(indicator, figures.Home, language)}: {reason.In(language)}." + (note is null ? "" : " " + note.In(language));
    }
}
