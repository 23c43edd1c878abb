using System.Globalization;
using Foresight.Engine.Fetch;
using Foresight.Engine.Ingest;
using Foresight.Engine.Policies;
using Foresight.Engine.Store;
using Foresight.Sdk.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Foresight.Plugins.Tests.Conformance;

/// <summary>A store of its own, filled from a case: through the real way out, or from what the recorded answers give without any.</summary>
internal sealed class ServedStore : IDisposable
{
    /// <summary>All but load ids, the numbers and hashes of answers, and the times of fetching.</summary>
    private static readonly string[] Contents =
    [
        "SELECT * EXCLUDE (_load_id, _fetched_at, _first_seen_at, _raw_sha256) FROM documents_history ORDER BY ALL",
        "SELECT * EXCLUDE (_load_id, _fetched_at, _first_seen_at, _raw_sha256) FROM registers_history ORDER BY ALL",
        "SELECT * EXCLUDE (_load_id, _answer) FROM observations_history ORDER BY ALL",
        "SELECT * EXCLUDE (_load_id) FROM codes_history ORDER BY ALL",
    ];

    // Time-outs are not what this is about, and by the brisk clock they must be longer than any wait.
    private static readonly FetchLimits Limits = new() { FirstWait = TimeSpan.Zero, Try = TimeSpan.FromHours(10), Total = TimeSpan.FromHours(10), Stall = TimeSpan.FromHours(10) };

    private static readonly FetchingRules Rules = new() { PrivateHosts = ["127.0.0.1"] };

    private readonly string folder = Directory.CreateTempSubdirectory("foresight-served-").FullName;
    private readonly SourceCase source;
    private readonly BriskClock clock;
    private readonly TableStore store;

    public ServedStore(SourceCase source)
    {
        this.source = source;
        clock = new BriskClock(source.Now);
        store = TableStore.Open(folder, clock);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task<LoadResult> ReadAsync(RecordedServer server) => Assert.Single(
        await new IngestStep(store, Input.Live(clock, Limits, server.Lead), NullLoggerFactory.Instance) { Rules = Rules }
            .RunAsync([new ReadySource("s", "Test", "1.0.0", source.Create(), null)], null, null, Token));

    public async Task<LoadResult> ReplayAsync()
    {
        var run = await source.RunAsync(cancellationToken: Token);
        await using var load = store.BeginLoad(new LoadStart("s", "Test", "1.0.0"));
        load.AddAnswer(new AnswerRow(1, "https://example.org/", 200, null, source.Now, 3, new string('0', 64), "raw/none"));
        foreach (var batch in run.Batches)
        {
            await load.AppendAsync(batch, 1, Token);
        }

        return await load.FinishAsync(LoadHealth.Ok, "", Token);
    }

    public async Task<IReadOnlyList<string>> RowsAsync()
    {
        var rows = new List<string>();
        foreach (var contents in Contents)
        {
            var table = await store.Tables.QueryAsync(contents);
            rows.AddRange(Enumerable.Range(0, table.RowCount).Select(i => string.Join(" | ", table.Columns.Select(column => $"{column.Name}={Text(column.Values[i])}"))));
        }

        return rows;
    }

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string Text(object? value) => value switch
    {
        System.Collections.IEnumerable list and not string => string.Join(',', list.Cast<object?>().Select(Text)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null",
    };
}
