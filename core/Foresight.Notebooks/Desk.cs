using Foresight.Engine;
using Foresight.Engine.Classify.Labelling;
using Foresight.Engine.Fetch;
using Foresight.Engine.Signals;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Notebooks;

/// <summary>
/// An analyst's desk: one object to start from. It finds the workspace, the policy, the plugins and the store as the command does,
/// and everything that it returns shows itself in a notebook and in a terminal.
/// </summary>
public sealed class Desk : IDisposable
{
    private readonly Session session;
    private readonly Pipeline pipeline;

    private Desk(Session session)
    {
        this.session = session;
        pipeline = new Pipeline(session, NullLoggerFactory.Instance);
    }

    /// <summary>The policy.</summary>
    public Policy Policy => session.Policy.Policy;

    /// <summary>The ids of the policy's charts.</summary>
    public IReadOnlyList<string> Charts => [.. session.Policy.Charts.Select(entry => entry.Id)];

    /// <summary>The store's folder.</summary>
    public string Store => session.Store.Folder;

    /// <summary>Opens the store that <c>foresight run</c> made.</summary>
    /// <param name="policy">The policy's id; null where there is only one.</param>
    /// <param name="samples">Whether to open the samples' store instead of the live one.</param>
    /// <param name="data">The data folder; null for the nearest <c>data/</c> upward from the current folder.</param>
    /// <exception cref="ConfigurationException">The policy is wrong; every problem is in the message.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no workspace here.</exception>
    public static Desk Open(string? policy = null, bool samples = false, string? data = null)
    {
        var workspace = Workspace.Find(data, Environment.CurrentDirectory);
        var beside = Path.Combine(Path.GetDirectoryName(typeof(Desk).Assembly.Location)!, "plugins");
        return new Desk(Session.Open(new SessionOptions
        {
            Workspace = workspace,
            Policy = policy,
            Input = samples ? Input.Replay(ReplayMap.Read(workspace.SamplesMap), "samples") : Input.Live(TimeProvider.System),
            PluginFolders = [beside, workspace.Plugins],
        }));
    }

    /// <summary>Runs SQL over the views documents, observations, classifications (each with <c>_history</c>), verdicts, loads and answers.</summary>
    /// <param name="sql">DuckDB's dialect; parameters are <c>$1</c>, <c>$2</c> …</param>
    /// <param name="parameters">The parameters.</param>
    public async Task<TableView> QueryAsync(string sql, params object?[] parameters) =>
        new(await session.Store.Tables.QueryAsync(sql, parameters));

    /// <summary>Draws one of the policy's charts.</summary>
    /// <param name="id">The chart's id; see <see cref="Charts"/>.</param>
    /// <param name="language"><c>sv</c> or <c>en</c>.</param>
    /// <exception cref="KeyNotFoundException">The policy has no such chart.</exception>
    /// <exception cref="InvalidOperationException">There is nothing worth drawing; the message says why.</exception>
    public async Task<ChartView> ChartAsync(string id, string language = "sv")
    {
        var charts = await pipeline.ChartsAsync(language, new HashSet<string> { id }, CancellationToken.None);
        return charts switch
        {
            [{ Chart: { } chart, Spec: { } spec }] => new ChartView(spec, chart, language),
            [var none] => throw new InvalidOperationException($"{id}: {none.Reason}"),
            _ => throw new KeyNotFoundException($"The policy has no chart '{id}'; it has {string.Join(", ", Charts)}."),
        };
    }

    /// <summary>What the analyses find in the store now, most worth reading first.</summary>
    public async Task<IReadOnlyList<Signal>> SignalsAsync() => (await pipeline.AnalyseAsync(CancellationToken.None)).Signals;

