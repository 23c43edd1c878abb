using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Foresight.Tests.Runs;

/// <summary>The sources' real answers through the whole program; counts are taken from the files by other means.</summary>
public sealed partial class ReplayTests
{
    [Fact]
    public async Task Ingest_OfEveryCapturedAnswer_StoresAsManyRecordsAsTheFilesHold()
    {
        var expected = new Dictionary<string, long>();
        using var workspace = new TestWorkspace();
        AddFeeds(workspace, expected);
        AddTrade(workspace, expected);
        AddIndicators(workspace, expected);
        workspace.Write();

        var run = await ForesightCommand.RunAsync(["ingest", .. workspace.Options]);

        Assert.True(run.ExitCode == 0, run.ToString());
        var documents = await workspace.QueryAsync("SELECT _source AS s, count(*) AS n FROM documents GROUP BY ALL");
        var observations = await workspace.QueryAsync("SELECT _source AS s, count(*) AS n FROM observations GROUP BY ALL");
        var stored = documents.Concat(observations).ToDictionary(row => row.GetProperty("s").GetString()!, row => row.GetProperty("n").GetInt64());
        Assert.Equal(expected.OrderBy(pair => pair.Key, StringComparer.Ordinal), stored.OrderBy(pair => pair.Key, StringComparer.Ordinal));

        var again = await ForesightCommand.RunAsync(["ingest", .. workspace.Options]);
        Assert.True(again.ExitCode == 0, again.ToString());
        Assert.Contains("Nothing new.", again.Out, StringComparison.Ordinal);
    }

    private static void AddFeeds(TestWorkspace workspace, Dictionary<string, long> expected)
    {
        foreach (var (folder, pattern) in new[] { ("ec", "*.xml"), ("regeringen", "*.rss.xml"), ("eurostat", "*.rss") })
        {
            foreach (var file in Directory.EnumerateFiles(SharedFolder.Path("captures", "feeds", folder), pattern).Order(StringComparer.Ordinal))
            {
                var id = $"feed-{expected.Count}";
                workspace.Source(id, "feed", $"url: https://feeds.example.org/{id}, timeZone: Europe/Brussels, language: en, publisher: Test")
                    .Answer($"https://feeds.example.org/{id}", file, "application/rss+xml");
                expected.Add(id, ItemElement().Count(File.ReadAllText(file)));
            }
        }

        // The two pages of the captured list have their own addresses; the second is the last.
        var pages = Directory.EnumerateFiles(SharedFolder.Path("captures", "feeds", "riksdagen"), "*dokumentlista*").Order(StringComparer.Ordinal).ToList();
        workspace.Source("riksdagen", "riksdagen", "documentTypes: [bet]")
            .Answer("*data.riksdagen.se/dokumentlista/*p=2*", pages[1], "application/json")
            .Answer("*data.riksdagen.se/dokumentlista/*p=1*", pages[0], "application/json");
        expected.Add("riksdagen", pages.Sum(page => JsonDocument.Parse(File.ReadAllText(page)).RootElement
            .GetProperty("dokumentlista").GetProperty("dokument").GetArrayLength()));

        foreach (var file in Directory.EnumerateFiles(SharedFolder.Path("captures", "feeds", "interreg"), "*rawdata*.json").Order(StringComparer.Ordinal))
        {
            var id = $"interreg-{expected.Count}";
            workspace.Source(id, "interreg", $"url: https://interreg.example.org/{id}").Answer($"https://interreg.example.org/{id}", file, "application/json");
            expected.Add(id, JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetArrayLength());
        }
    }

    private static void AddTrade(TestWorkspace workspace, Dictionary<string, long> expected)
    {
        foreach (var file in Directory.EnumerateFiles(SharedFolder.Path("captures", "statistics", "trade", "comext"), "imports_*").Order(StringComparer.Ordinal))
        {
            var id = $"comext-{expected.Count}";
            workspace.Source(id, "comext", $"reporters: [R{expected.Count}], products: [\"84834030\"]")
                .Answer($"https://ec.europa.eu/eurostat/api/comext/*M.R{expected.Count}.*", file, "text/csv");
            expected.Add(id, File.ReadLines(file).Count(line => line.Length > 0) - 1);
        }

        foreach (var year in new[] { "2015", "2019" })
        {
            var files = Directory.EnumerateFiles(SharedFolder.Path("captures", "statistics", "trade", "wits-" + year), "en_*.CSV").Order(StringComparer.Ordinal).ToList();
            foreach (var file in files)
            {
                var reporter = Path.GetFileName(file).Split('_')[1];
                var id = $"wits-{year}-{reporter}".ToLowerInvariant();
                workspace.Source(id, "wits", $"reporters: [{reporter}], urlTemplate: \"https://wits.worldbank.org/{year}/{{reporter}}.csv\"")
                    .Answer($"https://wits.worldbank.org/{year}/{reporter}.csv", file, "text/csv");
                expected.Add(id, WitsCells(file));
            }
        }
    }

