using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>What people say of a signal, together: middles and spreads, and where they differ.</summary>
public sealed record PeoplesRatings
{
    /// <summary>The note of a rating that takes back all that the person said before.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>Of each person the latest word on each question, by the time of the last of them.</summary>
    public required IReadOnlyList<RatingRow> People { get; init; }

    /// <summary>Everything that was said, in its order.</summary>
    public required IReadOnlyList<RatingRow> All { get; init; }

    /// <summary>How much it would matter, 1 to 5.</summary>
    public Spread? Impact => Spread.Of(People.Select(rating => rating.Impact));

    /// <summary>How likely it is, 1 to 5.</summary>
    public Spread? Likelihood => Spread.Of(People.Select(rating => rating.Likelihood));

    /// <summary>When it would matter: 0 for the nearest horizon, 3 for the farthest.</summary>
    public Spread? Horizon => Spread.Of(People.Select(rating => (int?)rating.Horizon));

    /// <summary>Who confirms it.</summary>
    public IReadOnlyList<string> ConfirmedBy => [.. People.Where(rating => rating.Confirms == true).Select(rating => rating.Person)];

    /// <summary>Who turns it down.</summary>
    public IReadOnlyList<string> TurnedDownBy => [.. People.Where(rating => rating.Confirms == false).Select(rating => rating.Person)];

    /// <summary>Whether people differ: two steps or more on a question, or one confirms what another turns down.</summary>
    public bool IsContested => ContestedOn.Count > 0;

    /// <summary>What they differ on: <c>impact</c>, <c>likelihood</c>, <c>horizon</c>, <c>confirmation</c>.</summary>
    public IReadOnlyList<string> ContestedOn =>
    [
        .. new[] { ("impact", Impact), ("likelihood", Likelihood), ("horizon", Horizon) }.Where(question => question.Item2 is { IsContested: true }).Select(question => question.Item1),
        .. ConfirmedBy.Count > 0 && TurnedDownBy.Count > 0 ? ["confirmation"] : Array.Empty<string>(),
    ];

    /// <summary>The level that the last person to confirm it gave; null where nobody confirms it or the machine's stands.</summary>
    public SignalLevel? Level => People.LastOrDefault(rating => rating is { Confirms: true, Level: not null })?.Level;

    /// <summary>What was said of one signal.</summary>
    /// <param name="said">The ratings, in their order.</param>
    public static PeoplesRatings Of(IEnumerable<RatingRow> said)
    {
        RatingRow[] all = [.. said];
        return new PeoplesRatings
        {
            All = all,
            People = [.. all.GroupBy(rating => rating.Person, StringComparer.Ordinal).Select(Together).OfType<RatingRow>().OrderBy(rating => rating.RatedAt).ThenBy(rating => rating.Person, StringComparer.Ordinal)],
        };
    }

    /// <summary>Whether a rating takes back what was said before.</summary>
    public static bool IsWithdrawal(RatingRow rating) =>
        rating is { Impact: null, Likelihood: null, Horizon: null, Level: null, Confirms: null, Note: Withdrawn };

    // A later word on one question leaves the others standing.
    private static RatingRow? Together(IEnumerable<RatingRow> said) => said.Aggregate((RatingRow?)null, (before, rating) =>
        IsWithdrawal(rating) ? null
        : before is null ? rating
        : rating with
        {
            Impact = rating.Impact ?? before.Impact,
            Likelihood = rating.Likelihood ?? before.Likelihood,
            Horizon = rating.Horizon ?? before.Horizon,
            Level = rating.Level ?? before.Level,
            Confirms = rating.Confirms ?? before.Confirms,
            Note = rating.Note ?? before.Note,
        });
}
