using Foresight.Engine.Registers;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Store;

/// <summary>Registers in the store: typed views, revisions, rows that are gone.</summary>
public sealed class RegisterStoreTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task View_OfARegister_HasTypedColumns()
    {
        await folder.LoadAsync("r", Some.Activities(("sortex", "Textil")));

        var row = (await folder.Store.Tables.QueryAsync("SELECT * FROM activities")).Rows.Single();

        Assert.Equal("sortex", row["id"]);
        Assert.Equal(12345.6, row["budget"]);
        Assert.Equal(new DateOnly(2026, 1, 31), row["followed_up"]);
        Assert.Equal(true, row["example"]);
        Assert.Equal(["a", "b"], (IEnumerable<string>)row["focus_areas"]!);
        Assert.Null(row["result"]);
    }

    [Fact]
    public async Task Book_OfAStoredRegister_ReadsItsFields()
    {
        await folder.LoadAsync("r", Some.Activities(("sortex", "Textil")));

        var entry = (await RegisterBook.ReadAsync(folder.Store.Tables)).Activities.Single();

        Assert.Equal(["a", "b"], entry.Many("focus_areas"));
        Assert.Equal(new DateOnly(2025, 3, 1), entry.First("starts"));
        Assert.Equal(new DateOnly(2025, 3, 31), entry.Last("starts"));
        Assert.Equal(12345.6, entry.Amount("budget"));
        Assert.True(entry.IsExample);
        Assert.Null(entry["result"]);
    }

    [Fact]
    public async Task Load_ThatChangesOneRow_RevisesThatRowOnly()
    {
        await folder.LoadAsync("r", Some.Activities(("a", "Ett"), ("b", "Två")));

        await folder.LoadAsync("r", Some.Activities(("a", "Ett"), ("b", "Tre")));

        var rows = (await folder.Store.Tables.QueryAsync("SELECT id, title, _revision FROM activities ORDER BY id")).Rows.ToList();
        Assert.Equal([1, 2], rows.Select(row => (int)row["_revision"]!));
        Assert.Equal("Tre", rows[1]["title"]);
        Assert.Equal(3L, (await folder.Store.Tables.QueryAsync("SELECT count(*) AS n FROM registers_history"))["n"].Values[0]);
    }

    [Fact]
    public async Task Load_ThatLacksARow_RetiresItAndKeepsItsHistory()
    {
        await folder.LoadAsync("r", Some.Activities(("a", "Ett"), ("b", "Två"), ("c", "Tre"), ("d", "Fyra")));

        await folder.LoadAsync("r", Some.Activities(("a", "Ett"), ("b", "Två"), ("c", "Tre")));

        Assert.Equal(3L, (await folder.Store.Tables.QueryAsync("SELECT count(*) AS n FROM activities"))["n"].Values[0]);
        Assert.Equal(4L, (await folder.Store.Tables.QueryAsync("SELECT count(DISTINCT _item_id) AS n FROM registers_history"))["n"].Values[0]);
    }

    [Fact]
    public async Task Load_OfAnUnknownField_IsRefused()
    {
        var batch = new RegisterBatch { Register = "activities", Rows = [new("a", new Dictionary<string, string> { ["name"] = "NN" })] };

        var fault = await Assert.ThrowsAsync<ArgumentException>(() => folder.LoadAsync("r", batch));

        Assert.Equal("The row a of the register activities has a field 'name', which the register does not know.", fault.Message);
    }
}
