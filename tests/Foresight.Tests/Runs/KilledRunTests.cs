using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;

namespace Foresight.Tests.Runs;

/// <summary>A run that is killed and started again ends with the tables of an undisturbed one.</summary>
public sealed class KilledRunTests
{
    private const int Kills = 4;
    private const int Rows = 60_000;

    [Fact]
    public async Task Ingest_KilledAtSeveralMomentsAndRunAgain_EqualsAnUndisturbedRun()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "comext.csv");
        await File.WriteAllTextAsync(file, Comext(), TestContext.Current.CancellationToken);
        using var undisturbed = Workspace(file);
        using var disturbed = Workspace(file);
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, (await ForesightCommand.RunAsync(["ingest", .. undisturbed.Options])).ExitCode);
        var whole = watch.Elapsed;

        for (var i = 0; i < Kills; i++)
        {
            using var process = ForesightCommand.Start(["ingest", .. disturbed.Options]);
            // The later half of a run is where files and commits are written.
            using var patience = new CancellationTokenSource(whole * (0.4 + (0.5 * i / Kills)));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
                await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            }
        }

        var last = await ForesightCommand.RunAsync(["ingest", .. disturbed.Options]);
        Assert.True(last.ExitCode == 0, last.ToString());
        Assert.Equal(await RowsAsync(undisturbed), await RowsAsync(disturbed));
        var verify = await ForesightCommand.RunAsync(["store", "verify", .. disturbed.Options]);
        Assert.True(verify.ExitCode == 0, verify.ToString());
    }

    private static TestWorkspace Workspace(string file) => new TestWorkspace()
        .Source("comext", "comext", "reporters: [SE], products: [\"1\"], batchRows: 10000")
        .Answer("https://ec.europa.eu/eurostat/api/comext/*", file, "text/csv")
        .Write();

    private static async Task<string> RowsAsync(TestWorkspace workspace) => string.Join('\n', (await workspace.QueryAsync("""
        SELECT count(*) AS n, sum(hash(dataset, ref_area, counterpart_area, product, flow, indicator, period, value, _revision)::HUGEINT)::VARCHAR AS h,
               (SELECT count(*) FROM observations_history)::VARCHAR AS history
        FROM observations
        """)).Select(row => row.ToString()));

    private static string Comext()
    {
        var text = new StringBuilder("DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n");
        for (var i = 0; i < Rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"ESTAT:DS-045409(1.0),14/08/26 11:00:00,M,SE,P{i % 50},{10_000_000 + (i / 50)},{1 + (i % 2)},VALUE_IN_EUROS,2025-{1 + (i % 12):00},{i}\n");
        }

        return text.ToString();
    }
}
