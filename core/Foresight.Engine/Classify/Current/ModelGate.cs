using Foresight.Engine.Classify.Judging;

namespace Foresight.Engine.Classify.Current;

/// <summary>
/// Whether a new model may take the place of the one that judges: it must win or tie. It ties where its micro F1 is at most <see cref="Tolerance"/>
/// below the best that a model of this store had on the same test, so that many small losses cannot add up, and the difference to the one
/// that judges is not surely a loss (95 % of the draws of the same texts).
/// </summary>
internal static class ModelGate
{
    /// <summary>What counts as the same figure: the change of a handful of decisions on some hundred texts.</summary>
    public const double Tolerance = 0.005;

    private const double Rounding = 1e-9;

    /// <summary>Compares by the fixed test.</summary>
    /// <param name="fresh">The new model's version and its verdicts.</param>
    /// <param name="old">Those of the one that judges.</param>
    /// <param name="units">What of the texts belongs together: a text and its translation are drawn together.</param>
    /// <param name="best">The best figure on this test so far; null where none is known.</param>
    public static ModelComparison Compare(
        (string Version, Decisions Decisions) fresh, (string Version, Decisions Decisions) old, IReadOnlyList<int> units, double? best)
    {
        var (f1, before) = (Whole(fresh.Decisions).MicroF1, Whole(old.Decisions).MicroF1);
        var draws = Bootstrap.Units(units, times => new Tally(fresh.Decisions, times).MicroF1 - new Tally(old.Decisions, times).MicroF1);
        var difference = Bootstrap.Middle(draws);
        var taken = f1 >= Math.Max(before, best ?? before) - Tolerance - Rounding && difference.High >= 0;
        return new ModelComparison(old.Version, taken, GateWords.Compared(fresh.Version, old.Version, taken, fresh.Decisions.Texts, f1, before, difference, best))
        {
            New = f1,
            Old = before,
            Difference = difference,
        };
    }

    /// <summary>Compares by held-out figures, where there is no fixed test.</summary>
    public static ModelComparison CompareHeldOut(ModelRecord fresh, ModelRecord old)
    {
        var (f1, before) = (fresh.Card.MicroF1, old.Card.MicroF1);
        var taken = f1 >= before - Tolerance - Rounding;
        return new ModelComparison(old.Version, taken, GateWords.HeldOut(fresh.Version, old.Version, taken, f1, before)) { New = f1, Old = before };
    }

    private static Tally Whole(Decisions decisions) => new(decisions, Enumerable.Repeat(1, decisions.Texts).ToArray());
}
