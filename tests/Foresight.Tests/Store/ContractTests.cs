using Foresight.Engine.Policies;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Store;

/// <summary>Answers of another shape than before: let in, refused or kept out, and never in silence.</summary>
public sealed class ContractTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Load_First_LearnsItsShapeInSilence()
    {
        var load = await folder.LoadAsync(By(SchemaContract.Freeze), Rows(["ref_area"], ("SE", 2023)), Rows(["ref_area", "sex"], ("SE", 2024), ("F", 0)));

        Assert.Equal((LoadHealth.Ok, 0L), (load.Health, load.Quarantined));
        Assert.Empty(load.Notes);
    }

    [Fact]
    public async Task Evolve_NewDimension_IsLetInAndToldOnce()
    {
        await folder.LoadAsync("t", Rows(["ref_area"], ("SE", 2023)));

        var second = await folder.LoadAsync("t", Rows(["ref_area", "sex"], ("SE", 2024), ("F", 0)), Rows(["ref_area", "sex"], ("NO", 2024), ("F", 0)));
        var third = await folder.LoadAsync("t", Rows(["ref_area", "sex"], ("DK", 2024), ("F", 0)));

        Assert.Equal(["d: The dimension 'sex' is new."], second.Notes);
        Assert.Empty(third.Notes);
        Assert.Equal(["d: The dimension 'sex' is new."], (string[])(await folder.Store.Tables.QueryAsync("SELECT notes FROM loads WHERE len(notes) > 0"))["notes"].Values.Single()!);
    }

    [Fact]
    public async Task Evolve_DimensionThatEveryRowHad_IsMissedAndToldOnce()
    {
        await folder.LoadAsync("t", Rows(["ref_area", "sex"], ("SE", 2023), ("F", 0)));

        var second = await folder.LoadAsync("t", Rows(["ref_area"], ("SE", 2024)));
        var third = await folder.LoadAsync("t", Rows(["ref_area"], ("SE", 2025)));

        Assert.Equal(["d: The dimension 'sex' is missing, which every row had."], second.Notes);
        Assert.Empty(third.Notes);
    }

    [Fact]
    public async Task Freeze_NewDimension_FailsBeforeTheBatchIsStored()
    {
        await folder.LoadAsync("t", Rows(["ref_area"], ("SE", 2023)));
        await using var load = folder.Store.BeginLoad(By(SchemaContract.Freeze));
        await load.AppendAsync(Some.Figures("d", new Cursor("1"), ("NO", 2023, 1)), 0, TestContext.Current.CancellationToken);

        var fault = await Assert.ThrowsAsync<SourceException>(
            () => load.AppendAsync(Rows(["ref_area", "sex"], ("SE", 2024), ("F", 0)), 0, TestContext.Current.CancellationToken));
        await load.FinishAsync(LoadHealth.Failed, fault.Message, TestContext.Current.CancellationToken, fault.Fault);

        Assert.Equal(Fault.SchemaChanged, fault.Fault);
        Assert.Equal(
            "The answer has another shape than before, and the contract is freeze: d: The dimension 'sex' is new; "
            + "look at it, then let it in by one run with 'contract: evolve' in the policy.", fault.Message);
        Assert.Equal(2, (await folder.Store.Tables.QueryAsync("FROM observations")).RowCount);
        Assert.Equal(new Cursor("1"), folder.Store.CursorOf("t"));
        Assert.Equal("schema-changed", (await folder.Store.Tables.QueryAsync("SELECT code FROM loads ORDER BY _load_id DESC LIMIT 1"))["code"].Values[0]);
    }

    [Fact]
    public async Task DiscardRow_NewDimensionAndFrequency_GoToQuarantine()
    {
        await folder.LoadAsync("t", Rows(["ref_area"], ("SE", 2023)));
        var builder = new ObservationBatchBuilder("d", "ref_area", "sex");
        builder.Add(Period.Year(2024), 1, null, Presence.Present, "SE", null);
        builder.Add(Period.Year(2024), 2, "p", Presence.Present, "SE", "F");
        builder.Add(Period.Month(2024, 3), 3, null, Presence.Present, "SE", null);

        var load = await folder.LoadAsync(By(SchemaContract.DiscardRow), builder.Build(new Cursor("2")));

        Assert.Equal((3L, new AppendCounts(1, 0, 0), 2L), (load.Read, load.Rows, load.Quarantined));
        Assert.Equal(["d: The dimension 'sex' is new.", "d: The frequency 'M' is new."], load.Notes);
        Assert.Equal(
            [
                $$$"""{"load":"{{{load.LoadId}}}","answer":1,"raw":"raw/abc.xml","kind":"row","where":"d","reason":"The dimension 'sex' is new.","item":{"dataset":"d","ref_area":"SE","sex":"F","period":"2024","value":2,"status":"p"}}""",
                $$$"""{"load":"{{{load.LoadId}}}","answer":1,"raw":"raw/abc.xml","kind":"row","where":"d","reason":"The frequency 'M' is new.","item":{"dataset":"d","ref_area":"SE","period":"2024-03","value":3}}""",
            ],
            await QuarantineAsync());
        Assert.Equal(new Cursor("2"), folder.Store.CursorOf("t"));
        Assert.DoesNotContain(await folder.VerifyAsync(), fault => !fault.StartsWith("The raw answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DiscardValue_NewDimension_IsTakenAwayAndTheSecondOfTwoRowsKeptOut()
    {
        await folder.LoadAsync("t", Rows(["ref_area"], ("SE", 2023)));
        var builder = new ObservationBatchBuilder("d", "ref_area", "sex");
        builder.Add(Period.Year(2024), 1, null, Presence.Present, "SE", "F");
        builder.Add(Period.Year(2024), 2, null, Presence.Present, "SE", "M");
        builder.Add(Period.Year(2024), 3, null, Presence.Present, "NO", "M");

        var load = await folder.LoadAsync(By(SchemaContract.DiscardValue), builder.Build());

        Assert.Equal((new AppendCounts(2, 0, 0), 3L), (load.Rows, load.Quarantined));
        var rows = await folder.Store.Tables.QueryAsync("SELECT ref_area, sex, value FROM observations WHERE period = '2024' ORDER BY 1");
        Assert.Equal(["NO  3", "SE  1"], rows.Rows.Select(row => $"{row["ref_area"]} {row["sex"]} {row["value"]}"));
        Assert.Equal(
            ["value d {\"dimension\":\"sex\",\"value\":\"F\",\"rows\":1}", "value d {\"dimension\":\"sex\",\"value\":\"M\",\"rows\":2}", "row d {\"dataset\":\"d\",\"ref_area\":\"SE\",\"sex\":\"M\",\"period\":\"2024\",\"value\":2}"],
            (await QuarantineAsync()).Select(line => Parts(line)));
    }

    [Fact]
    public async Task Documents_OfANewKindOrColumn_AreHeldToTheContract()
    {
        await folder.LoadAsync("t", Some.Documents(Some.Document("a")));
        var changed = Some.Documents(Some.Document("b") with { Kind = "speech" }, Some.Document("c") with { Publisher = "X", Authors = ["N.N."] }, Some.Document("d"));

        var rows = await folder.LoadAsync(By(SchemaContract.DiscardRow), changed);
        var values = await folder.LoadAsync(By(SchemaContract.DiscardValue), changed);
        var evolved = await folder.LoadAsync("t", changed);

        Assert.Equal([new(1, 0, 0), new(1, 0, 1), new AppendCounts(1, 1, 1)], [rows.Rows, values.Rows, evolved.Rows]);
        Assert.Equal([2L, 1L, 0L], [rows.Quarantined, values.Quarantined, evolved.Quarantined]);
        string[] changes = ["'publisher' of documents is filled for the first time.", "The kind of documents 'speech' is new."];
        Assert.Equal([changes, [.. changes, "Items that the contract kept out and that are in quarantine already: 1."], changes], new[] { rows, values, evolved }.Select(load => load.Notes));
        Assert.Equal(
            [
                """row b {"id":"b","kind":"speech","title":"En titel","text":"En text"}""", """row c {"id":"c","kind":"news","title":"En titel","text":"En text","publisher":"X"}""",
                """value c {"publisher":"X"}""",
            ],
            (await QuarantineAsync()).Select(Parts));
    }

    [Fact]
    public async Task Documents_KeptOutOfAFullAnswer_AreNotRetired()
    {
        await folder.LoadAsync("t", Some.AllDocuments(Some.Document("a"), Some.Document("b")));

        var load = await folder.LoadAsync(
            By(SchemaContract.DiscardRow) with { MayShrinkBy = 1 }, Some.AllDocuments(Some.Document("a"), Some.Document("b") with { Publisher = "X" }));

        Assert.Equal((0L, 1L), (load.Retired, load.Quarantined));
    }

    [Fact]
    public async Task Column_ThatAllDocumentsHad_IsMissedWhenTheLoadHasIt()
    {
        await folder.LoadAsync("t", Some.Documents(Some.Document("a") with { Language = "sv" }, Some.Document("b") with { Language = "sv" }));

        var second = await folder.LoadAsync(By(SchemaContract.Freeze), Some.Documents(Some.Document("c")));
        var third = await folder.LoadAsync("t", Some.Documents(Some.Document("d")));

        Assert.Equal(["No document has 'language' any more, which all had."], second.Notes);
        Assert.Empty(third.Notes);
    }

    [Fact]
    public async Task Fields_NewAndGone_AreTold()
    {
        DocumentBatch With(string id, params string[] fields) => new() { Documents = [Some.Document(id)], Fields = fields };
        await folder.LoadAsync("t", With("a", "id", "title"), With("b", "id", "title", "rare"));

        var second = await folder.LoadAsync("t", With("c", "id", "budget"));
        var frozen = await Assert.ThrowsAsync<SourceException>(() => folder.LoadAsync(By(SchemaContract.Freeze), With("d", "id", "state")));

        Assert.Equal(
            ["documents: the answer's field 'budget' is new.", "documents: the answer's field 'title' is gone, which every answer had."], second.Notes);
        Assert.Contains("field 'state' is new", frozen.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{\"d\":")]
    public async Task Shapes_ThatWereLost_AreBuiltAgainFromTheRows(string? left)
    {
        await folder.LoadAsync("t", Rows(["ref_area", "na_item"], ("SE", 2023), ("B1G", 0)));
        var file = Directory.GetFiles(Path.Combine(folder.Folder, "schemas")).Single();
        File.Delete(file);
        if (left is not null)
        {
            await File.WriteAllTextAsync(file, left, TestContext.Current.CancellationToken);
        }

        var load = await folder.LoadAsync(By(SchemaContract.DiscardRow), Rows(["ref_area", "na_item"], ("SE", 2024), ("B1G", 0)), Rows(["ref_area"], ("SE", 2025)));

        Assert.Equal((new AppendCounts(1, 0, 0), 1L), (load.Rows, load.Quarantined));
        Assert.Equal(["d: The dimension 'na_item' is missing, which every row had."], load.Notes);
    }

    [Fact]
    public async Task Rejections_AreKeptInQuarantine()
    {
        var load = await folder.LoadAsync(
            "t", new DocumentBatch { Documents = [], Rejections = [new("item 3", "It has no id.") { Item = "<item>å</item>" }, new("item 4", "It has no id.")] });

        Assert.Equal((2L, 2L), (load.Rejected, load.Quarantined));
        Assert.Equal(["rejected item 3 \"<item>å</item>\"", "rejected item 4 "], (await QuarantineAsync()).Select(Parts));
        Assert.Equal([2L], (await folder.Store.Tables.QueryAsync("SELECT rows_quarantined FROM loads"))["rows_quarantined"].Values);
    }

    [Fact]
    public async Task Quarantine_OfARerun_IsNotDoubled()
    {
        Rejection[] twice = [new("item 3", "It has no id.") { Item = "<item>" }, new("item 3", "It has no id.") { Item = "<item>" }];
        var first = await folder.LoadAsync("t", new DocumentBatch { Documents = [], Rejections = twice });
        var rerun = await folder.LoadAsync(
            folder.Open(), "t", new DocumentBatch { Documents = [], Rejections = [.. twice, new("item 3", "It has no id.") { Item = "<other>" }] });

        var content = await folder.Store.QuarantineAsync("t", 1, TestContext.Current.CancellationToken);
        var (reason, newest) = (Assert.Single(content.Reasons), Assert.Single(content.Newest));
        Assert.Equal((1L, 3L, 1L, 2L), (first.Quarantined, rerun.Rejected, rerun.Quarantined, reason.Items));
        Assert.Equal(("t", "rejected", "It has no id.", first.LoadId, rerun.LoadId), (reason.Source, reason.Kind, reason.Reason, reason.FirstLoad, reason.LastLoad));
        Assert.Equal((rerun.LoadId, "item 3", "<other>"), (newest.Load, newest.Where, newest.Item?.GetString()));
        Assert.Empty((await folder.Store.QuarantineAsync("u", 1, TestContext.Current.CancellationToken)).Reasons);
        Assert.DoesNotContain(await folder.VerifyAsync(), fault => !fault.StartsWith("The raw answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Quarantine_ThatWasChangedOrCutOff_IsNamed()
    {
        var load = await folder.LoadAsync("t", new DocumentBatch { Documents = [], Rejections = [new("1", "It has no id."), new("2", "It has no id.")] });
        var file = Directory.GetFiles(Path.Combine(folder.Folder, "quarantine", "t")).Single();
        await File.WriteAllTextAsync(file, "{\"reason\":\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file + ".tmp", "", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(folder.Folder, "schemas"));
        await File.WriteAllTextAsync(Path.Combine(folder.Folder, "schemas", "u.json"), "[", TestContext.Current.CancellationToken);

        var faults = await folder.VerifyAsync();
        await folder.LoadAsync(folder.Open(), "u");

        Assert.Equal(
            [
                $"quarantine/t/{load.LoadId}-0001.jsonl.tmp was cut off; the next write will remove it.",
                $"quarantine/t/{load.LoadId}-0001.jsonl cannot be read from line 1 on; it was changed.",
                $"quarantine/t/{load.LoadId}-*.jsonl: there are 1 items, the load put 2 there.",
                "schemas/u.json cannot be read; remove it, it is built again from the rows.",
            ],
            faults.Where(fault => !fault.StartsWith("The raw answer", StringComparison.Ordinal)));
        Assert.False(File.Exists(file + ".tmp"));
    }

    private static LoadStart By(SchemaContract contract) => new("t", "Test", "1.0.0") { Contract = contract };

    /// <summary>One row; the first name is for the area, the second for the code given.</summary>
    private static ObservationBatch Rows(string[] dimensions, (string Area, int Year) row, (string Code, int Nothing)? second = null)
    {
        var builder = new ObservationBatchBuilder("d", dimensions);
        builder.Add(Period.Year(row.Year), 1, null, Presence.Present, dimensions.Length == 1 ? [row.Area] : [row.Area, second?.Code]);
        return builder.Build();
    }

    private static string Parts(string line)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(line)!;
        return $"{json["kind"]} {json["where"]} {(json["item"] is { } item ? line[(line.IndexOf("\"item\":", StringComparison.Ordinal) + 7)..^1] : "")}";
    }

    private async Task<List<string>> QuarantineAsync()
    {
        var lines = new List<string>();
        foreach (var file in Directory.GetFiles(Path.Combine(folder.Folder, "quarantine", "t")).Order(StringComparer.Ordinal))
        {
            lines.AddRange(await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken));
        }

        return lines;
    }
}
