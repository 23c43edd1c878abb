using CsCheck;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Store;

/// <summary>What changed between two states of a table.</summary>
public sealed class DifferenceTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Article_ThatWasEdited_IsARevisionWithOldAndNew()
    {
        await folder.LoadAsync("s", Some.Documents(Some.Document("a", "Gammal"), Some.Document("b"), Some.Document("c")));
        var then = folder.Store.Version;
        await folder.LoadAsync(
            new LoadStart("s", "Test", "1.0.0") { MayShrinkBy = 1 },
            Some.AllDocuments(Some.Document("a", "Ny") with { Categories = ["kultur"] }, Some.Document("b"), Some.Document("d", "Fjärde")));

        var differences = await DiffAsync(new("documents", $"v{then}"));

        Assert.Equal((1L, 1L, 1L), (differences.Added, differences.Revised, differences.Retired));
        Assert.Equal(
            ["Revised _source=s _item_id=a Ny: title Gammal>Ny, categories []>[kultur]", "Added _source=s _item_id=d Fjärde: ", "Retired _source=s _item_id=c En titel: "],
            differences.Rows.Select(Text));
    }

    [Fact]
    public async Task Figure_ThatWasRevised_IsAVintageWithItsDifference()
    {
        await folder.LoadAsync("t", Some.Figures("d", ("SE", 2023, 0.1), ("SE", 2024, 5)));
        folder.Clock.Advance(TimeSpan.FromDays(3));
        await folder.LoadAsync("t", Some.Figures("d", ("SE", 2023, 0.3), ("SE", 2024, null), ("SE", 2025, 7)));

        var differences = await DiffAsync(new("observations", "2026-09-05"));

        Assert.Equal(
            [
                "Revised _source=t dataset=d freq=A ref_area=SE period=2023: value 0.1>0.3 (0.2)",
                "Revised _source=t dataset=d freq=A ref_area=SE period=2024: value 5>, presence present>missing",
                "Added _source=t dataset=d freq=A ref_area=SE period=2025: value >7",
            ],
            differences.Rows.Select(Text));
    }

    [Fact]
    public async Task Codes_OfOneSource_AreCompared()
    {
        await folder.LoadAsync("t", Some.Codes("d", new CodeLabel("geo", "MK", "Makedonien", null)));
        await folder.LoadAsync("u", Some.Codes("d", new CodeLabel("geo", "MK", "Makedonien", null)));
        var then = folder.Store.Version;
        await folder.LoadAsync("t", Some.Codes("d", new CodeLabel("geo", "MK", "Nordmakedonien", null)));
        await folder.LoadAsync("u", Some.Codes("d", new CodeLabel("geo", "MK", "Nord", null)));

        var differences = await DiffAsync(new("codes", $"v{then}") { Source = "t" });

        Assert.Equal(["Revised _source=t dataset=d dimension=geo code=MK: label_sv Makedonien>Nordmakedonien"], differences.Rows.Select(Text));
    }

    [Fact]
    public async Task Codes_OfAFigure_HaveTheirLabels()
    {
        var builder = new ObservationBatchBuilder("d", "ref_area", "na_item", "adjustment");
        builder.Add(Period.Year(2024), 1, null, Presence.Present, "SE", "B1G", "N");
        await folder.LoadAsync("t", Some.Codes("d", new("ref_area", "SE", "Sverige", "Sweden"), new("na_item", "B1G", null, "Value added")), builder.Build());

        var row = Assert.Single((await DiffAsync(new("observations", "v0"))).Rows);

        Assert.Equal(["_source t", "dataset d", "freq A", "ref_area SE", "adjustment N", "na_item B1G", "period 2024"], row.Identity.Select(pair => $"{pair.Key} {pair.Value}"));
        Assert.Equal(["na_item Value added", "ref_area Sverige"], row.Labels.Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Rows_BeyondTheLimit_AreCounted()
    {
        await folder.LoadAsync("t", Some.Figures("d", [.. Enumerable.Range(1900, 50).Select(year => ("SE", year, (double?)1))]));
        var then = folder.Store.Version;
        await folder.LoadAsync("t", Some.Figures("d", [.. Enumerable.Range(1920, 60).Select(year => ("SE", year, (double?)2))]));

        var differences = await DiffAsync(new("observations", $"v{then}") { Limit = 2 });

        Assert.Equal((30L, 30L, 0L, 4), (differences.Added, differences.Revised, differences.Retired, differences.Rows.Count));
    }

    [Fact]
    public async Task Row_RetiredAndReturnedUnchanged_IsNoDifference()
    {
        await folder.LoadAsync("s", Some.AllDocuments(Some.Document("a"), Some.Document("b")));
        var then = folder.Store.Version;
        await folder.LoadAsync(new LoadStart("s", "Test", "1.0.0") { MayShrinkBy = 1 }, Some.AllDocuments(Some.Document("a")));
        await folder.LoadAsync("s", Some.AllDocuments(Some.Document("a"), Some.Document("b")));

        var differences = await DiffAsync(new("documents", $"v{then}"));

        Assert.Equal((0L, 0L, 0L), (differences.Added, differences.Revised, differences.Retired));
    }

    [Fact]
    public async Task Rows_TellWhenTheirValuesWereLoaded()
    {
        await folder.LoadAsync("t", Some.Figures("d", ("SE", 2023, 1)));
        folder.Clock.Advance(TimeSpan.FromDays(3));
        await folder.LoadAsync("t", Some.Figures("d", ("SE", 2023, 2), ("SE", 2024, 1)));

        var differences = await DiffAsync(new("observations", "1"));

        var (first, second) = (new DateTimeOffset(2026, 9, 5, 5, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 9, 8, 5, 0, 0, TimeSpan.Zero));
        Assert.Equal([(first, second), (null, second)], differences.Rows.Select(row => ((DateTimeOffset?)row.OldLoadedAt, (DateTimeOffset?)row.NewLoadedAt)));
        Assert.Equal((new StoreState(1, first), second), (differences.From, differences.To.WrittenAt));
    }

    [Fact]
    public async Task State_WhoseFilesAreGone_IsToldAndOthersAreNot()
    {
        await folder.LoadAsync("t", Some.Figures("d", ("SE", 2023, 1)));
        var then = folder.Store.Version;
        var file = Directory.GetFiles(Path.Combine(folder.Folder, "observations"), "*.parquet", SearchOption.AllDirectories).Single();
        await folder.LoadAsync("t", Some.Figures("d", ("SE", 2023, 2)));
        File.Delete(file);

        var difference = await Assert.ThrowsAsync<InvalidDataException>(() => DiffAsync(new("observations", $"v{then}")));
        var question = await Assert.ThrowsAsync<InvalidDataException>(() => folder.Store.At($"v{then}").QueryAsync("FROM loads"));
        var now = await folder.Store.Tables.QueryAsync("SELECT value FROM observations");

        var path = Path.GetRelativePath(folder.Folder, file).Replace('\\', '/');
        Assert.Equal(
            $"The store cannot be shown as of v{then}: a data file of it is gone ({path}); put back what is missing from a backup, or ask for a later state. "
            + "'foresight store verify' lists every fault.", difference.Message);
        Assert.Equal(difference.Message, question.Message);
        Assert.Equal([2.0], now["value"].Values);
    }

    [Theory]
    [InlineData("loads", "v0", null, "'loads' cannot be compared; name one of documents, observations, registers, codes.")]
    [InlineData("documents", "v9", null, "The store has no version v9; its newest is v3.")]
    [InlineData("documents", "v2", "v1", "v2 is later than v1; give the earlier state first.")]
    [InlineData("documents", "9", null, "The store has no version v9; its newest is v3.")]
    [InlineData("documents", "2026-09", null, "'2026-09' is no version of the store; write v12, a day such as 2026-09-01 or an instant such as 2026-09-01T12:00:00Z.")]
    public async Task Question_Wrong_SaysWhatThereIs(string table, string from, string? to, string sentence)
    {
        await folder.LoadAsync("s", Some.Documents(Some.Document("a")));

        var fault = await Assert.ThrowsAsync<ArgumentException>(() => DiffAsync(new(table, from, to)));

        Assert.Equal(sentence, fault.Message);
    }

    [Theory]
    [InlineData("documents", "In neither state documents has rows of 'x'; it has those of s.")]
    [InlineData("codes", "In neither state codes has any rows.")]
    public async Task Source_Unknown_SaysWhichThereAre(string table, string sentence)
    {
        await folder.LoadAsync("s", Some.Documents(Some.Document("a")));

        var fault = await Assert.ThrowsAsync<ArgumentException>(() => DiffAsync(new(table, "v0") { Source = "x" }));

        Assert.Equal(sentence, fault.Message);
    }

    /// <summary>Between any two states of any loads: what comparing all rows of both would say.</summary>
    [Fact]
    public async Task Differences_OfRandomLoads_EqualThoseOfAllRows()
    {
        var row = Gen.Select(Gen.OneOf("SE", "NO"), Gen.Int[2020, 2023], Gen.OneOf<double?>(1, 2, null), (area, year, value) => (area, year, value));
        var batch = Gen.Select(Gen.OneOf("d", "e"), row.Array[0, 6], Gen.Bool, (dataset, rows, full) => (dataset, rows.DistinctBy(r => (r.area, r.year)).ToArray(), full));

        await Gen.Select(batch.Array[1, 2].Array[2, 6], Gen.Int[0, 20], Gen.Int[0, 20]).SampleAsync(
            async (loads, first, second) =>
            {
                using var own = new StoreFolder();
                foreach (var load in loads)
                {
                    await own.LoadAsync(
                        new LoadStart("t", "Test", "1.0.0") { MayShrinkBy = 1 }, [.. load.Select(part => Some.Figures(part.dataset, null, part.full, part.Item2))]);
                }

                var newest = own.Store.Version;
                var (from, to) = (Math.Min(first % (newest + 1), second % (newest + 1)), Math.Max(first % (newest + 1), second % (newest + 1)));
                var (before, after) = (await AllAsync(own, from), await AllAsync(own, to));
                var expected = before.Keys.Union(after.Keys).Select(key =>
                    !before.TryGetValue(key, out var old) ? $"Added {key}" : !after.TryGetValue(key, out var now) ? $"Retired {key}" : old == now ? "" : $"Revised {key}");

                var differences = await own.Store.DiffAsync(new("observations", $"v{from}", $"v{to}") { Limit = 1000 }, TestContext.Current.CancellationToken);

                Assert.Equal(
                    expected.Where(text => text.Length > 0).Order(StringComparer.Ordinal),
                    differences.Rows.Select(r => $"{r.Kind} {string.Join(' ', r.Identity.Where(pair => pair.Key is "dataset" or "ref_area" or "period").Select(pair => pair.Value))}").Order(StringComparer.Ordinal));
                Assert.Equal(differences.Rows.Count, differences.Added + differences.Revised + differences.Retired);
            },
            iter: 20,
            threads: 1);
    }

    private static async Task<Dictionary<string, string>> AllAsync(StoreFolder own, long version)
    {
        var table = await own.Store.At($"v{version}").QueryAsync("SELECT dataset, ref_area, period, value FROM observations");
        return table.Rows.ToDictionary(row => $"{row["dataset"]} {row["ref_area"]} {row["period"]}", row => row.Text("value"));
    }

    private Task<TableDifferences> DiffAsync(DifferenceQuestion question) => folder.Store.DiffAsync(question, TestContext.Current.CancellationToken);

    private static string Text(RowDifference row) => $"{row.Kind} {string.Join(' ', row.Identity.Select(pair => $"{pair.Key}={pair.Value}"))}{(row.Title is null ? "" : " " + row.Title)}: "
        + string.Join(", ", row.Values.Select(value => FormattableString.Invariant($"{value.Column} {Text(value.Old)}>{Text(value.New)}{(value.Change is { } change ? $" ({change})" : "")}")));

    private static string Text(object? value) => value is string[] list ? $"[{string.Join(' ', list)}]" : FormattableString.Invariant($"{value}");
}
