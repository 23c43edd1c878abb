using Foresight.Engine;
using Foresight.Engine.Classify;
using Foresight.Engine.Classify.Labelling;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Classify.Labelling;

public sealed class VerdictBookTests : IDisposable
{
    private readonly LabellingStore _store = new();

    [Fact]
    public async Task SayAsync_OfADocument_StoresWhoWhenWhatAndWhichRevision()
    {
        await _store.LoadAsync(LabellingStore.Document("a", "Vindkraft"));
        await _store.LoadAsync(LabellingStore.Document("a", "Kärnkraft"));
        var document = (await _store.Book.Documents.ReadAsync(["feed/a"]))[0];

        await _store.Book.SayAsync(document, "ab", new Saying(["green", "housing"]) { Note = "tveksamt" }, "m1", TestContext.Current.CancellationToken);

        var row = Assert.Single(await RowsAsync());
        Assert.Equal(("a", 2, "AB", "tveksamt", "m1", "1"), (row.Text("_item_id"), (int)row.Number("_revision")!, row.Text("person"), row.Text("note"), row.Text("model_version"), row.Text("policy_version")));
        Assert.Equal(["green", "housing"], LatestVerdicts.Texts(row, "labels"));
        Assert.Equal(_store.Now.UtcDateTime, row["decided_at"]);
    }

    // The clock of a replay stands still: the later of two verdicts must be known all the same.
    [Fact]
    public async Task SayAsync_TwiceAtOneInstant_KeepsBothAndTheLaterCounts()
    {
        await _store.LoadAsync(LabellingStore.Document("a", "Vindkraft"));

        await _store.SayAsync("a", "AB", "green");
        await _store.SayAsync("a", "AB", "homes");

        Assert.Equal(2, (await RowsAsync()).Count);
        Assert.Equal(["homes"], (await LatestVerdicts.ReadAsync(_store.Tables)).Single().Labels);
    }

    [Fact]
    public async Task TakeBackAsync_OfASecondVerdict_SaysTheFirstAgainAndThenWithdraws()
    {
        await _store.LoadAsync(LabellingStore.Document("a", "Vindkraft"));
        var first = await _store.SayAsync("a", "AB", "green");
        var second = await _store.SayAsync("a", "AB", "homes");

        await _store.Book.TakeBackAsync(second, TestContext.Current.CancellationToken);
        var afterOne = (await LatestVerdicts.ReadAsync(_store.Tables)).Single();
        await _store.Book.TakeBackAsync(first, TestContext.Current.CancellationToken);
        var afterBoth = await LatestVerdicts.ReadAsync(_store.Tables);

        Assert.Equal(["green"], afterOne.Labels);
        Assert.Empty(afterBoth);
        Assert.Equal(4, (await RowsAsync()).Count);
    }

    [Fact]
    public async Task SayAsync_UnknownLabelOrPerson_IsRefusedAndNothingStored()
    {
        await _store.LoadAsync(LabellingStore.Document("a", "Vindkraft"));
        var document = (await _store.Book.Documents.ReadAsync(["a"]))[0];

        var label = await Assert.ThrowsAsync<ConfigurationException>(() => _store.Book.SayAsync(document, "AB", new Saying(["sea"]), null, TestContext.Current.CancellationToken));
        var person = await Assert.ThrowsAsync<ConfigurationException>(() => _store.Book.SayAsync(document, "a@b.se", new Saying([]), null, TestContext.Current.CancellationToken));

        Assert.Contains("'sea' is unknown; known are green, homes, energy, housing", label.Message, StringComparison.Ordinal);
        Assert.Contains("e-mail", person.Message, StringComparison.Ordinal);
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task Documents_NotThereOrInTwoSources_AreNamedTogether()
    {
        await _store.LoadAsync(LabellingStore.Document("a/b", "Vindkraft"));
        await _store.LoadOtherAsync(LabellingStore.Document("a/b", "Vindkraft"));

        var fault = await Assert.ThrowsAsync<ConfigurationException>(() => _store.Book.Documents.ReadAsync(["a/b", "feed/a/b", "it's"]));

        Assert.Equal(2, fault.Problems.Count);
        Assert.Contains("'a/b' is in several sources; write feed/a/b or other/a/b", fault.Problems[0], StringComparison.Ordinal);
        Assert.Contains("There is no document 'it's'", fault.Problems[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    public async Task SayAllAsync_ASheet_StoresItsRowsAndPassesOverEmptyOnes(char separator)
    {
        await _store.LoadAsync(LabellingStore.Document("a", "Vindkraft"), LabellingStore.Document("b", "Hyror"), LabellingStore.Document("c", "Sport"), LabellingStore.Document("d", "Annat"));
        var file = _store.Write("sheet.csv", "id,title,labels,who,note\nfeed/a,x,green|housing,cd,\nb,x,none,,säker\nc,x,unsure,,\nd,x,,,\n".Replace(',', separator));

        var (stored, empty) = await _store.Book.SayAllAsync(file, "AB", TestContext.Current.CancellationToken);

        Assert.Equal(1, empty);
        Assert.Equal([("a", "CD"), ("b", "AB"), ("c", "AB")], stored.Select(row => (row.ItemId, row.Person)));
        Assert.Equal((true, "säker", 3), (stored[2].Unsure, stored[1].Note, (await RowsAsync()).Count));
    }

    [Fact]
    public async Task SayAllAsync_WrongRows_TellsEachWithItsLineAndStoresNothing()
    {
        await _store.LoadAsync(LabellingStore.Document("a", "Vindkraft"));
        var file = _store.Write("sheet.csv", """
            id,labels,who,revision
            a,green,AB,
            b,green,AB,
            a,sea,AB,
            a,none|green,AB,
            a,green,anna@example.org,
            a,green,,
            a,green,AB,7
            a,green,AB,one
            a,housing,AB,1
            a,green

            """);

        var fault = await Assert.ThrowsAsync<LabelFileException>(() => _store.Book.SayAllAsync(file, null, TestContext.Current.CancellationToken));

        string[] expected =
        [
            "3: There is no document 'b'", "4: the label 'sea' is unknown", "5: none stands beside other labels", "6: An e-mail address is not stored", "7: Nobody is named",
            "8: 'a' has no revision 7; its latest is 1", "9: the revision 'one' is no whole number", "10: AB has judged 'a' already in line 2", "11: 2 fields where the header has 4",
        ];
        Assert.Equal(expected.Length, fault.Problems.Count);
        Assert.All(expected.Zip(fault.Problems), pair => Assert.StartsWith($"{file}:{pair.First}", pair.Second, StringComparison.Ordinal));
        Assert.Empty(await RowsAsync());
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("item;label\n", "the header lacks id and labels")]
    [InlineData("id,labels,labels\n", "the column labels is there twice")]
    [InlineData("id,labels\na,\"green\n", "a quoted field is never closed")]
    public async Task SayAllAsync_NoSheet_IsRefused(string content, string expected)
    {
        var fault = await Assert.ThrowsAsync<LabelFileException>(() => _store.Book.SayAllAsync(_store.Write("sheet.csv", content), "AB", TestContext.Current.CancellationToken));

        Assert.Contains(expected, Assert.Single(fault.Problems), StringComparison.Ordinal);
    }

    public void Dispose() => _store.Dispose();

    private async Task<IReadOnlyList<TableRow>> RowsAsync() => [.. (await _store.Tables.QueryAsync("SELECT * FROM verdicts ORDER BY decided_at")).Rows];
}
