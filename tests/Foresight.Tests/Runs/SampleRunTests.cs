using Xunit;

namespace Foresight.Tests.Runs;

[Collection(SampleRunCollection.Name)]
public sealed class SampleRunTests(SampleRun run)
{
    [Fact]
    public void Run_OnSamples_SucceedsWithEverySource()
    {
        var failures = run.First.GetProperty("failures").EnumerateArray().Select(failure => failure.GetString());

        Assert.Empty(failures);
        Assert.Equal(0, run.FirstExitCode);
        Assert.All(run.First.GetProperty("loads").EnumerateArray(), load => Assert.Equal("ok", load.GetProperty("health").GetString()));
    }

    [Fact]
    public void Run_OnSamples_WritesBothBriefsWithAtLeastSixCharts()
    {
        var all = run.First.GetProperty("briefs").EnumerateArray().ToList();
        var briefs = all.Where(brief => brief.GetProperty("id").GetString() == "board").ToList();

        Assert.Equal(["board en", "board sv", "council en", "council sv"], all.Select(brief => $"{brief.GetProperty("id").GetString()} {brief.GetProperty("language").GetString()}").Order());
        Assert.All(briefs, brief =>
        {
            var result = brief.GetProperty("result");
            Assert.True(File.Exists(result.GetProperty("htmlFile").GetString()));
            Assert.True(File.Exists(result.GetProperty("evidenceFile").GetString()));
            Assert.InRange(result.GetProperty("charts").GetInt32(), 6, 50);
            Assert.Equal(5, result.GetProperty("findings").GetInt32());
        });
    }

    [Fact]
    public async Task Run_OnSamples_StoresDocumentsAndObservations()
    {
        var counts = await run.QueryAsync("SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM observations) AS observations");

        Assert.InRange(counts[0].GetProperty("documents").GetInt32(), 151, 10_000);
        Assert.InRange(counts[0].GetProperty("observations").GetInt32(), 1_501, 1_000_000);
    }

    [Fact]
    public async Task Run_OnSamples_FindsItemsForEveryFocusAreaAndSomeForNone()
    {
        var areas = await run.QueryAsync("SELECT focus_area, count(*) FILTER (belongs) AS items FROM classifications GROUP BY focus_area");
        var none = await run.QueryAsync("""
            SELECT count(*) AS items FROM (SELECT _source, _item_id FROM classifications GROUP BY ALL HAVING NOT bool_or(belongs))
            """);

        Assert.Equal(6, areas.Count);
        Assert.All(areas, area => Assert.True(area.GetProperty("items").GetInt32() >= 5, area.ToString()));
        Assert.InRange(none[0].GetProperty("items").GetInt32(), 10, 200);
    }

