using Foresight.Engine.Classify.Labelling;
using Foresight.Engine.Policies;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>The register to read in, and what people say of signals to be recorded. Nothing that was said is ever changed.</summary>
/// <param name="tables">The store's tables.</param>
/// <param name="append">Stores ratings: <see cref="TableStore.AppendRatingsAsync"/>.</param>
/// <param name="clock">The clock.</param>
public sealed class SignalBook(ITables tables, Func<IReadOnlyList<RatingRow>, CancellationToken, Task> append, TimeProvider clock)
{
    private const int Greatest = 5;
    private const int LongestNote = 2000;

    /// <summary>All signals that were ever found and all that people gathered of them, those that are found now first, then by weight.</summary>
    public Task<IReadOnlyList<KnownSignal>> ReadAsync() => ReadAsync(tables);

    /// <summary>The same for those who only read.</summary>
    public static async Task<IReadOnlyList<KnownSignal>> ReadAsync(ITables tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var ratings = (await StoredRatings.AllAsync(tables).ConfigureAwait(false)).ToLookup(rating => (rating.Analysis, rating.SignalId));
        var found = (await SignalVersion.AllAsync(tables).ConfigureAwait(false)).GroupBy(row => (row.Analysis, row.Signal.Id))
            .Select(versions => new KnownSignal([.. versions], PeoplesRatings.Of(ratings[versions.Key]))).ToList();
        return
        [
            .. GatheredSignals.With(found, await StoredGatherings.AllAsync(tables).ConfigureAwait(false), ratings)
                .OrderByDescending(signal => signal.IsFound).ThenByDescending(signal => signal.Signal.Weight).ThenByDescending(signal => signal.Raised is not null).ThenBy(signal => signal.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The signal of that id.</summary>
    /// <param name="id">The id; where several analyses have it, <c>ANALYSIS:ID</c>.</param>
    /// <exception cref="ConfigurationException">There is none, or several.</exception>
    public async Task<KnownSignal> FindAsync(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Find(id, await ReadAsync().ConfigureAwait(false));
    }

    /// <summary>The signal of that id among those that were read.</summary>
    /// <exception cref="ConfigurationException">There is none, or several.</exception>
    internal static KnownSignal Find(string id, IReadOnlyList<KnownSignal> all)
    {
        var fitting = all.Where(signal => signal.Id == id || signal.Key == id).ToList();
        return fitting switch
        {
            [var one] => one,
            [] when all.Count == 0 => throw new ConfigurationException(["No signal has been found in this store yet; 'foresight analyse' looks for them."]),
            [] => throw new ConfigurationException([$"There is no signal '{id}'{Nearest.Hint(id, all.Select(signal => signal.Id))}; 'foresight signals list' shows them."]),
            _ => throw new ConfigurationException([$"Several analyses have a signal '{id}': name one as {string.Join(" or ", fitting.Select(signal => signal.Key))}."]),
        };
    }

    /// <summary>Records what a person says of a signal.</summary>
    /// <param name="signal">The signal, as it was read.</param>
    /// <param name="person">Who: see <see cref="PersonName"/>.</param>
    /// <param name="opinion">What is said; what is left open keeps what the person said before.</param>
    /// <param name="cancellationToken">Stops before it is stored.</param>
    /// <exception cref="ConfigurationException">The person cannot be stored, or what is said makes no sense; says everything.</exception>
    public async Task<KnownSignal> RateAsync(KnownSignal signal, string? person, Opinion opinion, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signal);
        ArgumentNullException.ThrowIfNull(opinion);
        var problems = Problems(opinion).ToList();
        if (PersonName.ProblemOf(person) is { } problem)
            problems.Add(problem);
        if (problems.Count > 0)
            throw new ConfigurationException(problems);
        var name = PersonName.Read(person);
        var rating = new RatingRow(signal.Analysis, signal.Id, name, SignalRegister.Later(clock.GetUtcNow(), signal.Ratings.All is [.., var last] ? last.RatedAt : null))
        {
            Impact = opinion.Impact,
            Likelihood = opinion.Likelihood,
            Horizon = opinion.Horizon,
            Level = opinion.Level,
            Confirms = opinion.Confirms,
            Note = opinion.Withdraws ? PeoplesRatings.Withdrawn : opinion.Note,
            ContentHash = signal.Versions[0].ContentHash,
        };
        await append([rating], cancellationToken).ConfigureAwait(false);
        return signal with { Ratings = PeoplesRatings.Of([.. signal.Ratings.All, rating]) };
    }

    private static IEnumerable<string> Problems(Opinion opinion)
    {
        if (opinion.Impact is < 1 or > Greatest)
            yield return $"--impact {opinion.Impact}: give 1 (hardly matters) to {Greatest} (matters very much).";
        if (opinion.Likelihood is < 1 or > Greatest)
            yield return $"--likelihood {opinion.Likelihood}: give 1 (hardly likely) to {Greatest} (nearly certain).";
        if (opinion.Note is { Length: > LongestNote })
            yield return $"--note is {opinion.Note.Length} letters long; {LongestNote} are kept.";
        if (opinion.Withdraws && opinion with { Withdraws = false } != new Opinion())
            yield return "--withdraw takes back all that you said of it: leave the others out.";
        if (opinion == new Opinion())
            yield return "Nothing is said: give --impact, --likelihood, --horizon, --level, --confirm, --reject, --note or --withdraw.";
        if (opinion is { Level: not null, Confirms: false })
            yield return "--level with --reject: a finding that is turned down has no level; leave one of them out.";
    }
}
