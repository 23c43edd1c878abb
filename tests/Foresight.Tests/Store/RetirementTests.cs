using CsCheck;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Store;

/// <summary>What a full answer no longer has leaves the latest view, is kept, and may come back; too much of it at once stays.</summary>
public sealed class RetirementTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Document_ThatAFullAnswerLacks_LeavesTheLatestViewAndIsKept()
    {
        var first = await folder.LoadAsync("s", Some.AllDocuments(Some.Document("a"), Some.Document("b"), Some.Document("c"), Some.Document("d")));

        var second = await folder.LoadAsync("s", Some.Documents(Some.Document("a")), Some.AllDocuments(Some.Document("b"), Some.Document("c", "Ny")));

        Assert.Equal((0L, 1L, new AppendCounts(0, 1, 2)), (first.Retired, second.Retired, second.Rows));
        Assert.Equal(["a 1", "b 1", "c 2"], await AskAsync("SELECT _item_id, _revision FROM documents"));
        Assert.Equal([$"d 1 {second.LoadId}"], await AskAsync("SELECT _item_id, _revision, _retired_by FROM documents_history WHERE _retired_by IS NOT NULL"));
        Assert.Equal(["0", "1"], await AskAsync("SELECT rows_retired FROM loads"));
        Assert.DoesNotContain(await folder.VerifyAsync(), fault => !fault.StartsWith("The raw answer", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("En titel")]
    [InlineData("Ny")]
    public async Task Document_ThatComesBack_IsANewRevisionSinceItWasFirstSeen(string title)
    {
        await folder.LoadAsync("s", Some.AllDocuments(Some.Document("a"), Some.Document("b")));
        folder.Clock.Advance(TimeSpan.FromDays(1));
        await folder.LoadAsync(Lenient("s"), Some.AllDocuments(Some.Document("a")));

        var back = await folder.LoadAsync(folder.Open(), Lenient("s"), Some.AllDocuments(Some.Document("a"), Some.Document("b", title)));
        await folder.LoadAsync(Lenient("s"), Some.AllDocuments(Some.Document("a")));
        var again = await folder.LoadAsync("s", Some.AllDocuments(Some.Document("a"), Some.Document("b", title)));

        Assert.Equal([new AppendCounts(0, 1, 1), new AppendCounts(0, 1, 1)], [back.Rows, again.Rows]);
        Assert.Equal(["a 1 2026-09-05", "b 3 2026-09-05"], await AskAsync("SELECT _item_id, _revision, _first_seen_at::DATE::VARCHAR FROM documents"));
        Assert.Equal(["1 True", "2 True", "3 False"], await AskAsync("SELECT _revision, _retired_by IS NOT NULL FROM documents_history WHERE _item_id = 'b'"));
        Assert.DoesNotContain(await folder.VerifyAsync(), fault => !fault.StartsWith("The raw answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Figures_OfOneDataset_AreRetiredThereOnly()
    {
        await folder.LoadAsync("t", Some.Figures("d", ("SE", 2023, 1), ("SE", 2024, 1), ("NO", 2024, 1), ("DK", 2024, 1)), Some.Figures("e", ("SE", 2024, 1)));
        await folder.LoadAsync("u", Some.Figures("d", ("SE", 2023, 1)));

        var load = await folder.LoadAsync("t", Some.AllFigures("d", ("SE", 2024, 1), ("NO", 2024, 2), ("DK", 2024, 1)));

        Assert.Equal(1L, load.Retired);
        Assert.Equal(["t d DK 2024 1", "t d NO 2024 2", "t d SE 2024 1", "t e SE 2024 1", "u d SE 2023 1"], await AskAsync("SELECT _source, dataset, ref_area, period, value::INT FROM observations"));
    }

    [Fact]
    public async Task Answer_ThatLostMoreThanMayBe_RetiresNothingAndSaysSo()
    {
        await folder.LoadAsync("t", Some.AllFigures("d", [.. Enumerable.Range(2001, 10).Select(year => ("SE", year, (double?)year))]));
        await folder.LoadAsync("t", Some.Figures("d", new Cursor("1"), ("SE", 2001, 2001)));

        var load = await folder.LoadAsync(
            "t", Some.Figures("d", new Cursor("2"), endsSnapshot: true, [.. Enumerable.Range(2001, 6).Select(year => ("SE", year, (double?)year)), ("SE", 2020, 1)]));

        Assert.Equal((LoadHealth.Failed, Fault.Shrunk, 0L, new AppendCounts(1, 0, 6)), (load.Health, load.Fault, load.Retired, load.Rows));
        Assert.Equal(
            "The full answer lacks 4 of the 10 rows known of d (40 %), the entry allows 30 %: they stay and the cursor does not move; "
            + "see whether the source lost data, or raise mayShrinkBy in the policy.", load.Message);
        Assert.Equal(["11"], await AskAsync("SELECT count(*) FROM observations"));
        Assert.Equal(["failed shrunk"], await AskAsync("SELECT health, code FROM loads ORDER BY _load_id DESC LIMIT 1"));
        Assert.Equal(new Cursor("1"), folder.Store.CursorOf("t"));
    }

    [Fact]
    public async Task Answer_ThatIsEmpty_WipesNothing()
    {
        await folder.LoadAsync("s", Some.AllDocuments(Some.Document("a")));

        var load = await folder.LoadAsync("s", Some.AllDocuments());

        Assert.Equal((LoadHealth.Failed, Fault.Shrunk), (load.Health, load.Fault));
        Assert.Equal(["a"], await AskAsync("SELECT _item_id FROM documents"));
    }

    [Fact]
    public async Task Answer_ThatMayLoseAll_RetiresAll()
    {
        await folder.LoadAsync("s", Some.AllDocuments(Some.Document("a"), Some.Document("b")));

        var load = await folder.LoadAsync(Lenient("s"), Some.AllDocuments());

        Assert.Equal((LoadHealth.Ok, 2L), (load.Health, load.Retired));
        Assert.Empty(await AskAsync("SELECT _item_id FROM documents"));
    }

    [Fact]
    public async Task Item_ThatCouldNotBeRead_IsNotRetired()
    {
        await folder.LoadAsync("s", Some.AllDocuments(Some.Document("a"), Some.Document("b")));

        var load = await folder.LoadAsync(
            Lenient("s"), new DocumentBatch { Documents = [Some.Document("a")], Rejections = [new("b", "It has no title.")], EndsSnapshot = true });

        Assert.Equal(0L, load.Retired);
    }

    [Fact]
    public async Task Load_ThatFailsAfterAFullAnswer_RetiresNothingAndKeepsTheCursor()
    {
        await folder.LoadAsync("t", Some.Figures("d", new Cursor("1"), ("SE", 2023, 1), ("SE", 2024, 1)));
        await using var load = folder.Store.BeginLoad(Lenient("t"));
        await load.AppendAsync(Some.Figures("d", new Cursor("2"), endsSnapshot: true, ("SE", 2025, 1)), 0, TestContext.Current.CancellationToken);

        var result = await load.FinishAsync(LoadHealth.Failed, "Stopped.", TestContext.Current.CancellationToken);

        Assert.Equal((0L, new Cursor("1")), (result.Retired, folder.Store.CursorOf("t")));
        Assert.Equal(["3"], await AskAsync("SELECT count(*) FROM observations"));
    }

    [Fact]
    public async Task Load_OfPastDays_RetiresNothing()
    {
        await folder.LoadAsync("s", Some.AllDocuments(Some.Document("a"), Some.Document("b")));

        var load = await folder.LoadAsync(Lenient("s") with { KeepsCursor = true }, Some.AllDocuments(Some.Document("c")));

        Assert.Equal((LoadHealth.Ok, 0L), (load.Health, load.Retired));
    }

    [Fact]
    public async Task Retirement_AndCursor_AreOneCommit()
    {
        await folder.LoadAsync("t", Some.Figures("d", new Cursor("1"), ("SE", 2023, 1), ("SE", 2024, 1)));
        await folder.LoadAsync(Lenient("t"), Some.Figures("d", new Cursor("2"), endsSnapshot: true, ("SE", 2024, 1), ("SE", 2025, 1)));

        var commits = Directory.GetFiles(Path.Combine(folder.Folder, "observations", "_delta_log"), "*.json").Order().Select(File.ReadAllText).ToList();

        Assert.Equal(4, commits.Count);
        Assert.DoesNotContain("\"cursor\"", commits[2], StringComparison.Ordinal);
        Assert.Contains("\"cursor\":\"2\"", commits[3], StringComparison.Ordinal);
        Assert.Contains("\"rowsRetired\":\"1\"", commits[3], StringComparison.Ordinal);
        Assert.Equal(new Cursor("2"), folder.Store.CursorOf("t"));
    }

    [Fact]
    public async Task Rows_OfAnotherProgramInTheMeantime_AreNotRetired()
    {
        await folder.LoadAsync("t", Some.Figures("d", ("SE", 2022, 1), ("SE", 2023, 1), ("SE", 2024, 1)));
        await using var load = folder.Store.BeginLoad(Lenient("t"));
        await load.AppendAsync(Large("d"), 0, TestContext.Current.CancellationToken);
        await load.AppendAsync(Large("e"), 0, TestContext.Current.CancellationToken); // Waits for the commit before it.
        await load.AppendAsync(Some.Figures("d", ("SE", 2023, 1)), 0, TestContext.Current.CancellationToken);
        await folder.LoadAsync(folder.Open(), "t", Some.Figures("d", ("NO", 2024, 1)));
        await load.AppendAsync(Some.AllFigures("d", ("SE", 2024, 1)), 0, TestContext.Current.CancellationToken);

        var result = await load.FinishAsync(LoadHealth.Ok, "", TestContext.Current.CancellationToken);

        Assert.Equal(1L, result.Retired);
        Assert.Equal(["NO 2024", "SE 2023", "SE 2024"], await AskAsync("SELECT ref_area, period FROM observations WHERE dataset = 'd' AND ref_area IN ('SE', 'NO')"));
        Assert.Equal(["100003"], await AskAsync("SELECT count(*) FROM observations WHERE dataset = 'd'"));
    }

    [Fact]
    public async Task Codes_ThatAFullListLacks_AreRetired()
    {
        await folder.LoadAsync("t", Some.Codes("d", new CodeLabel("geo", "SE", "Sverige", null), new CodeLabel("geo", "UK", "Storbritannien", null)));

        var load = await folder.LoadAsync(
            Lenient("t"), new CodeListBatch { Dataset = "d", Codes = [new("geo", "SE", "Sverige", null)], EndsSnapshot = true, Next = new("1") });

        Assert.Equal((1L, new Cursor("1")), (load.Retired, folder.Store.CursorOf("t")));
        Assert.Equal(["SE"], await AskAsync("SELECT code FROM codes"));
    }

    /// <summary>Whatever full and partial answers come in whatever order, the store holds what a plain dictionary would.</summary>
    [Fact]
    public async Task Store_OfRandomAnswers_EqualsTheModel()
    {
        var row = Gen.Select(Gen.OneOf("SE", "NO", "DK"), Gen.Int[2020, 2022], Gen.OneOf<double?>(1, 2, null), (area, year, value) => (area, year, value));
        var answer = Gen.Select(Gen.OneOf("d", "e"), row.Array[0, 7], Gen.Bool, (dataset, rows, full) => (dataset, rows.DistinctBy(r => (r.area, r.year)).ToArray(), full));

        await answer.Array[1, 3].Array[1, 6].SampleAsync(
            async loads =>
            {
                using var own = new StoreFolder();
                var model = new Dictionary<(string Dataset, string Area, int Year), (List<double?> Vintages, bool Current)>();
                foreach (var load in loads)
                {
                    foreach (var (dataset, rows, _) in load)
                    {
                        foreach (var (area, year, value) in rows)
                        {
                            var (vintages, current) = model.GetValueOrDefault((dataset, area, year), ([], false));
                            if (!current || vintages[^1] != value)
                            {
                                vintages.Add(value);
                            }

                            model[(dataset, area, year)] = (vintages, true);
                        }
                    }

                    foreach (var (dataset, _, _) in load.Where(part => part.full))
                    {
                        var came = load.Where(part => part.dataset == dataset).SelectMany(part => part.Item2.Select(r => (dataset, r.area, r.year))).ToHashSet();
                        foreach (var key in model.Keys.Where(key => key.Dataset == dataset && !came.Contains(key)).ToList())
                        {
                            model[key] = (model[key].Vintages, false);
                        }
                    }

                    await own.LoadAsync(own.Open(), Lenient("s"), [.. load.Select(part => Some.Figures(part.dataset, null, part.full, part.Item2))]);
                }

                var stored = await own.Store.Tables.QueryAsync("SELECT dataset, ref_area, period, value, _revision, _current, _retired_by IS NOT NULL AS retired FROM observations_history");
                var expected = model.SelectMany(pair => pair.Value.Vintages.Select((value, i) =>
                    $"{pair.Key.Dataset} {pair.Key.Area} {pair.Key.Year} {value} {i + 1} {i + 1 == pair.Value.Vintages.Count && pair.Value.Current}"));
                Assert.Equal(
                    expected.Order(StringComparer.Ordinal),
                    stored.Rows.Select(r => $"{r["dataset"]} {r["ref_area"]} {r["period"]} {r["value"]} {r["_revision"]} {r["_current"]}").Order(StringComparer.Ordinal));
                Assert.All(stored.Rows, r => Assert.False((bool)r["_current"]! && (bool)r["retired"]!));
                Assert.DoesNotContain(await own.VerifyAsync(), fault => !fault.StartsWith("The raw answer", StringComparison.Ordinal));
            },
            iter: 25,
            threads: 1);
    }

    private static LoadStart Lenient(string source) => new(source, "Test", "1.0.0") { MayShrinkBy = 1 };

    private static ObservationBatch Large(string dataset)
    {
        var builder = new ObservationBatchBuilder(dataset, Dimension.RefArea, Dimension.Product);
        for (var i = 0; i < 100_000; i++)
        {
            builder.Add(Period.Year(2024), 1, null, Presence.Present, "XX", $"P{i}");
        }

        return builder.Build();
    }

    private async Task<IReadOnlyList<string>> AskAsync(string sql)
    {
        var table = await folder.Store.Tables.QueryAsync(sql.Contains("ORDER BY", StringComparison.Ordinal) ? sql : sql + " ORDER BY ALL");
        return [.. table.Rows.Select(row => string.Join(' ', table.Columns.Select(column => row[column.Name])))];
    }
}
