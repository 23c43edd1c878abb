using Foresight.Engine;
using Foresight.Engine.Fetch;
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

    /// <summary>Runs SQL over the views documents, observations, classifications (each with <c>_history</c>), loads and answers.</summary>
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

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();
}
