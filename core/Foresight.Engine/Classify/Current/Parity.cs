using Foresight.Engine.Classify.Judging;

namespace Foresight.Engine.Classify.Current;

/// <summary>Whether a model judges Swedish and English alike: micro F1 on texts that are translations of each other.</summary>
/// <param name="Swedish">Micro F1 on the Swedish texts.</param>
/// <param name="English">Micro F1 on the English ones.</param>
/// <param name="Difference">95 % of what Swedish minus English could be on other pairs of the kind.</param>
public sealed record Parity(double Swedish, double English, Interval Difference)
{
    /// <summary>From here on the difference is told as a fault.</summary>
    public const double Bound = 0.04;

    /// <summary>Whether the difference is past its bound.</summary>
    public bool IsPast => Math.Abs(Swedish - English) >= Bound;

    /// <summary>Counts; null where one of the languages has no text.</summary>
    /// <param name="decisions">The decisions.</param>
    /// <param name="language">The language of each text.</param>
    /// <param name="units">The pair of each text: both are drawn, or none.</param>
    internal static Parity? Of(Decisions decisions, IReadOnlyList<string?> language, IReadOnlyList<int> units)
    {
        if (!language.Contains("sv") || !language.Contains("en"))
            return null;
        var all = Enumerable.Repeat(1, decisions.Texts).ToArray();
        var draws = Bootstrap.Units(units, times => F1("sv", times) - F1("en", times));
        return new Parity(F1("sv", all), F1("en", all), Bootstrap.Middle(draws));

        double F1(string of, int[] times) => new Tally(decisions, [.. times.Select((n, text) => language[text] == of ? n : 0)]).MicroF1;
    }
}
