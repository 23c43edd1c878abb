using Foresight.Engine.Classify;
using Foresight.Engine.Classify.Current;
using Foresight.Sdk;
using Foresight.Tests.Store;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Foresight.Tests.Classify.Current;

/// <summary>The error rates of the model that judges, in the store, where plugins read them.</summary>
public sealed class KeptFiguresTests : IDisposable
{
    private readonly StoreFolder _store = new();
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task KeepAsync_Twice_StoresTheRatesOnce()
    {
        var model = await ModelAsync();

        await new KeptFigures(_store.Store).KeepAsync(model, CancellationToken.None);
        await new KeptFigures(_store.Store).KeepAsync(model, CancellationToken.None);

        var rows = (await _store.Store.Tables.QueryAsync("SELECT _source, model_version, label, language, hits, right_noes FROM models ORDER BY language")).Rows.ToArray();
        Assert.Equal([("words", model.Version, "green", "all", 80.0), ("words", model.Version, "green", "en", 30.0)], rows.Select(row =>
            (row.Text("_source"), row.Text("model_version"), row.Text("label"), row.Text("language"), row.Number("hits")!.Value)));
        Assert.Empty(await _store.VerifyAsync());
    }

    [Fact]
    public async Task ReadAsync_RatesOfTheModelOfTheVerdicts_CorrectByLanguageOrByAll()
    {
        var model = await ModelAsync();
        await new KeptFigures(_store.Store).KeepAsync(model, CancellationToken.None);
        await _store.Store.AppendClassificationsAsync([new("feed", "1", 1, "green", 0.9, 0.5, [], model.Version, "1", _store.Clock.GetUtcNow())], [], CancellationToken.None);

        var rates = await ErrorRates.ReadAsync(_store.Store.Tables);

        Assert.Equal(model.Version, rates!.ModelVersion);
        Assert.Equal((30, 80, 80), (rates.Of("green", "en").Hits, rates.Of("green", "fi").Hits, rates.Of("green", null).Hits));
        Assert.Null(rates.Correct("homes", [("sv", 10, 100)]));
        Assert.Equal(200, rates.Correct("green", [("en", 20, 100), ("sv", 20, 100)])!.Of);
    }

    [Fact]
    public async Task ReadAsync_NothingKnown_IsNothing() => Assert.Null(await ErrorRates.ReadAsync(_store.Store.Tables));

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private async Task<ModelRecord> ModelAsync()
    {
        var (ready, _) = await new FocusModels(Some.Setup(_folder, new WordClassifier()), _store.Clock, NullLogger.Instance).GetAsync(force: false, CancellationToken.None);
        var label = new LabelCard("green", 100, 0.8, 0.8, 0.8, 0.5)
        {
            HeldOut = new Dictionary<string, ErrorCounts> { ["all"] = new(80, 20, 10, 190), ["en"] = new(30, 10, 5, 95) },
        };
        return ready.Record with { Card = ready.Record.Card with { Labels = [label] } };
    }
}
