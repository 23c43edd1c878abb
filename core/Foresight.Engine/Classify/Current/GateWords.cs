using Foresight.Sdk;

namespace Foresight.Engine.Classify.Current;

/// <summary>Why a new model judges from now on, or why it does not.</summary>
internal static class GateWords
{
    private const string AllTheSame = "'foresight classify train --force'";

    public static LocalText Compared(string fresh, string old, bool taken, int texts, double f1, double before, Interval difference, double? best)
    {
        var (sv, en) = (
            $"på testets {texts} texter når den F1 {F(f1, "sv")} och modellen före ({old}) {F(before, "sv")} (skillnad {Signed(f1 - before, "sv")}, 95 %: {Signed(difference.Low, "sv")} till {Signed(difference.High, "sv")})",
            $"on the {texts} texts of the fixed test it reaches micro F1 {F(f1, "en")} and the one before ({old}) {F(before, "en")} (difference {Signed(f1 - before, "en")}, 95 %: {Signed(difference.Low, "en")} to {Signed(difference.High, "en")})");
        if (!taken && best > before)
            (sv, en) = (sv + $"; det bästa hittills är {F(best.Value, "sv")}", en + $"; the best so far is {F(best.Value, "en")}");
        return Sentence(fresh, taken, sv, en);
    }

    public static LocalText HeldOut(string fresh, string old, bool taken, double f1, double before) => Sentence(
        fresh, taken,
        $"ett fast test saknas; på undanhållna delar av sina egna texter når den F1 {F(f1, "sv")} och modellen före ({old}) {F(before, "sv")}",
        $"there is no fixed test; on held-out parts of its own texts it reaches micro F1 {F(f1, "en")} and the one before ({old}) {F(before, "en")}");

    public static LocalText First { get; } = new("Det fanns ingen modell att jämföra med.", "There was no model to compare with.");

    public static LocalText Same { get; } = new(
        "Den är gjord av detsamma som modellen före, så det finns inget att jämföra.",
        "It is made from the same as the one before, so there is nothing to compare.");

    public static LocalText OtherAreas(string old) => new(
        $"Fokusområdena eller deras ämnen har ändrats sedan modellen {old} tränades, så det finns inget att jämföra.",
        $"The focus areas or their topics have changed since model {old} was trained, so there is nothing to compare.");

    public static LocalText Unreadable(string old) => new(
        $"Modellen före ({old}) kunde inte läsas, så det finns inget att jämföra.",
        $"The model before ({old}) could not be read, so there is nothing to compare.");

    public static LocalText Forced(LocalText why) => new(
        $"Den togs ändå, på begäran. {why.Sv}",
        $"It was taken all the same, as asked. {why.En}");

    private static LocalText Sentence(string fresh, bool taken, string sv, string en) => taken
        ? new($"Modellen {fresh} bedömer från och med nu: {sv}.", $"Model {fresh} judges from now on: {en}.")
        : new($"Den nytränade modellen {fresh} används inte: {sv}. {AllTheSame} tar den ändå.", $"The newly trained model {fresh} is not used: {en}. {AllTheSame} takes it all the same.");

    private static string F(double value, string language) => Wording.Number(value, language, 3);

    private static string Signed(double value, string language) => (value > 0 ? "+" : "") + F(value, language);
}
