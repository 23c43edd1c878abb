using Foresight.Engine.Classify.Labelling;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>Gathers signals under a cluster, a trend or a driver of people's own. Every version is kept; a machine never gathers.</summary>
/// <param name="book">The register.</param>
/// <param name="append">Stores versions: <see cref="TableStore.AppendGatheringsAsync"/>.</param>
/// <param name="clock">The clock.</param>
public sealed class GatheringBook(SignalBook book, Func<IReadOnlyList<GatheringRow>, CancellationToken, Task> append, TimeProvider clock)
{
    /// <summary>Raises a new gathering, or changes or withdraws one: a new version of the same id.</summary>
    /// <param name="id">The gathering; null for a new one, whose id comes from its name.</param>
    /// <param name="person">Who: see <see cref="PersonName"/>.</param>
    /// <param name="asked">What is wanted.</param>
    /// <param name="cancellationToken">Stops before it is stored.</param>
    /// <exception cref="ConfigurationException">The person cannot be stored, or what is wanted makes no sense; says everything.</exception>
    public async Task<KnownSignal> RaiseAsync(string? id, string? person, Raising asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var all = await book.ReadAsync().ConfigureAwait(false);
        var before = id is null ? null : Changeable(SignalBook.Find(id, all));
        List<string> problems = PersonName.ProblemOf(person) is { } problem ? [problem] : [];
        var members = Members(asked.Signals, all, problems) ?? before?.Members ?? [];
        problems.AddRange(RaisingCheck.Problems(asked, before));
        if (problems.Count > 0)
            throw new ConfigurationException(problems);
        var row = asked.Withdraws ? before! with { Kept = false, Note = asked.Note } : Changed(asked, before, members);
        var known = all.ToDictionary(signal => signal.Key, StringComparer.Ordinal);
        var earlier = known.GetValueOrDefault($"{GatheringRow.People}:{row.Id}")?.Raised;
        problems.AddRange(asked.Withdraws ? [] : MemberCheck.Problems(row, [.. members.Select(key => known[key])], known));
        if (before is null && earlier is { Kept: true })
            problems.Add($"'{row.Id}' is there already: 'foresight signals raise {row.Id} …' changes it; or choose another name.");
        if (before is { Kept: true } && row.Kept && row.ContentHash == before.ContentHash && row.Note == before.Note)
            problems.Add($"'{row.Id}' says that already: nothing is changed.");
        if (problems.Count > 0)
            throw new ConfigurationException(problems);
        row = row with
        {
            Person = PersonName.Read(person),
            RaisedAt = SignalRegister.Later(clock.GetUtcNow(), earlier?.RaisedAt),
            MemberHashes = asked.Signals is null && before is not null ? before.MemberHashes : [.. members.Select(key => known[key].Versions[0].ContentHash)],
        };
        await append([row], cancellationToken).ConfigureAwait(false);
        return await book.FindAsync($"{GatheringRow.People}:{row.Id}").ConfigureAwait(false);
    }

    private static GatheringRow Changeable(KnownSignal signal) => signal.Raised
        ?? throw new ConfigurationException([$"'{signal.Id}' was found by the analysis {signal.Analysis}, and only what people raised is changed here; 'foresight signals rate {signal.Id}' says what you think of it."]);

    // All that cannot be found is told at once.
    private static IReadOnlyList<string>? Members(IReadOnlyList<string>? ids, IReadOnlyList<KnownSignal> all, List<string> problems)
    {
        if (ids is null)
            return null;
        var found = new List<string>();
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            try
            {
                found.Add(SignalBook.Find(id, all).Key);
            }
            catch (ConfigurationException unknown)
            {
                problems.AddRange(unknown.Problems);
            }
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private static GatheringRow Changed(Raising asked, GatheringRow? before, IReadOnlyList<string> members)
    {
        var name = asked.Name?.Trim() is { } given ? new LocalText(given, asked.NameInEnglish?.Trim() ?? given)
            : before!.Name with { En = asked.NameInEnglish?.Trim() ?? before.Name.En };
        var (level, steep) = (asked.Level ?? before!.Level, asked.Steep ?? before?.Steep);
        return new GatheringRow(before?.Id ?? Gathering.IdOf(name.Sv), default, "", Kept: true, level, name, Gathering.HashOf(level, name, steep, members))
        {
            Steep = steep,
            Members = members,
            Note = asked.Note ?? before?.Note,
        };
    }
}
