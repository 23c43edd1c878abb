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

    [Theory]
    [InlineData("starts", "2026-3", "a year, month or day as 2026, 2026-03 or 2026-03-12 is due.")]
    [InlineData("followed_up", "2026-02-30", "a day as 2026-03-12 is due.")]
    [InlineData("budget", "1 000", "an amount as 1234567.5 is due.")]
    [InlineData("example", "yes", "true or false is due.")]
    [InlineData("status", "pågår", "one of planned, ongoing, ended, cancelled is due.")]
    public async Task Load_OfAValueInAnotherForm_IsRefused(string column, string text, string due)
    {
        var batch = new RegisterBatch { Register = "activities", Rows = [new("a", new Dictionary<string, string> { ["id"] = "a", [column] = text })] };

        var fault = await Assert.ThrowsAsync<ArgumentException>(() => folder.LoadAsync("r", batch));

        Assert.Equal($"The row a of the register activities has '{text}' in '{column}': {due}", fault.Message);
    }

    [Fact]
    public async Task Load_WithoutARegisterThatIsStored_KeepsItsRowsAndSaysSo()
    {
        await folder.LoadAsync("r", Some.Activities(("a", "Ett"), ("b", "Två")), Needs());

        var result = await folder.LoadAsync("r", Needs());

        Assert.Equal(2L, (await folder.Store.Tables.QueryAsync("SELECT count(*) AS n FROM activities"))["n"].Values[0]);
        Assert.Equal(["The register 'activities' was not given, and its 2 rows stay and count: put its file back, or, to end it, give it with its columns and no row."], result.Notes);

        static RegisterBatch Needs() => new() { Register = "needs", EndsSnapshot = true, Rows = [new("n", new Dictionary<string, string> { ["id"] = "n" })] };
    }

    [Fact]
    public async Task Load_OfAnUnknownField_IsRefused()
    {
        var batch = new RegisterBatch { Register = "activities", Rows = [new("a", new Dictionary<string, string> { ["name"] = "NN" })] };

        var fault = await Assert.ThrowsAsync<ArgumentException>(() => folder.LoadAsync("r", batch));

        Assert.Equal("The row a of the register activities has a field 'name', which the register does not know.", fault.Message);
    }
}