    [Theory]
    [InlineData("source", "regeringen", "heard")]
    [InlineData("language", "sv", "heard")]
    [InlineData("region", "GL", "not-watched")]
    [InlineData("month", "2026-08", "heard")]
    public async Task Coverage_OfTheSamples_TellsWhatWasHeardAndWhatNobodyWatches(string by, string key, string state)
    {
        string[] options = ["--samples", "--policy", "vanersborg", "--store", run.Store];

        var map = await ForesightCommand.JsonAsync(["coverage", "--by", by, "--area", "humanitarian-work", .. options]);
        var text = await ForesightCommand.RunAsync(["coverage", "--by", by, .. options]);

        var row = map.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("key").GetString() == key);
        Assert.Equal(state, row.GetProperty("state").GetString());
        var cell = Assert.Single(row.GetProperty("cells").EnumerateArray());
        Assert.Equal(state == "heard", cell.GetProperty("state").GetString() is "heard" or "nothing-came");
        Assert.DoesNotContain(map.GetProperty("sources").EnumerateArray(), source => source.GetProperty("id").GetString() is "kolada" or "wits" or "kolada-releases");
        Assert.True(text.ExitCode == 0, text.ToString());
    }

    [Fact]
    public async Task Coverage_OfTheSamplesAlongAllAxes_AddsUpToTheReportsOfEachSource()
    {
        string[] options = ["--samples", "--policy", "vanersborg", "--store", run.Store];

        var all = (await ForesightCommand.JsonAsync(["coverage", .. options])).GetProperty("counts").EnumerateArray().Where(count => count.GetProperty("focusArea").GetString() is null)
            .GroupBy(count => count.GetProperty("source").GetString()!).ToDictionary(source => source.Key, source => source.Sum(count => count.GetProperty("reports").GetInt32()));
        var rows = (await ForesightCommand.JsonAsync(["coverage", "--by", "source", .. options])).GetProperty("rows").EnumerateArray();

        // A report on two countries stands in both.
        Assert.All(rows, row => Assert.InRange(all[row.GetProperty("key").GetString()!], row.GetProperty("reports").GetInt32(), 2 * row.GetProperty("reports").GetInt32()));
    }

    [Fact]
    public void SecondRun_OfTheSameInput_AddsNothingAndSaysSo()
    {
        Assert.True(run.Second.ExitCode == 0, run.Second.ToString());
        Assert.Contains("Nothing new.", run.Second.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondRun_OfTheSameInput_LeavesEveryTableAsItWas()
    {
        var loads = await run.QueryAsync("SELECT _source, rows_added, rows_revised, rows_unchanged FROM loads ORDER BY _load_id DESC");
        var history = await run.QueryAsync("SELECT (SELECT max(_revision) FROM documents_history) AS d, (SELECT max(_revision) FROM observations_history) AS o");

        var second = loads.Take(loads.Count / 2).ToList();
        Assert.All(second, load => Assert.Equal(0, load.GetProperty("rows_added").GetInt64() + load.GetProperty("rows_revised").GetInt64()));
        Assert.Equal(1, history[0].GetProperty("d").GetInt32());
        Assert.Equal(1, history[0].GetProperty("o").GetInt32());
    }

    [Fact]
    public async Task Store_AfterTheRuns_IsWhole()
    {
        var result = await ForesightCommand.RunAsync("store", "verify", "--samples", "--policy", "vanersborg", "--store", run.Store);

        Assert.True(result.ExitCode == 0, result.ToString());
    }

    // The known answers of the indicators page that need no analysis: (indicator, place, period, value, decimals).
    [Theory]
    [InlineData("N05815", "1487", "2010", 43.1, 1)]
    [InlineData("N05815", "1487", "2022", 31, 0)]
    [InlineData("U01413", "1487", "2012", 24, 0)]
    [InlineData("U01413", "1487", "2022", 33.3, 1)]
    [InlineData("U01413", "0000", "2022", 28.2, 1)]
    [InlineData("N00401", "1487", "2015", 7.19, 2)]
    [InlineData("N00401", "1487", "2022", 7.90, 2)]
    [InlineData("N00401", "0000", "2022", 4.29, 2)]
    [InlineData("N09801", "1487", "2010", 7.10, 2)]
    [InlineData("N09801", "1487", "2022", 2.39, 2)]
    [InlineData("N07917", "1487", "2015", 1.95, 2)]
    [InlineData("N07917", "1487", "2022", 6.72, 2)]
    [InlineData("N00217", "1487", "2014", 0.70, 2)]
    [InlineData("N00217", "1487", "2022", 1.04, 2)]
    [InlineData("N00951", "1487", "2010", -179, 0)]
    [InlineData("N00951", "1487", "2022", 1981, 0)]
    [InlineData("N45850", "1487", "2020", 3.39, 2)]
    [InlineData("N45850", "1487", "2022", 5.19, 2)]
    [InlineData("N01993", "1487", "2015", 50.145, 3)]
    [InlineData("N01993", "1487", "2020", 13.4, 1)]
    public async Task Observations_OfKnownIndicators_HoldTheKnownValues(string indicator, string place, string period, double expected, int decimals)
    {
        var rows = await run.QueryAsync(
            $"SELECT value FROM observations WHERE dataset = 'kolada' AND indicator = '{indicator}' AND ref_area = '{place}' AND period = '{period}' AND sex = 'T'");

        var row = Assert.Single(rows);
        Assert.Equal(expected, row.GetProperty("value").GetDouble(), decimals);
    }

    [Fact]
    public async Task Observations_OfTrustBySex_HoldBothSexes()
    {
        var rows = await run.QueryAsync(
            "SELECT sex, value FROM observations WHERE indicator = 'U01413' AND ref_area = '1487' AND period = '2022' AND sex <> 'T' ORDER BY sex");

        Assert.Equal([("F", 28.9), ("M", 36.8)], rows.Select(row => (row.GetProperty("sex").GetString()!, Math.Round(row.GetProperty("value").GetDouble(), 1))));
    }

    [Fact]
    public void Briefs_InBothLanguages_CarryTheSnapshotsDateAndTheBanner()
    {
        var pages = run.First.GetProperty("briefs").EnumerateArray().Where(brief => brief.GetProperty("id").GetString() == "board").ToDictionary(
            brief => brief.GetProperty("language").GetString()!,
            brief => File.ReadAllText(brief.GetProperty("result").GetProperty("htmlFile").GetString()!).Replace('\u00a0', ' '));

        Assert.Contains("5 september 2026", pages["sv"], StringComparison.Ordinal);
        Assert.Contains("exempel", pages["sv"], StringComparison.Ordinal);
        Assert.Contains("5 September 2026", pages["en"], StringComparison.Ordinal);
        Assert.Contains("examples", pages["en"], StringComparison.Ordinal);
    }

    [Fact]
    public void Briefs_InBothLanguages_TraceEveryNumberToItsEvidence()
    {
        var untraced = run.First.GetProperty("briefs").EnumerateArray()
            .SelectMany(brief => brief.GetProperty("result").GetProperty("untraced").EnumerateArray()).Select(number => number.GetString());

        Assert.Empty(untraced);
    }

    [Fact]
    public void CouncilReport_OnSamples_BeginsWithTheFollowUp()
    {
        var file = run.First.GetProperty("briefs").EnumerateArray()
            .Single(brief => brief.GetProperty("id").GetString() == "council" && brief.GetProperty("language").GetString() == "sv").GetProperty("result").GetProperty("htmlFile").GetString()!;

        var page = File.ReadAllText(file);

        Assert.InRange(page.IndexOf("id=\"section-follow-up\"", StringComparison.Ordinal), 0, page.IndexOf("id=\"findings\"", StringComparison.Ordinal));
        Assert.Contains("Årsrapport om det internationella arbetet", page, StringComparison.Ordinal);
    }

    // The zone was set on one of the store's connections only, so other zones shifted every instant.
    [Fact]
    public async Task Query_OnAMachineFarFromUtc_GivesTheSameInstants()
    {
        const string Sql = "SELECT _source, _item_id, published, _fetched_at FROM documents ORDER BY ALL LIMIT 50";

        var here = await ForesightCommand.RunInAsync("UTC", "query", Sql, "--samples", "--policy", "vanersborg", "--store", run.Store, "--csv");
        var there = await ForesightCommand.RunInAsync("Pacific/Kiritimati", "query", Sql, "--samples", "--policy", "vanersborg", "--store", run.Store, "--csv");

        Assert.Equal(here.Out, there.Out);
        Assert.Contains("2026-09-05T05:00:00Z", there.Out, StringComparison.Ordinal);
    }
}