    private static void AddIndicators(TestWorkspace workspace, Dictionary<string, long> expected)
    {
        foreach (var file in Directory.EnumerateFiles(SharedFolder.Path("captures", "statistics", "eurostat", "jsonstat2"), "*.json")
                     .Where(file => !Path.GetFileName(file).StartsWith("expected-", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var id = $"eurostat-{expected.Count}";
            var dataset = Path.GetFileNameWithoutExtension(file);
            workspace.Source(id, "eurostat", $"dataset: {dataset}").Answer($"https://ec.europa.eu/*data/{dataset}?*", file, "application/json");
            using var answer = JsonDocument.Parse(File.ReadAllText(file));
            // A cell with a value is a row, and so is one that only a flag names.
            var cells = answer.RootElement.GetProperty("value").EnumerateObject().Select(cell => cell.Name);
            var flagged = answer.RootElement.TryGetProperty("status", out var status) ? status.EnumerateObject().Select(cell => cell.Name) : [];
            expected.Add(id, cells.Union(flagged).Count());
        }

        var worldBank = SharedFolder.Path("captures", "statistics", "worldbank");
        AddWorldBank(workspace, expected, Path.Combine(worldBank, "api-v2-NY.GDP.MKTP.CD-page1-raw.json"), "RAW");
        AddWorldBank(workspace, expected, Path.Combine(worldBank, "api-v2-ignifer.json"), "IGN");
        AddWorldBankPages(workspace, expected, Path.Combine(worldBank, "api-v2-askstat.json"));
    }

    // This capture holds two real pages of one question in one object: each is served at its own address, as it was answered.
    private static void AddWorldBankPages(TestWorkspace workspace, Dictionary<string, long> expected, string file)
    {
        using var capture = JsonDocument.Parse(File.ReadAllText(file));
        workspace.Source("worldbank-pages", "worldbank", "indicators: [NY.GDP.MKTP.CD], countries: [NOR]");
        foreach (var page in new[] { 1, 2 })
        {
            var answer = Path.Combine(Path.GetDirectoryName(workspace.Map)!, $"worldbank-{page}.json");
            File.WriteAllText(answer, capture.RootElement.GetProperty($"page{page}").GetRawText());
            workspace.Answer($"https://api.worldbank.org/v2/country/NOR/indicator/*page={page}", answer, "application/json");
        }

        expected.Add("worldbank-pages", new[] { "page1", "page2" }.Sum(page => capture.RootElement.GetProperty(page)[1].GetArrayLength()));
    }

    private static void AddWorldBank(TestWorkspace workspace, Dictionary<string, long> expected, string file, string country)
    {
        var id = "worldbank-" + country.ToLowerInvariant();
        workspace.Source(id, "worldbank", $"indicators: [NY.GDP.MKTP.CD], countries: [{country}], maxPages: 1")
            .Answer($"https://api.worldbank.org/v2/country/{country}/indicator/*", file, "application/json");
        expected.Add(id, JsonDocument.Parse(File.ReadAllText(file)).RootElement[1].GetArrayLength());
    }

    // Every filled cell behind the five key columns; a line whose key has come before adds none.
    private static long WitsCells(string file)
    {
        var keys = new HashSet<string>();
        return File.ReadLines(file).Skip(1).Where(line => line.Length > 0)
            .Select(line => Cell().Matches(line).Select(match => match.Groups[1].Value.Trim(' ', '"')).ToList())
            .Where(cells => keys.Add(string.Join('\u001f', cells.Take(5))))
            .Sum(cells => cells.Skip(5).LongCount(cell => double.TryParse(cell, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _)));
    }

    [GeneratedRegex("<item[ >]")]
    private static partial Regex ItemElement();

    [GeneratedRegex("(?:^|,)(\"(?:[^\"]|\"\")*\"|[^,]*)")]
    private static partial Regex Cell();
}
