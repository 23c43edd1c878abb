using Foresight.Engine.Store;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Store;

public sealed class CodeListTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Codes_AmongObservations_AreStoredAndTheCursorFollowsTheRows()
    {
        var load = await folder.LoadAsync(
            "t",
            Some.Codes("d", new CodeLabel("geo", "SE", "Sverige", "Sweden"), new CodeLabel("geo", "EU27", null, "EU", CodeKind.Aggregate)),
            Some.Figures("d", new Cursor("1"), ("SE", 2024, 1)),
            new CodeListBatch { Dataset = "d", Codes = [new CodeLabel("product", "0101", "Hästar", null, CodeKind.Item, "01")], Next = new("2") });

        Assert.Equal(new AppendCounts(4, 0, 0), load.Rows);
        Assert.Equal(new Cursor("2"), folder.Store.CursorOf("t"));
        var codes = await folder.Store.Tables.QueryAsync("SELECT dimension, code, label_sv, label_en, kind, parent FROM codes ORDER BY code");
        Assert.Equal(
            ["product 0101 Hästar  item 01", "geo EU27  EU aggregate ", "geo SE Sverige Sweden item "],
            codes.Rows.Select(row => string.Join(' ', codes.Columns.Select(column => row[column.Name]))));
        Assert.DoesNotContain("cursor", await File.ReadAllTextAsync(
            Path.Combine(folder.Folder, "codes", "_delta_log", "00000000000000000001.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_OfAnotherLabel_IsARevision()
    {
        await folder.LoadAsync("t", Some.Codes("d", new CodeLabel("geo", "MK", "Makedonien", null), new CodeLabel("geo", "SE", "Sverige", null)));

        var second = await folder.LoadAsync("t", Some.Codes("d", new CodeLabel("geo", "MK", "Nordmakedonien", null), new CodeLabel("geo", "SE", "Sverige", null)));

        Assert.Equal(new AppendCounts(0, 1, 1), second.Rows);
        var history = await folder.Store.Tables.QueryAsync("SELECT label_sv FROM codes_history WHERE code = 'MK' ORDER BY _revision");
        Assert.Equal(["Makedonien", "Nordmakedonien"], history["label_sv"].Values);
    }

    [Fact]
    public async Task ObservationsWithoutSums_LeaveOutWhatTheirOwnSourceMarks()
    {
        var builder = new ObservationBatchBuilder("d", Dimension.RefArea, Dimension.Product, "waste");
        builder.Add(Period.Year(2024), 1, null, Presence.Present, "SE", "01", "W1");
        builder.Add(Period.Year(2024), 2, null, Presence.Present, "NO", "01", "W1");
        builder.Add(Period.Year(2024), 3, null, Presence.Present, "EU", "01", "W1");
        builder.Add(Period.Year(2024), 3, null, Presence.Present, "SE", "TOTAL", "W1");
        builder.Add(Period.Year(2024), 3, null, Presence.Present, "SE", "01", "ALL");
        builder.Add(Period.Year(2024), 4, null, Presence.Present, "SE", null, "W2");
        await folder.LoadAsync(
            "t",
            builder.Build(),
            Some.Codes(
                "d", new CodeLabel("ref_area", "EU", null, null, CodeKind.Aggregate), new CodeLabel("ref_area", "NO", null, null, CodeKind.Pseudo),
                new CodeLabel("product", "TOTAL", null, null, CodeKind.Aggregate), new CodeLabel("waste", "ALL", null, null, CodeKind.Aggregate)),
            Some.Codes("other", new CodeLabel("ref_area", "SE", null, null, CodeKind.Aggregate)));
        await folder.LoadAsync("list", Some.Codes("d", new CodeLabel("product", "01", null, null, CodeKind.Aggregate)));

        var parts = await folder.Store.Tables.QueryAsync("SELECT value::INT AS v FROM observations_without_sums ORDER BY value");

        Assert.Equal([1, 2, 4], parts["v"].Values);
    }

    [Fact]
    public async Task Code_TwiceInOneBatch_IsRefused()
    {
        var fault = await Assert.ThrowsAsync<ArgumentException>(
            () => folder.LoadAsync("t", Some.Codes("d", new CodeLabel("geo", "SE", "a", null), new CodeLabel("geo", "SE", "b", null))));

        Assert.StartsWith("The code SE of geo is twice in one batch", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_OfFlags_AreStoredAndNoPartOfTheContent()
    {
        var builder = new ObservationBatchBuilder("d", Dimension.RefArea) { MarksOf = flag => flag == "b" ? "B" : null };
        builder.Add(Period.Year(2023), 1, "b", Presence.Present, "SE");
        builder.Add(Period.Year(2024), 1, "x", Presence.Present, "SE");
        await folder.LoadAsync("t", builder.Build());

        var marks = await folder.Store.Tables.QueryAsync("SELECT status, marks FROM observations ORDER BY period");

        Assert.Equal(["b B", "x "], marks.Rows.Select(row => $"{row["status"]} {row["marks"]}"));
    }
}
