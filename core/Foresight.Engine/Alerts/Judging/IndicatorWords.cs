using Foresight.Engine.Alerts.Grammar;
using Foresight.Sdk;

namespace Foresight.Engine.Alerts.Judging;

/// <summary>Words what was judged of an indicator.</summary>
internal sealed class IndicatorWords(Indicator indicator)
{
    public Judged NotStored(DateOnly today) => Judged.CannotTell(
        "", today, $"{Name("sv")}: inga värden för oss finns i lagret.", $"{Name("en")}: no figures of ours are in the store.");

    public Judged NoValue(IndicatorFigure figure) => Cannot(figure, "har inget värde", "has no value");

    public Judged Rolling(IndicatorFigure figure, int years) => Judged.CannotTell(
        figure.Period.Text, default,
        $"{Name("sv")} är ett rullande medelvärde över {years} år: närmare år kan inte jämföras.",
        $"{Name("en")} is a rolling mean over {years} years: years closer to each other cannot be compared.");

    public Judged NothingBefore(IndicatorFigure figure, DateOnly start, int monthsApart)
    {
        var missing = monthsApart == 12 ? Period.Year(start.Year) : Period.Month(start.Year, start.Month);
        return Judged.CannotTell(
            figure.Period.Text, default,
            $"{Name("sv")}: värdet för {Wording.Of(missing, "sv")} saknas, så {Wording.Of(figure.Period, "sv")} kan inte jämföras.",
            $"{Name("en")}: the figure of {Wording.Of(missing, "en")} is missing, so {Wording.Of(figure.Period, "en")} cannot be compared.");
    }

    public Judged Broken(IndicatorFigure figure, int year) => Judged.CannotTell(
        figure.Period.Text, default,
        $"{Name("sv")}: från {year} är värdena inte jämförbara med dem före.",
        $"{Name("en")}: from {year} figures are not comparable with those before.");

    public Judged ZeroBefore(IndicatorFigure figure, IndicatorFigure earlier) => Judged.CannotTell(
        figure.Period.Text, default,
        $"{Name("sv")}: värdet för {Wording.Of(earlier.Period, "sv")} är noll, så ingen procentuell förändring finns.",
        $"{Name("en")}: the figure of {Wording.Of(earlier.Period, "en")} is zero, so that there is no change in per cent.");

    public Judged OtherFrequency(IndicatorFigure figure) => Judged.CannotTell(
        figure.Period.Text, default,
        $"{Name("sv")}: värdena kommer inte så ofta som regeln räknar.",
        $"{Name("en")}: figures do not come as often as the rule counts.");

    public Judged FewPeers(IndicatorFigure figure, int known, int all) => Judged.CannotTell(
        figure.Period.Text, default,
        $"{Name("sv")}: bara {known} av {all} jämförbara kommuner har värde för {Wording.Of(figure.Period, "sv")}.",
        $"{Name("en")}: only {known} of {all} peers have a figure of {Wording.Of(figure.Period, "en")}.");

    public LocalText Changed(IndicatorChange change, IndicatorFigure earlier, IndicatorFigure figure, double difference) => new(
        $"{Name("sv")} {(change.Falls ? "minskade" : "ökade")} från {Value(earlier.Value!.Value, "sv")} ({Wording.Of(earlier.Period, "sv")}) till {Value(figure.Value!.Value, "sv")} {indicator.Unit.Sv} ({Wording.Of(figure.Period, "sv")}){By(change, difference, "sv")}.",
        $"{Name("en")} {(change.Falls ? "fell" : "rose")} from {Value(earlier.Value!.Value, "en")} ({Wording.Of(earlier.Period, "en")}) to {Value(figure.Value!.Value, "en")} {indicator.Unit.En} ({Wording.Of(figure.Period, "en")}){By(change, difference, "en")}.");

    public LocalText Beyond(IndicatorLevel level, IndicatorFigure figure, int count) => new(
        $"{Name("sv")} är {Value(figure.Value!.Value, "sv")} {indicator.Unit.Sv} ({Wording.Of(figure.Period, "sv")}), {(level.Above ? "över" : "under")} {Value(level.Value, "sv")}{(count > 1 ? $" i {count} värden i rad" : "")}.",
        $"{Name("en")} is {Value(figure.Value!.Value, "en")} {indicator.Unit.En} ({Wording.Of(figure.Period, "en")}), {(level.Above ? "above" : "below")} {Value(level.Value, "en")}{(count > 1 ? $" in {count} figures in a row" : "")}.");

    public LocalText OffTarget(IndicatorFigure figure, double goal, double distance, double bound) => new(
        $"{Name("sv")} är {Value(figure.Value!.Value, "sv")} {indicator.Unit.Sv} ({Wording.Of(figure.Period, "sv")}), {Value(distance, "sv")} från målet {Value(goal, "sv")} (gräns {Value(bound, "sv")}).",
        $"{Name("en")} is {Value(figure.Value!.Value, "en")} {indicator.Unit.En} ({Wording.Of(figure.Period, "en")}), {Value(distance, "en")} from the target of {Value(goal, "en")} (bound {Value(bound, "en")}).");

    public LocalText OutsidePeers(IndicatorFigure figure, double low, double high, int peers) => new(
        $"{Name("sv")} är {Value(figure.Value!.Value, "sv")} {indicator.Unit.Sv} ({Wording.Of(figure.Period, "sv")}), {(figure.Value < low ? "under" : "över")} alla {peers} jämförbara kommuner ({Value(low, "sv")}–{Value(high, "sv")}).",
        $"{Name("en")} is {Value(figure.Value!.Value, "en")} {indicator.Unit.En} ({Wording.Of(figure.Period, "en")}), {(figure.Value < low ? "below" : "above")} all {peers} peers ({Value(low, "en")}–{Value(high, "en")}).");

    private Judged Cannot(IndicatorFigure figure, string sv, string en) => Judged.CannotTell(
        figure.Period.Text, default, $"{Name("sv")}: {Wording.Of(figure.Period, "sv")} {sv}.", $"{Name("en")}: {Wording.Of(figure.Period, "en")} {en}.");

    private static string By(IndicatorChange change, double difference, string language) =>
        change.Percent ? ", " + Wording.WithSign(difference, language, 1) + (language == "sv" ? "\u00A0%" : "%") : "";

    private string Value(double value, string language) =>
        Wording.Number(value, language, Math.Max(indicator.Decimals, value == Math.Round(value, indicator.Decimals) ? indicator.Decimals : 2));

    private string Name(string language)
    {
        var name = indicator.Name.In(language);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
