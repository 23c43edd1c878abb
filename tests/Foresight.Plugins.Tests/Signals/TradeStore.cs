using System.Globalization;
using System.Text;
using Foresight.Engine.Store;
using Foresight.Plugins.TradeStatistics;
using Foresight.Sdk;

namespace Foresight.Plugins.Tests.Signals;

/// <summary>A real store with trade as Comext writes it, read by the source that reads Comext.</summary>
internal sealed class TradeStore : IDisposable
{
    private const string Header = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("foresight-trade-").FullName;
    private readonly Dictionary<string, StringBuilder> _lines = [];

    public static DateOnly First { get; } = new(2024, 7, 1);

    /// <summary>24 months of a flow, the same in each month of a half: <paramref name="before"/> and <paramref name="now"/>.</summary>
    public TradeStore Years(string partner, string product, double before, double now, string reporter = "SE", int flow = 2, string source = "comext") =>
        Months(partner, product, reporter, flow, source, [.. Enumerable.Repeat<double?>(before, 12), .. Enumerable.Repeat<double?>(now, 12)]);

    /// <summary>A value a month from July 2024 on; a month without one has no line, one that is no number is confidential.</summary>
    public TradeStore Months(string partner, string product, string reporter, int flow, string source, params double?[] values)
    {
        if (!_lines.TryGetValue(source, out var lines))
        {
            _lines.Add(source, lines = new StringBuilder(Header));
        }

        foreach (var (i, value) in values.Index().Where(month => month.Item is not null))
        {
            var (number, status) = double.IsNaN(value!.Value) ? ("", "C") : (value.Value.ToString(CultureInfo.InvariantCulture), "");
            lines.Append(CultureInfo.InvariantCulture, $"D,U,M,{reporter},{partner},{product},{flow},VALUE_IN_EUROS,{First.AddMonths(i):yyyy-MM},{number},,{status}\n");
        }

        return this;
    }

    /// <summary>A year's figures of an indicator by place, as Kolada's source stores them.</summary>
    public static ObservationBatch Indicator(string id, int year, params (string Place, double Value)[] figures)
    {
        var builder = new ObservationBatchBuilder("kolada", Dimension.RefArea, Dimension.Indicator, Dimension.Sex);
        foreach (var (place, value) in figures)
        {
            builder.Add(Period.Year(year), value, null, Presence.Present, place, id, "T");
        }

        return builder.Build();
    }

    /// <summary>Reads all into the store and opens its views.</summary>
    public async Task<TableStore> OpenAsync(CancellationToken cancellationToken)
    {
        TableStore? store = null;
        foreach (var (source, lines) in _lines)
        {
            using var comext = PluginHarness.For<TradeStatisticsPlugin>("comext", new ComextOptions { Reporters = ["SE"], Products = ["TOTAL"] });
            comext.Web.Serve("*", lines.ToString());
            store ??= TableStore.Open(_folder, comext.Clock);
            await AppendAsync(store, source, await comext.ReadAsync(), cancellationToken);
        }

        return store ?? throw new InvalidOperationException("The store is empty.");
    }

    public static async Task AppendAsync(TableStore store, string source, IReadOnlyList<RecordBatch> batches, CancellationToken cancellationToken)
    {
        await using var load = store.BeginLoad(new LoadStart(source, "Test", "1.0.0"));
        foreach (var batch in batches)
        {
            await load.AppendAsync(batch, 0, cancellationToken);
        }

        await load.FinishAsync(LoadHealth.Ok, "", cancellationToken);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
