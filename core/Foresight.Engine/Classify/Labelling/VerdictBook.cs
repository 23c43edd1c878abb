using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Classify.Labelling;

/// <summary>Records what people say of documents. Nothing that was said is ever changed.</summary>
/// <param name="policy">Its areas may be said.</param>
/// <param name="topics">These may be said too.</param>
/// <param name="tables">The store's tables.</param>
/// <param name="append">Stores verdicts: <see cref="TableStore.AppendPersonVerdictsAsync"/>.</param>
/// <param name="clock">The clock.</param>
public sealed class VerdictBook(
    Policy policy, IReadOnlySet<string> topics, ITables tables, Func<IReadOnlyList<PersonVerdictRow>, CancellationToken, Task> append, TimeProvider clock)
{
    /// <summary>The focus areas, in the policy's order: the keys of a terminal.</summary>
    public IReadOnlyList<FocusArea> Areas => policy.FocusAreas;

    /// <summary>The labels that may be said, the areas first.</summary>
    public IReadOnlyList<string> Known { get; } = Saying.Known(policy, topics);

    /// <summary>Finds documents by how people name them.</summary>
    public LabelDocuments Documents { get; } = new(tables, policy.FocusAreas);

    /// <summary>Records what a person says of a document.</summary>
    /// <param name="document">The document, in the revision that was read.</param>
    /// <param name="person">Who: see <see cref="PersonName"/>.</param>
    /// <param name="saying">What is said.</param>
    /// <param name="seen">The model whose verdict the person saw before; null where none was shown.</param>
    /// <param name="cancellationToken">Stops before it is stored.</param>
    /// <exception cref="ConfigurationException">The person cannot be stored, or a label is unknown.</exception>
    public async Task<PersonVerdictRow> SayAsync(LabelDocument document, string person, Saying saying, string? seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(saying);
        var unknown = saying.Labels.Where(label => !Known.Contains(label)).ToList();
        if (unknown.Count > 0)
            throw new ConfigurationException([.. unknown.Select(label => $"The label '{label}' is unknown; known are {string.Join(", ", Known)}.")]);
        var row = new PersonVerdictRow(document.Source, document.ItemId, document.Revision, PersonName.Read(person), default, saying.Labels)
        {
            Unsure = saying.Unsure,
            Note = saying.Note,
            ModelVersion = seen,
        };
        return (await StoreAsync([row], cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Takes a person's latest verdict on a document back: says again what was said before it, or that it is withdrawn.</summary>
    /// <returns>The row that says so.</returns>
    public async Task<PersonVerdictRow> TakeBackAsync(PersonVerdictRow verdict, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        var earlier = (await LatestVerdicts.OfAsync(tables, verdict.Source, verdict.ItemId, verdict.Person).ConfigureAwait(false)).FirstOrDefault(row => row.DecidedAt < verdict.DecidedAt);
        var row = earlier ?? verdict with { Labels = [], Unsure = true, Note = LatestVerdicts.Withdrawn };
        return (await StoreAsync([row], cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Records a file of verdicts, all or none.</summary>
    /// <param name="file">See <see cref="VerdictFile"/>.</param>
    /// <param name="person">Who says what the file does not say of whom; null where it must.</param>
    /// <param name="cancellationToken">Stops before it is stored.</param>
    /// <returns>What was stored, and how many rows nobody had filled in.</returns>
    /// <exception cref="LabelFileException">Anything is wrong in any row; lists everything.</exception>
    public async Task<(IReadOnlyList<PersonVerdictRow> Stored, int Empty)> SayAllAsync(string file, string? person, CancellationToken cancellationToken)
    {
        var reading = new VerdictFile(file, person, Known).Read();
        var found = await Documents.FindAsync([.. reading.Lines.Select(line => line.Id)]).ConfigureAwait(false);
        var rows = new List<PersonVerdictRow>();
        var said = new Dictionary<(string, string), int>();
        foreach (var (line, documents) in reading.Lines.Zip(found))
        {
            if (documents is not [var document])
                reading.Add(line.Line, LabelDocuments.ProblemOf(line.Id, documents));
            else if (line.Revision > document.Revision)
                reading.Add(line.Line, $"'{line.Id}' has no revision {line.Revision}; its latest is {document.Revision}.");
            else if (!said.TryAdd((document.Id, line.Person), line.Line))
                reading.Add(line.Line, $"{line.Person} has judged '{line.Id}' already in line {said[(document.Id, line.Person)]}; leave one of the rows.");
            else
                rows.Add(new(document.Source, document.ItemId, line.Revision ?? document.Revision, line.Person, default, line.Saying.Labels) { Unsure = line.Saying.Unsure, Note = line.Saying.Note });
        }

        return reading.Problems.Count > 0
            ? throw new LabelFileException(reading.Problems)
            : (rows.Count > 0 ? await StoreAsync(rows, cancellationToken).ConfigureAwait(false) : [], reading.Empty);
    }

    private async Task<IReadOnlyList<PersonVerdictRow>> StoreAsync(IReadOnlyList<PersonVerdictRow> rows, CancellationToken cancellationToken)
    {
        var latest = (await tables.QueryAsync("SELECT _source, _item_id, person, max(decided_at) AS at FROM verdicts GROUP BY ALL").ConfigureAwait(false)).Rows
            .ToDictionary(row => (row.Text("_source"), row.Text("_item_id"), row.Text("person")), row => new DateTimeOffset(DateTime.SpecifyKind((DateTime)row["at"]!, DateTimeKind.Utc)));
        var now = clock.GetUtcNow();
        PersonVerdictRow[] stamped = [.. rows.Select(row => row with
        {
            DecidedAt = Later(now, latest.TryGetValue((row.Source, row.ItemId, row.Person), out var before) ? before : null),
            PolicyVersion = policy.Version,
        })];
        await append(stamped, cancellationToken).ConfigureAwait(false);
        return stamped;
    }

    // The latest counts, so two must never be of one instant: the clock of a replay stands still, and others may be set back.
    private static DateTimeOffset Later(DateTimeOffset now, DateTimeOffset? before) => before >= now ? before.Value.AddTicks(TimeSpan.TicksPerMicrosecond) : now;
}
