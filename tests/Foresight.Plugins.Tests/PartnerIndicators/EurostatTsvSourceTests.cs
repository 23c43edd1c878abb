using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Foresight.Formats.JsonStat;
using Foresight.Plugins.PartnerIndicators;
using Foresight.Plugins.PartnerIndicators.EurostatBulk;
using Foresight.Plugins.Tests.TradeStatistics;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.PartnerIndicators;

public class EurostatTsvSourceTests
{
    [Theory]
    [InlineData("unem_own.new.tsv")]
    [InlineData("unem_own.old.tsv")]
    public async Task Read_EitherGeneration_GivesWhatTheJsonGives(string file)
    {
        using var tsv = Tsv(new() { Dataset = "UNEM_OWN" });
        tsv.Web.Serve("*", TradeFixture.Read("eurostat-tsv", file));
        using var json = PluginHarness.For<PartnerIndicatorsPlugin>("eurostat", new EurostatOptions { Dataset = "UNEM_OWN" });
        json.Web.Serve("*", TradeFixture.Read("eurostat-tsv", "unem_own.json"));

        var (fromTsv, fromJson) = (await tsv.ReadAsync(), await json.ReadAsync());

        Assert.Equal(Written(fromJson), Written(fromTsv));
        Assert.Equal(7, Written(fromTsv).Count);
    }

    /// <summary>No dataset was captured in both forms: the JSON captures are written out as TSV here, cell by cell.</summary>
    [Theory]
    [InlineData("demo_gind")]
    [InlineData("nama_10_gdp")]
    [InlineData("prc_hicp_manr_2025_raw")]
    public async Task Read_CaptureWrittenAsTsv_GivesWhatTheJsonGives(string file)
    {
        var path = SharedFolder.Path("captures", "statistics", "eurostat", "jsonstat2", file + ".json");
        await using var stream = File.OpenRead(path);
        var cube = await JsonStatReader.ReadAsync(stream, cancellationToken: TestContext.Current.CancellationToken);
        using var tsv = Tsv(new() { Dataset = file });
        tsv.Web.Serve("*", WriteTsv(cube));
        using var json = PluginHarness.For<PartnerIndicatorsPlugin>("eurostat", new EurostatOptions { Dataset = file });
        json.Web.ServeFile("*", path);

        var (fromTsv, fromJson) = (await tsv.ReadAsync(), await json.ReadAsync());

        Assert.Equal(Written(fromJson), Written(fromTsv));
    }

    [Theory]
    [InlineData("tsv-2017", "educ_uoe_fine06.tsv")]
    [InlineData("tsv-2017", "gov_10dd_edpt1.tsv.gz")]
    [InlineData("tsv-2017", "nama_10r_2hhinc.tsv.gz")]
    [InlineData("tsv-2024", "estat_nama_10r_3gdp.tsv")]
    [InlineData("tsv-2024", "estat_ilc_di03.csv.gz")]
    public async Task Read_Capture_GivesEveryCellThatSaysSomething(string folder, string file)
    {
        var path = SharedFolder.Path("captures", "statistics", "eurostat", folder, file);
        using var tsv = Tsv(new() { Dataset = "d" });
        tsv.Web.ServeFile("*", path);

        var rows = await tsv.ReadObservationsAsync();

        Assert.Equal(await CellsOfAsync(path), rows.Count);
        Assert.Equal(rows.Count, rows.Select(row => row.Identity).Distinct().Count());
        Assert.All(rows, row => Assert.True(row["freq"] is null && row["geo"] is null && row["ref_area"] is not null));
    }

