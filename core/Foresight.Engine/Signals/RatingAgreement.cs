using Foresight.Engine.Classify.Labelling;
using Foresight.Engine.Store;

namespace Foresight.Engine.Signals;

/// <summary>How far people's ratings agree beyond chance (Krippendorff's alpha for ordinal data), over the signals that two or more have rated.</summary>
/// <param name="Signals">How many signals two or more have rated, on impact or likelihood.</param>
/// <param name="Impact">On impact: 1 is agreement, 0 what chance gives; null with fewer than two such signals, or where nothing could differ.</param>
/// <param name="Likelihood">On likelihood, as <paramref name="Impact"/>.</param>
public sealed record RatingAgreement(int Signals, double? Impact, double? Likelihood)
{
    private const int Least = 2;

    /// <summary>The agreement on some signals.</summary>
    public static RatingAgreement Of(IReadOnlyList<KnownSignal> signals)
    {
        ArgumentNullException.ThrowIfNull(signals);
        var (impact, likelihood) = (Units(signals, rating => rating.Impact), Units(signals, rating => rating.Likelihood));
        return new RatingAgreement(
            signals.Count(signal => signal.Ratings.Impact is { People: > 1 } || signal.Ratings.Likelihood is { People: > 1 }), Alpha(impact), Alpha(likelihood));
    }

    private static List<IReadOnlyList<int>> Units(IReadOnlyList<KnownSignal> signals, Func<RatingRow, int?> question) =>
        [.. signals.Select(signal => (IReadOnlyList<int>)[.. signal.Ratings.People.Select(question).OfType<int>()]).Where(unit => unit.Count > 1)];

    private static double? Alpha(List<IReadOnlyList<int>> units) => units.Count < Least ? null : Agreement.OrdinalAlpha(units);
}