    /// <summary>What the analyses cannot say of the store now, each with its focus area and the reason.</summary>
    /// <param name="language"><c>sv</c> or <c>en</c>.</param>
    public async Task<TableView> SilencesAsync(string language = "sv")
    {
        var silences = (await pipeline.AnalyseAsync(CancellationToken.None)).Silences;
        return new TableView(new Table(
        [
            new TableColumn("id", typeof(string), [.. silences.Select(silence => silence.Id)]),
            new TableColumn("focus_area", typeof(string), [.. silences.Select(silence => silence.FocusArea)]),
            new TableColumn("reason", typeof(string), [.. silences.Select(silence => silence.Reason.In(language))]),
        ]));
    }

    /// <summary>The register of signals: what was found so far, how it came to that, and what people say of it.</summary>
    public Task<IReadOnlyList<KnownSignal>> RegisterAsync() => pipeline.SignalBook().ReadAsync();

    /// <summary>
    /// The documents whose label would teach the model most, in the order in which they should be labelled, as <c>foresight classify queue</c> gives them. The
    /// column <c>id</c> is what <see cref="LabelAsync"/> takes.
    /// </summary>
    /// <param name="count">How many, 1 to 1,000.</param>
    /// <param name="language"><c>sv</c> or <c>en</c>; null for both.</param>
    /// <param name="area">Only documents near to this focus area; null for all.</param>
    /// <param name="person">Leaves out what this person has judged; null for what anybody has.</param>
    /// <param name="second">Asks for documents that one other person has judged instead of those that nobody has.</param>
    /// <exception cref="ConfigurationException">The policy has no such area, or the count is out of range.</exception>
    public async Task<TableView> QueueAsync(int count = 20, string? language = null, string? area = null, string? person = null, bool second = false)
    {
        var question = new QueueQuestion(count) { Language = language, Area = area, Person = person, Second = second };
        return Labels.Queue((await pipeline.QueueStep().ReadAsync(question, CancellationToken.None)).Items);
    }

    /// <summary>Records what a person says of a document. Nothing that was said is changed; a person's latest verdict counts, and the next training uses it.</summary>
    /// <param name="id">The document: <c>source/item</c>.</param>
    /// <param name="labels">Focus areas or topics with a comma between, <c>none</c>, or <c>unsure</c>.</param>
    /// <param name="person">Who says it: initials or a role, not a name.</param>
    /// <param name="note">What is written beside it; null for nothing.</param>
    /// <exception cref="ConfigurationException">There is no such document or label, or the person may not be stored; the message says which.</exception>
    public async Task LabelAsync(string id, string labels, string person, string? note = null)
    {
        var book = pipeline.VerdictBook();
        var problems = new List<string>();
        var saying = Saying.Read(labels, book.Known, problems) ?? throw new ConfigurationException(problems);
        var document = (await book.Documents.ReadAsync([id]))[0];
        await book.SayAsync(document, person, saying with { Note = note }, seen: null, CancellationToken.None);
    }

    /// <summary>What people said so far: one row per document and person, each with the person's latest verdict, newest first.</summary>
    public Task<TableView> VerdictsAsync() => QueryAsync("""
        SELECT v._source || '/' || v._item_id AS id, d.title, v.person, CASE WHEN v.unsure THEN 'unsure' WHEN len(v.labels) = 0 THEN 'none' ELSE array_to_string(v.labels, ', ') END AS labels,
               v.note, v.decided_at
        FROM verdicts v LEFT JOIN documents_history d USING (_source, _item_id, _revision)
        QUALIFY row_number() OVER (PARTITION BY v._source, v._item_id, v.person ORDER BY v.decided_at DESC) = 1
            AND NOT (coalesce(v.unsure, false) AND v.note IS NOT DISTINCT FROM 'withdrawn')
        ORDER BY v.decided_at DESC, 1, 3
        """);

    /// <summary>What people said in figures: how far they agree, on which documents they do not, and where their word differs from the model's.</summary>
    public Task<VerdictSummary> AgreementAsync() => pipeline.VerdictsAsync(CancellationToken.None);

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();
}