    /// <summary>The shipped answer and the captured file are of one day.</summary>
    [Fact]
    public async Task Read_CapturedFile_GivesWhatTheShippedJsonGives()
    {
        var sample = Path.Combine(TradeFixture.Path("eurostat-tsv", ""), "..", "..", "..", "..", "data", "samples", "eurostat", "nama_10r_3gdp.json");
        using var json = PluginHarness.For<PartnerIndicatorsPlugin>("eurostat", new EurostatOptions { Dataset = "nama_10r_3gdp" });
        json.Web.ServeFile("*", sample);
        var fromJson = await json.ReadAsync();
        var places = fromJson.Cast<ObservationBatch>().SelectMany(ObservationRow.RowsOf).Select(row => row["ref_area"]!).Distinct().ToList();
        using var tsv = Tsv(new() { Dataset = "nama_10r_3gdp", Filters = new Dictionary<string, IReadOnlyList<string>> { ["geo"] = places, ["unit"] = ["EUR_HAB"] } });
        tsv.Web.ServeFile("*", SharedFolder.Path("captures", "statistics", "eurostat", "tsv-2024", "estat_nama_10r_3gdp.tsv"));

        var fromTsv = await tsv.ReadAsync();

        Assert.Equal(Written(fromJson), Written(fromTsv));
    }

    [Theory]
    [InlineData("https://preview.invalid/unem_own.new.tsv", "unem_own")]
    [InlineData("https://preview.invalid/estat_nama_10r_3gdp.tsv.gz", "nama_10r_3gdp")]
    [InlineData("https://preview.invalid/estat_nama_10r_3gdp%20(2).tsv", "nama_10r_3gdp")]
    [InlineData("https://preview.invalid/met_pjanaggr3(1).tsv", "met_pjanaggr3")]
    [InlineData("https://preview.invalid/unem_own", "unem_own")]
    [InlineData("https://ec.europa.eu/eurostat/api/dissemination/sdmx/2.1/data/UNEM_OWN?format=TSV&compressed=true", "UNEM_OWN")]
    [InlineData("https://preview.invalid/min%20tabell.tsv", "unnamed")]
    public void Recognise_File_TakesTheDatasetFromItsName(string url, string dataset)
    {
        var answer = TradeFixture.Read("eurostat-tsv", "unem_own.new.tsv");

        var match = PluginHarness.Recognise<PartnerIndicatorsPlugin>("eurostat-tsv", answer, url: url);

        Assert.Equal(dataset, match!.Options["dataset"]);
    }

    [Fact]
    public async Task Read_FiltersAndFrom_KeepOnlyThese()
    {
        using var tsv = Tsv(new() { Dataset = "unem_own", From = "2024", Filters = new Dictionary<string, IReadOnlyList<string>> { ["geo"] = ["se232"], ["sex"] = ["T"] } });
        tsv.Web.Serve("*", TradeFixture.Read("eurostat-tsv", "unem_own.new.tsv"));

        var rows = await tsv.ReadObservationsAsync();

        Assert.Equal([("2024", 7.4, "b"), ("2025", 7.9, "ep")], rows.Select(row => (row.Period.Text, row.Value!.Value, row.Status!)));
    }

    [Theory]
    [InlineData("region", "SE232", "no dimension 'region'")]
    [InlineData("geo", "SE999", "has no value")]
    public async Task Read_FilterThatFitsNothing_SaysSo(string dimension, string code, string expected)
    {
        using var tsv = Tsv(new() { Dataset = "unem_own", Filters = new Dictionary<string, IReadOnlyList<string>> { [dimension] = [code] } });
        tsv.Web.Serve("*", TradeFixture.Read("eurostat-tsv", "unem_own.new.tsv"));

        var exception = await tsv.FailAsync();

        Assert.Equal(Fault.UnknownId, exception.Fault);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_PreparedFile_IsWaitedForAndUnpacked()
    {
        using var tsv = Tsv(new() { Dataset = "unem_own" });
        tsv.Web.Serve("*/sdmx/2.1/data/UNEM_OWN?format=TSV&compressed=true", TradeFixture.Read("comext", "queued.xml"));
        tsv.Web.ServeInTurn("*/1.0/async/status/*", "PROCESSING", "AVAILABLE");
        tsv.Web.Serve("*/1.0/async/data/*", Packed(TradeFixture.Read("eurostat-tsv", "unem_own.new.tsv")));

        var batches = await tsv.ReadWhileTimePassesAsync();

        Assert.Equal(7, batches.Cast<ObservationBatch>().Sum(batch => batch.Count));
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "a,b\n1,2\n", Recovery.Stop)]
    [InlineData(HttpStatusCode.NotFound, "<faultcode>100</faultcode>", Recovery.Stop)]
    [InlineData(HttpStatusCode.OK, "<!doctype html><html></html>", Recovery.Retry)]
    public async Task Read_NoTable_IsToldInASentence(HttpStatusCode status, string answer, Recovery recovery)
    {
        using var tsv = Tsv(new() { Dataset = "unem_own" });
        tsv.Web.Serve("*", answer, status);

        var exception = await tsv.FailAsync();

        Assert.Equal(recovery, exception.Recovery);
    }

