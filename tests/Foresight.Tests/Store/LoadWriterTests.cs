using Foresight.Engine.Store;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Store;

/// <summary>What a load refuses, in one sentence each, and what it keeps in spite of it.</summary>
public sealed class LoadWriterTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public static TheoryData<string, RecordBatch> Refused => new()
    {
        { "Document 2 of a batch, 'En titel', has no id.", Some.Documents(Some.Document("a"), Some.Document(" ")) },
        { "The document a is twice in one batch; each may be there once.", Some.Documents(Some.Document("a"), Some.Document("b"), Some.Document("a", "Ny")) },
        { "The observation freq=A ref_area=SE period=2024 is twice in one batch; each may be there once.", Some.Figures("d", ("SE", 2024, 1), ("SE", 2024, 2)) },
        { "A batch of the dataset d has 2 values but 1 codes of ref_area.", Batch(areas: new(["SE"], new[] { 0 })) },
        { "A batch of the dataset d has code 7 of ref_area in row 2, which has no value.", Batch(areas: new(["SE"], new[] { 0, 7 })) },
        { "A batch of the dataset d has no period in row 1.", Batch(periods: new([Period.Year(2024)], new[] { -1, 0 })) },
        { "A batch of the dataset d has an infinite value in row 2.", Batch(values: [1, double.PositiveInfinity]) },
        { "A batch of the dataset d has 2 values but 1 presences.", Batch(presences: [Presence.Present]) },
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task Append_BatchThatBreaksARule_SaysWhich(string sentence, RecordBatch batch)
    {
        await using var load = folder.Store.BeginLoad(new("s", "Test", "1.0.0"));

        var fault = await Assert.ThrowsAsync<ArgumentException>(() => load.AppendAsync(batch, 0, TestContext.Current.CancellationToken));

        Assert.Equal(sentence, fault.Message.Split(" (Parameter", 2)[0]);
    }

    /// <summary>A cut in the midst of a character leaves half of it, which no file can hold: the row was another one when it was read again.</summary>
    [Fact]
    public async Task Rows_WithHalfACharacter_AreKnownWhenTheyComeAgain()
    {
        var cut = "🏭"[..1];
        await folder.LoadAsync("s", Some.Documents(Some.Document($"id{cut}", cut)));
        await folder.LoadAsync("t", Some.Figures("d", ($"SE{cut}", 2024, 1)));

        var document = await folder.LoadAsync(folder.Open(), "s", Some.Documents(Some.Document($"id{cut}", cut)));
        var figure = await folder.LoadAsync(folder.Open(), "t", Some.Figures("d", ($"SE{cut}", 2024, 1)));

        Assert.Equal([new AppendCounts(0, 0, 1), new AppendCounts(0, 0, 1)], [document.Rows, figure.Rows]);
        Assert.DoesNotContain(await folder.VerifyAsync(), fault => !fault.StartsWith("The raw answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Document_OfTheLastInstantAndWithNullAmongItsCategories_IsStored()
    {
        var document = Some.Document("1") with { Published = Moment.At(DateTimeOffset.MaxValue), Categories = ["a", null!] };

        var load = await folder.LoadAsync("s", Some.Documents(document));
        var stored = await folder.Store.Tables.QueryAsync("SELECT published, categories::VARCHAR AS categories FROM documents");

        Assert.Equal(1, load.Rows.Added);
        Assert.Equal((DateTimeOffset.MaxValue.UtcDateTime.AddTicks(-9), "[a]"), ((DateTime)stored["published"].Values[0]!, stored["categories"].Values[0]));
        Assert.DoesNotContain(await folder.VerifyAsync(), fault => !fault.StartsWith("The raw answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Finish_AfterARefusedBatch_KeepsWhatCameBefore()
    {
        await using var load = folder.Store.BeginLoad(new("s", "Test", "1.0.0"));
        await load.AppendAsync(Some.Figures("d", new Cursor("1"), ("SE", 2024, 1)), 0, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<ArgumentException>(() => load.AppendAsync(Batch(values: [1, double.NegativeInfinity]), 0, TestContext.Current.CancellationToken));

        var result = await load.FinishAsync(LoadHealth.Failed, "Stopped.", TestContext.Current.CancellationToken);

        Assert.Equal(new AppendCounts(1, 0, 0), result.Rows);
        Assert.Equal(new Cursor("1"), folder.Store.CursorOf("s"));
    }

    [Fact]
    public async Task Append_OfAnAnswerThatWasNotAdded_IsRefused()
    {
        await using var load = folder.Store.BeginLoad(new("s", "Test", "1.0.0"));

        var fault = await Assert.ThrowsAsync<ArgumentException>(
            () => load.AppendAsync(Some.Documents(Some.Document("a")), 3, TestContext.Current.CancellationToken));

        Assert.StartsWith($"Load {load.LoadId} has no answer number 3; add the answer before its batches.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Append_OfBothKinds_IsRefused()
    {
        await using var load = folder.Store.BeginLoad(new("s", "Test", "1.0.0"));
        await load.AppendAsync(Some.Documents(Some.Document("a")), 0, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<ArgumentException>(() => load.AppendAsync(Some.Figures("d", ("SE", 2024, 1)), 0, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Presence_OfEachKind_IsKeptAndNullHasAReason()
    {
        var batch = new ObservationBatch
        {
            Dataset = "d",
            Periods = new([Period.Year(2020), Period.Year(2021), Period.Year(2022), Period.Year(2023), Period.Year(2024)], new[] { 0, 1, 2, 3, 4 }),
            Values = new[] { -0.0, double.NaN, double.NaN, double.NaN, 5 },
            Presences = new[] { Presence.Present, Presence.Confidential, Presence.NotApplicable, Presence.Present, Presence.Missing },
            Status = new(["p"], new[] { -1, 0, -1, -1, 0 }),
            Dimensions = new Dictionary<string, CodedColumn<string>>(),
        };

        await folder.LoadAsync("s", batch);
        var rows = await folder.Store.Tables.QueryAsync("SELECT value, presence, status FROM observations ORDER BY period");

        Assert.Equal(
            ["0 present ", " confidential p", " not-applicable ", " missing ", "5 present p"],
            rows.Rows.Select(row => $"{row.Text("value")} {row["presence"]} {row["status"]}"));
    }

    [Fact]
    public async Task Dimensions_InAnotherOrder_AreTheSameObservation()
    {
        await folder.LoadAsync("s", Odd("unit", "na_item", "EUR", "B1GQ"));

        var again = await folder.LoadAsync("s", Odd("na_item", "unit", "B1GQ", "EUR"));

        Assert.Equal(new AppendCounts(0, 0, 1), again.Rows);
    }

    private static ObservationBatch Odd(string first, string second, string a, string b)
    {
        var builder = new ObservationBatchBuilder("d", first, second);
        builder.Add(Period.Year(2024), 1, null, Presence.Present, a, b);
        return builder.Build();
    }

    private static ObservationBatch Batch(
        CodedColumn<string>? areas = null, CodedColumn<Period>? periods = null, double[]? values = null, Presence[]? presences = null) => new()
        {
            Dataset = "d",
            Periods = periods ?? new([Period.Year(2024)], new[] { 0, 0 }),
            Values = values ?? [1, 2],
            Presences = presences ?? [],
            Dimensions = new Dictionary<string, CodedColumn<string>> { [Dimension.RefArea] = areas ?? new(["SE", "NO"], new[] { 0, 1 }) },
        };
}
