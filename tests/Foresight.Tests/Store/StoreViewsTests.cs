using System.Runtime.CompilerServices;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Store;

/// <summary>The views are a contract: names, order and types do not change by accident, nor with what is in the tables.</summary>
public sealed class StoreViewsTests : IDisposable
{
    private static readonly string[] Views =
    [
        "documents", "documents_history", "observations", "observations_history", "codes", "codes_history", "classifications", "classifications_history",
        "tags", "tags_history", "verdicts", "models", "registers", "registers_history", "signals", "ratings", "gatherings", "steps", "alerts", "loads", "answers", "stories",
        "document_stories", "observations_without_sums", "needs", "partners", "applications", "activities", "contact_observations", "decisions",
    ];

    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Views_OfAnEmptyStore_AreAsApproved()
    {
        var views = await DescribeAsync();
        if (Environment.GetEnvironmentVariable("FORESIGHT_APPROVE") == "1")
        {
            await File.WriteAllTextAsync(ApprovedFile(), views, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await ApprovedAsync(), views);
    }

    [Fact]
    public async Task Views_OfAFilledStore_AreAsApproved()
    {
        await folder.LoadAsync("s", Some.Documents(Some.Document("a")));
        await folder.LoadAsync("s", Some.Documents(Some.Document("a", "Ny")));
        await folder.LoadAsync("t", Some.Figures("d", ("SE", 2024, 1)));
        await folder.LoadAsync("t", Some.Figures("d", ("SE", 2024, 2)));
        await folder.Store.AppendClassificationsAsync(
            [new("s", "a", 1, "tourism", 0.5, 0.5, [], "m", "p", folder.Clock.GetUtcNow())], [Some.Tags("a")], TestContext.Current.CancellationToken);
        await folder.Store.AppendPersonVerdictsAsync([new("s", "a", 1, "AB", folder.Clock.GetUtcNow(), ["tourism"])], TestContext.Current.CancellationToken);
        await folder.Store.AppendModelsAsync([new("focus", "m", "tourism", "sv", new(1, 2, 3, 4), folder.Clock.GetUtcNow())], TestContext.Current.CancellationToken);
        await folder.Store.AppendSignalsAsync([new("trends", folder.Clock.GetUtcNow(), true, "h", Some.Signal("indicator/N1"), "1")], TestContext.Current.CancellationToken);
        await folder.Store.AppendRatingsAsync([new("trends", "indicator/N1", "AB", folder.Clock.GetUtcNow()) { Impact = 4 }], TestContext.Current.CancellationToken);
        await folder.LoadAsync("r", Some.Activities(("sortex", "Ett projekt")));
        await folder.LoadAsync("r", Some.Activities(("sortex", "Ett annat")));
        await folder.Store.AppendStepsAsync(
            [new("trends", "indicator/N1", folder.Clock.GetUtcNow(), StepKind.Taken, "AB") { Owner = "board", Due = new(2026, 12, 1) }], TestContext.Current.CancellationToken);
        await folder.Store.AppendGatheringsAsync([new("raised/x", folder.Clock.GetUtcNow(), "AB", true, SignalLevel.Trend, new("X", "X"), "h") { Members = ["trends:indicator/N1"] }], TestContext.Current.CancellationToken);
        await folder.Store.AppendAlertsAsync([new("exports", "exports/1", folder.Clock.GetUtcNow(), "fired", "watch")], TestContext.Current.CancellationToken);

        var views = await DescribeAsync();

        Assert.Equal(await ApprovedAsync(), views);
    }

    [Fact]
    public async Task Query_WithParameters_TakesThemByNumber()
    {
        var answer = await folder.Store.Tables.QueryAsync(
            "SELECT $2 AS b, $1 AS a, $3::DATE AS day, NULL::INTEGER AS none, [1.5, 2] AS list", "å", 7, new DateOnly(2026, 9, 5));

        var row = answer.Rows.Single();
        Assert.Equal([7, "å", new DateOnly(2026, 9, 5), null], [row["b"], row["a"], row["day"], row["none"]]);
        Assert.Equal(typeof(int), answer["none"].Type);
    }

    [Fact]
    public async Task Query_SumOfWholeNumbers_IsALong()
    {
        var answer = await folder.Store.Tables.QueryAsync("SELECT sum(i) AS total FROM range(10) t(i)");

        Assert.Equal(45L, answer["total"].Values[0]);
        Assert.Equal(45.0, answer.Rows.Single().Number("total"));
    }

    [Theory]
    [InlineData("SELECT missing FROM documents", "The query is wrong: Binder Error: Referenced column \"missing\" not found in FROM clause!")]
    [InlineData("SELEKT 1", "The query is wrong: syntax error at or near \"SELEKT\"")]
    public async Task Query_Wrong_SaysWhere(string sql, string sentence)
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => folder.Store.Tables.QueryAsync(sql));

