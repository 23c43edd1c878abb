using Foresight.Engine.Store;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Store;

public sealed class TableStoreTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Documents_StoredAndAsked_ComeBackWhole()
    {
        var document = new Document
        {
            Id = "https://example.org/å ä ö?x=1%2",
            Kind = "press-release",
            Title = "Världsarv på Åland: “ö” 🌍",
            Text = "Rad ett\nrad två, 'citat'",
            Language = "sv",
            Categories = ["kultur", "å ä ö", ""],
            Origin = new("https://example.org/artikel/ö"),
            Published = Moment.On(new(2026, 9, 4)),
            Updated = Moment.At(new(2026, 9, 4, 10, 30, 0, TimeSpan.FromHours(2))),
            Due = new(2026, 12, 24),
        };

        await folder.LoadAsync("regeringen", new DocumentBatch { Documents = [document, Some.Document("b")] });
        var row = (await folder.Store.Tables.QueryAsync("SELECT * FROM documents WHERE _item_id = $1", document.Id)).Rows.Single();

        Assert.Equal(document.Title, row["title"]);
        Assert.Equal(document.Text, row["text"]);
        Assert.Equal(["kultur", "å ä ö", ""], (string[])row["categories"]!);
        Assert.Equal("https://example.org/artikel/%C3%B6", row["url"]);
        Assert.Equal(new DateTime(2026, 9, 4, 0, 0, 0, DateTimeKind.Utc), row["published"]);
        Assert.True((bool)row["published_is_day"]!);
        Assert.Equal(new DateTime(2026, 9, 4, 8, 30, 0, DateTimeKind.Utc), row["updated"]);
        Assert.Equal(DateTimeKind.Utc, ((DateTime)row["updated"]!).Kind);
        Assert.False((bool)row["updated_is_day"]!);
        Assert.Equal(new DateOnly(2026, 12, 24), row["due"]);
        Assert.Equal(1, row["_revision"]);
        Assert.Equal(true, row["_current"]);
        Assert.Equal("regeringen", row["_source"]);
        Assert.Null(row["publisher"]);
        Assert.Null(row["deadlines"]);
        Assert.Equal(folder.Clock.GetUtcNow().UtcDateTime, row["_first_seen_at"]);
    }

    [Fact]
    public async Task FundingCall_StoredAndAsked_HasItsLists()
    {
        var call = new FundingCall
        {
            Id = "cerv-1",
            Title = "Town twinning",
            Programme = "CERV",
            ProgrammingPeriod = "2021-2027",
            Opening = new(2026, 6, 1),
            Deadlines = [new(2026, 9, 18), new(2027, 2, 1)],
            Budgets = [5_000_000.5, 0],
            Applicants = ["municipality"],
            Countries = [],
        };

        await folder.LoadAsync("calls", new DocumentBatch { Documents = [call] });
        var row = (await folder.Store.Tables.QueryAsync("FROM documents")).Rows.Single();

        Assert.Equal("CERV", row["programme"]);
        Assert.Equal([new DateOnly(2026, 9, 18), new(2027, 2, 1)], (DateOnly[])row["deadlines"]!);
        Assert.Equal([5_000_000.5, 0], (double[])row["budgets"]!);
        Assert.Equal(["municipality"], (string[])row["applicants"]!);
        Assert.Empty((Array)row["countries"]!);
    }

    [Fact]
    public async Task Observations_OfManyDimensions_AreKnownAgain()
    {
        ObservationBatch Figures(double value)
        {
            var builder = new ObservationBatchBuilder("d", Dimension.RefArea, "a", "b", "c");
            builder.Add(Period.Year(2024), 1, null, Presence.Present, "SE", "x", "y", "z");
            builder.Add(Period.Year(2024), 2, null, Presence.Present, "SE", null, null, null);
            builder.Add(Period.Year(2024), value, null, Presence.Present, "SE", "y", "x", null);
            builder.Add(Period.Year(2024), 4, null, Presence.Present, "NO", "x", "y", "z");
            return builder.Build();
        }

        await folder.LoadAsync("s", Figures(3));

        var again = await folder.LoadAsync(folder.Open(), "s", Figures(5));

        Assert.Equal(new AppendCounts(0, 1, 3), again.Rows);
        Assert.Equal(["x y z", "  ", "x y z", "y x "], (await folder.Store.Tables.QueryAsync(
            "SELECT coalesce(dims['a'], '') || ' ' || coalesce(dims['b'], '') || ' ' || coalesce(dims['c'], '') AS d FROM observations ORDER BY value"))["d"].Values);
    }

    [Fact]
    public async Task Observations_StoredAndAsked_ComeBackWhole()
    {
        var builder = new ObservationBatchBuilder("nama å/b=1", Dimension.RefArea, Dimension.Unit, "na_item", "s_adj");
        builder.Add(Period.Parse("2026-Q3"), 1.5, "p", Presence.Present, "SE232", "EUR", "B1GQ", "NSA");
        builder.Add(Period.Parse("2025"), null, "c", Presence.Confidential, "SE232", "EUR", "B1GQ", null);
        builder.Add(Period.Parse("2024-W07"), -0.25, null, Presence.Present, "Å", null, null, null);

        await folder.LoadAsync("eurostat", builder.Build());
        var rows = (await folder.Store.Tables.QueryAsync("FROM observations ORDER BY period_start DESC")).Rows.ToArray();

        Assert.Equal(3, rows.Length);
        Assert.Equal(["Q", "A", "W"], rows.Select(row => row.Text("freq")));
        Assert.Equal("nama å/b=1", rows[0]["dataset"]);
        Assert.Equal(1.5, rows[0]["value"]);
        Assert.Equal(new Dictionary<string, string> { ["na_item"] = "B1GQ", ["s_adj"] = "NSA" }, (Dictionary<string, string>)rows[0]["dims"]!);
        Assert.Equal(new DateOnly(2026, 7, 1), rows[0]["period_start"]);
        Assert.Null(rows[1]["value"]);
        Assert.Equal("confidential", rows[1]["presence"]);
        Assert.Equal("c", rows[1]["status"]);
        Assert.Null(rows[2]["dims"]);
        Assert.Equal("Å", rows[2]["ref_area"]);
        Assert.Null(rows[2]["unit"]);
        Assert.Equal(1, rows[2]["_answer"]);
    }

    [Fact]
    public async Task Load_OfTheSameAgain_AddsNothing()
    {
        RecordBatch[] Batches() => [Some.Figures("d", new Cursor("1"), ("SE", 2024, 1), ("NO", 2024, null)), Some.Figures("e", ("SE", 2024, 1))];
        await folder.LoadAsync("s", Batches());
        var before = (await folder.Store.Tables.QueryAsync("SELECT count(*) FROM observations_history")).Rows.Single()["count_star()"];

        var again = await folder.LoadAsync(folder.Open(), "s", Batches());

        Assert.Equal(new AppendCounts(0, 0, 3), again.Rows);
        Assert.Equal(before, (await folder.Store.Tables.QueryAsync("SELECT count(*) FROM observations_history")).Rows.Single()["count_star()"]);
    }

    [Fact]
    public async Task Document_Edited_BecomesANewRevision()
    {
        await folder.LoadAsync("s", Some.Documents(Some.Document("a", "Först"), Some.Document("b")));
        folder.Clock.Advance(TimeSpan.FromDays(1));

        var second = await folder.LoadAsync("s", Some.Documents(Some.Document("a", "Sedan"), Some.Document("c")));

        Assert.Equal(new AppendCounts(1, 1, 0), second.Rows);
        var latest = await folder.Store.Tables.QueryAsync("SELECT _item_id, title, _revision, _first_seen_at FROM documents ORDER BY 1");
        Assert.Equal(["a Sedan 2", "b En titel 1", "c En titel 1"], latest.Rows.Select(row => $"{row["_item_id"]} {row["title"]} {row["_revision"]}"));
        Assert.Equal(new DateTime(2026, 9, 5, 5, 0, 0, DateTimeKind.Utc), latest["_first_seen_at"].Values[0]);
        var history = await folder.Store.Tables.QueryAsync("SELECT title, _current FROM documents_history WHERE _item_id = 'a' ORDER BY _revision");
        Assert.Equal(["Först False", "Sedan True"], history.Rows.Select(row => $"{row["title"]} {row["_current"]}"));
    }

    [Fact]
    public async Task Figure_Revised_KeepsEachVintage()
    {
        await folder.LoadAsync("s", Some.Figures("d", ("SE", 2024, 1), ("NO", 2024, 2)));
        await folder.LoadAsync("s", Some.Figures("d", ("SE", 2024, 3)));

        await folder.LoadAsync("s", Some.Figures("d", ("SE", 2024, null)));

        var vintages = await folder.Store.Tables.QueryAsync("SELECT value, presence, _current FROM observations_history WHERE ref_area = 'SE' ORDER BY _revision");
        Assert.Equal(["1 present False", "3 present False", " missing True"], vintages.Rows.Select(row => $"{row.Text("value")} {row["presence"]} {row["_current"]}"));
        var latest = await folder.Store.Tables.QueryAsync("SELECT ref_area, value, _revision FROM observations ORDER BY 1");
        Assert.Equal(["NO 2 1", "SE  3"], latest.Rows.Select(row => $"{row["ref_area"]} {row.Text("value")} {row["_revision"]}"));
    }

    [Fact]
    public async Task Figure_RevisedWithinOneLoad_KeepsBoth()
    {
        var load = await folder.LoadAsync("s", Some.Figures("d", ("SE", 2024, 1)), Some.Figures("d", ("SE", 2024, 2)), Some.Figures("d", ("SE", 2024, 2)));

        Assert.Equal(new AppendCounts(1, 1, 1), load.Rows);
        var vintages = await folder.Store.Tables.QueryAsync("SELECT value FROM observations_history ORDER BY _revision");
        Assert.Equal([1.0, 2.0], vintages["value"].Values);
    }

    [Fact]
    public async Task Cursor_OfABatchWithoutChange_IsStored()
    {
        await folder.LoadAsync("s", Some.Figures("d", new Cursor("1"), ("SE", 2024, 1)));
        await folder.LoadAsync("s", Some.Figures("d", new Cursor("2"), ("SE", 2024, 1)));
        await folder.LoadAsync("s", Some.Figures("d", ("SE", 2025, 1)));
        await folder.LoadAsync("other", Some.Figures("d", new Cursor("9"), ("SE", 2024, 1)));

        var cursor = folder.Open().CursorOf("s");

        Assert.Equal(new Cursor("2"), cursor);
        Assert.Null(folder.Store.CursorOf("nobody"));
    }

    [Fact]
    public async Task Batches_SmallOnes_AreJoinedInOneCommit()
    {
        await folder.LoadAsync("s", [.. Enumerable.Range(2000, 20).Select(year => Some.Figures("d", new Cursor($"{year}"), ("SE", year, 1)))]);

        var commits = Directory.GetFiles(Path.Combine(folder.Folder, "observations", "_delta_log"), "*.json");

        Assert.Equal(2, commits.Length);
        Assert.Equal(new Cursor("2019"), folder.Store.CursorOf("s"));
        Assert.Contains("\"version\":20", await File.ReadAllTextAsync(commits.Order().Last(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_Finished_HasItsRowAndAnswers()
    {
        await using var load = folder.Store.BeginLoad(new("s", "Plugin", "1.2.0"));
        load.AddAnswer(Some.Answer(folder.Clock.GetUtcNow()));
        await load.AppendAsync(
            new DocumentBatch { Documents = [Some.Document("a")], Next = new("c1"), Rejections = [new("item 2", "It has no id.")] },
            1, TestContext.Current.CancellationToken);

        var result = await load.FinishAsync(LoadHealth.Failed, "The rest was not read.", TestContext.Current.CancellationToken);

        Assert.Equal("20260905T050000Z-0001-s", result.LoadId);
        var row = (await folder.Store.Tables.QueryAsync("FROM loads")).Rows.Single();
        Assert.Equal("failed", row["health"]);
        Assert.Equal("c1", row["cursor"]);
        Assert.Equal(1L, row["rows_added"]);
        Assert.Equal(["item 2: It has no id."], (string[])row["rejections"]!);
        var answer = (await folder.Store.Tables.QueryAsync("FROM answers")).Rows.Single();
        Assert.Equal(result.LoadId, answer["_load_id"]);
        Assert.Equal(3L, answer["bytes"]);
    }

    [Fact]
    public async Task Verdicts_OfANewModel_SupersedeTheOld()
    {
        ClassificationRow Verdict(string model) => new("s", "a", 1, "tourism", 0.75, 0.5, ["turism"], model, "p1", folder.Clock.GetUtcNow());
        var token = TestContext.Current.CancellationToken;

        var first = await folder.Store.AppendClassificationsAsync([Verdict("m1")], [], token);
        var again = await folder.Store.AppendClassificationsAsync([Verdict("m1")], [], token);
        var other = await folder.Store.AppendClassificationsAsync([Verdict("m2")], [], token);

        Assert.Equal([new(1, 0, 0), new(0, 0, 1), new(0, 1, 0)], [first, again, other]);
        var latest = (await folder.Store.Tables.QueryAsync("FROM classifications")).Rows.Single();
        Assert.Equal("m2", latest["model_version"]);
        Assert.Equal(true, latest["belongs"]);
        Assert.Equal(2, (await folder.Store.Tables.QueryAsync("FROM classifications_history")).RowCount);
    }

    [Fact]
    public async Task At_AnEarlierVersionOrDay_ShowsWhatWasKnownThen()
    {
        await folder.LoadAsync("s", Some.Figures("d", ("SE", 2024, 1)));
        var then = folder.Store.Version;
        folder.Clock.Advance(TimeSpan.FromDays(2));
        await folder.LoadAsync("s", Some.Figures("d", ("SE", 2024, 2)));

        var byVersion = await folder.Store.At($"v{then}").QueryAsync("SELECT value FROM observations");
        var byDay = await folder.Store.At("2026-09-05").QueryAsync("SELECT value FROM observations_history");
        var later = await folder.Store.At("2026-09-07").QueryAsync("SELECT value FROM observations");
        var before = await folder.Store.At("v0").QueryAsync("SELECT value FROM observations");

        Assert.Equal([1.0], byVersion["value"].Values);
        Assert.Equal([1.0], byDay["value"].Values);
        Assert.Equal([2.0], later["value"].Values);
        Assert.Empty(before["value"].Values);
    }

    [Theory]
    [InlineData("v99", "The store has no version v99; its newest is v0.")]
    [InlineData("igår", "'igår' is no version of the store; write v12, a day such as 2026-09-01 or an instant such as 2026-09-01T12:00:00Z.")]
    public void At_UnknownVersion_SaysWhichThereAre(string version, string sentence)
    {
        var fault = Assert.Throws<ArgumentException>(() => folder.Store.At(version));

        Assert.Equal(sentence, fault.Message);
    }
}