    [Fact]
    public void Recognise_Header_TakesTheDatasetFromTheName()
    {
        var part = PluginHarness.PartOf<PartnerIndicatorsPlugin>("eurostat-tsv");

        var match = part.Recognise!(new AnswerHead(new Uri("file:///x/ilc_li41.tsv.gz"), null, Encoding.UTF8.GetBytes("unit,geo\\time\t2016 \nPC,AT\t: \n")));

        Assert.Equal("ilc_li41", match!.Options["dataset"]);
        Assert.Null(part.Recognise(new AnswerHead(new Uri("file:///x.csv"), null, "code,label\n"u8.ToArray())));
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static async Task<int> CellsOfAsync(string path)
    {
        await using var file = File.OpenRead(path);
        await using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream);
        var lines = (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);
        return lines.Sum(line => (line.StartsWith('"') ? line[(line.IndexOf('"', 1) + 2)..].Split(',') : line.Split('\t')[1..]).Count(cell => cell.Trim() != ":"));
    }

    private static string WriteTsv(JsonStatDataset cube)
    {
        var keys = cube.Dimensions.Take(cube.Dimensions.Count - 1).ToList();
        Assert.Equal("time", cube.Dimensions[^1].Id);
        var text = new StringBuilder(string.Join(',', keys.Select(key => key.Id))).Append("\\TIME_PERIOD");
        foreach (var period in cube.Dimensions[^1].Codes)
            text.Append('\t').Append(period).Append(' ');
        var periods = cube.Dimensions[^1].Codes.Count;
        var positions = new int[cube.Dimensions.Count];
        foreach (var line in cube.Cells.GroupBy(cell => cell.Index / periods))
        {
            cube.Locate(line.Key * periods, positions);
            text.Append('\n').AppendJoin(',', keys.Select((key, i) => key.Codes[positions[i]]));
            var cells = line.ToDictionary(cell => cell.Index % periods);
            for (var at = 0L; at < periods; at++)
            {
                text.Append('\t').Append(cells.TryGetValue(at, out var cell) && cell.Value is { } value ? value.ToString("R", CultureInfo.InvariantCulture) : ":")
                    .Append(' ').Append(cells.TryGetValue(at, out cell) ? cell.Status : "");
            }
        }

        return text.Append('\n').ToString();
    }

    /// <summary>Every observation with all that is stored of it.</summary>
    private static List<string> Written(IEnumerable<RecordBatch> batches) => [.. batches.Cast<ObservationBatch>()
        .SelectMany(batch => ObservationRow.RowsOf(batch).Select((row, i) => string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Identity} {row.Value:R} {row.Presence} {row.Status} {(batch.Marks is { } marks && marks.Codes.Span[i] is >= 0 and var code ? marks.Values[code] : "")}")))
        .Order(StringComparer.Ordinal)];

    private static PluginHarness Tsv(EurostatTsvOptions options) => PluginHarness.For<PartnerIndicatorsPlugin>("eurostat-tsv", options);
}