        Assert.Equal(sentence, fault.Message);
    }

    [Theory]
    [InlineData("DESCRIBE documents")]
    [InlineData("SHOW TABLES")]
    [InlineData("SUMMARIZE observations")]
    [InlineData("WITH n AS (SELECT 1 AS one) FROM n;")]
    [InlineData("VALUES (1), (2)")]
    public async Task Query_InAnyFormOfQuestion_IsAnswered(string sql)
    {
        var answer = await folder.Store.Tables.QueryAsync(sql);

        Assert.NotEqual(0, answer.RowCount);
    }

    [Theory]
    [InlineData("DROP VIEW documents")]
    [InlineData("SELECT 1; DROP VIEW documents")]
    [InlineData("COPY (SELECT 1) TO 'x.csv'")]
    [InlineData("ATTACH 'x.db'")]
    [InlineData("INSTALL httpfs")]
    [InlineData("SET memory_limit = '10GB'")]
    public async Task Query_ThatIsNoQuestion_IsRefused(string sql)
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => folder.Store.Tables.QueryAsync(sql));

        Assert.StartsWith("The store answers questions only", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_OfAFileOutsideTheStore_IsRefused()
    {
        var outside = Path.GetTempFileName();

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => folder.Store.Tables.QueryAsync($"FROM read_csv('{outside}')"));

        File.Delete(outside);
        Assert.Contains("Permission Error", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_SeveralAtOnceWhileRowsCome_AllAnswer()
    {
        var asking = Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            for (var i = 0; i < 5; i++)
            {
                await folder.Store.Tables.QueryAsync("SELECT count(*) FROM observations");
            }
        }));
        for (var year = 2000; year < 2010; year++)
        {
            await folder.LoadAsync("s", Some.Figures("d", ("SE", year, 1)));
        }

        await asking;

        Assert.Equal(10L, (await folder.Store.Tables.QueryAsync("SELECT count(*) AS n FROM observations"))["n"].Values[0]);
    }

    [Fact]
    public async Task Export_OfAQuery_IsAParquetFile()
    {
        await folder.LoadAsync("s", Some.Figures("d", ("SE", 2024, 1)));
        var file = Path.Combine(folder.Folder, "export å.parquet");

        await folder.Store.ExportParquetAsync("SELECT ref_area, value FROM observations -- all of them", file, cancellationToken: TestContext.Current.CancellationToken);

        var exported = (await folder.Store.Tables.QueryAsync($"FROM read_parquet('{file}')")).Rows.Single();
        Assert.Equal(["SE", 1.0], [exported["ref_area"], exported["value"]]);
        Assert.False(File.Exists(file + ".part"));
    }

    private static string ApprovedFile([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "views.approved.txt");

    private static Task<string> ApprovedAsync() => File.ReadAllTextAsync(ApprovedFile(), TestContext.Current.CancellationToken);

    private async Task<string> DescribeAsync()
    {
        var text = new System.Text.StringBuilder();
        foreach (var view in Views)
        {
            text.Append(view).Append('\n');
            foreach (var column in (await folder.Store.Tables.QueryAsync($"SELECT * FROM (DESCRIBE {view})")).Rows)
            {
                text.Append("  ").Append(column.Text("column_name")).Append(' ').Append(column.Text("column_type")).Append('\n');
            }
        }

        return text.ToString();
    }
}
