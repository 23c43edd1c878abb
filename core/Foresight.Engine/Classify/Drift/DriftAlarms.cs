using Foresight.Engine.Classify.Current;
using Foresight.Sdk;

namespace Foresight.Engine.Classify.Drift;

/// <summary>What is past its bound, a sentence each.</summary>
internal static class DriftAlarms
{
    public static IEnumerable<LocalText> Of(DriftMonth? month, Policy policy)
    {
        if (month is null)
            yield break;
        if (month.Words is { } words && words >= DriftBounds.Words)
        {
            yield return new LocalText(
                $"Texterna från {month.Month} använder andra ord än tidigare (Jensen–Shannon-avstånd {F(words, "sv")}, gräns {F(DriftBounds.Words, "sv")}): modellens säkerhet kan ha ändrats.",
                $"The texts of {month.Month} use other words than before (Jensen–Shannon divergence {F(words, "en")}, bound {F(DriftBounds.Words, "en")}): the model may be less right than it says.");
        }

        if (month.UnknownBefore is { } before && month.Unknown - before >= DriftBounds.Unknown)
        {
            yield return new LocalText(
                $"Av orden i texterna från {month.Month} saknas {Wording.Percent(month.Unknown, "sv")} i de märkta texterna, tidigare {Wording.Percent(before, "sv")}: modellen känner dem sämre.",
                $"Of the words in the texts of {month.Month} {Wording.Percent(month.Unknown, "en")} are not in the labelled texts, before {Wording.Percent(before, "en")}: the model knows them less.");
        }

        var areas = policy.FocusAreas.Where(area => month.Areas.GetValueOrDefault(area.Id) is { Scores: { } index, Chance: { } chance } && index >= DriftBounds.Scores && index > chance).ToArray();
        if (areas.Length > 0)
        {
            yield return new LocalText(
                $"Modellens sannolikheter för texterna från {month.Month} skiljer sig från tidigare för {Names(areas, "sv")} (stabilitetsindex från {F(DriftBounds.Scores, "sv")}): världen, källorna eller modellens träffsäkerhet har ändrats.",
                $"The model's probabilities for the texts of {month.Month} differ from those before for {Names(areas, "en")} (stability index from {F(DriftBounds.Scores, "en")} on): the world, the sources or how right the model is have changed.");
        }
    }

    public static IEnumerable<LocalText> Of(Parity? parity)
    {
        if (parity is { IsPast: true })
        {
            yield return new LocalText(
                $"Modellen bedömer inte svenska och engelska lika: F1 {F(parity.Swedish, "sv")} och {F(parity.English, "sv")} på samma texter (gräns {F(DriftBounds.Parity, "sv")}).",
                $"The model does not judge Swedish and English alike: F1 {F(parity.Swedish, "en")} and {F(parity.English, "en")} on the same texts (bound {F(DriftBounds.Parity, "en")}).");
        }
    }

    private static string Names(FocusArea[] areas, string language) => string.Join(", ", areas.Select(area => area.ShortName.In(language).ToLowerInvariant()));

    private static string F(double value, string language) => Wording.Number(value, language, 2);
}
