using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Foresight.Formats.Delimited;
using Foresight.Formats.EurostatTsv;
using Foresight.Formats.Feeds;
using Foresight.Formats.Html;
using Foresight.Formats.JsonStat;
using Foresight.Formats.Observations;
using Foresight.Formats.Px;
using Foresight.Formats.PxWeb;
using Foresight.Formats.SdmxCsv;
using Xunit;

namespace Foresight.Formats.Tests.Hostile;

/// <summary>A reader, and good files for it.</summary>
/// <param name="Files">The files.</param>
/// <param name="ReadAsync">Reads all of a file and gives the sentences that were said on the way.</param>
internal sealed record HostileReader(Func<IReadOnlyList<SeedFile>> Files, Func<byte[], Task<IEnumerable<string>>> ReadAsync)
{
    private static readonly Func<IReadOnlyList<SeedFile>> JsonStat = () => SeedFile.Of(
        ["*.json-stat.json", "demo_gind.json", "nama_10r_3gdp.json", "data.json"],
        "statistics/eurostat/jsonstat1-legacy/*.json", "statistics/eurostat/jsonstat2/*.json", "statistics/jsonstat-corpus/json-stat.org/*.json",
        "statistics/jsonstat-corpus/edge/*.json", "statistics/jsonstat-corpus/pyjstat/*.json", "statistics/pxweb/scb-v2/*data.json");

    private static readonly Func<IReadOnlyList<SeedFile>> Html = () => SeedFile.Of(["*.html", "*.rss.xml"], "feeds/regeringen/*.html", "feeds/europarl/*.html", "feeds/sedia/*.html");

    private static readonly DelimitedLayout Trade = new(
    [
        new("reporter", "REPORTER", "DECLARANT_ISO") { Wanted = code => code != "DE" }, new("partner", "PARTNER", "PARTNER_ISO"), new("product", "PRODUCT_NC"), new("period", "PERIOD"),
        new("value", "VALUE_EUR", "VALUE_IN_EUROS") { IsNumber = true }, new("quantity", "SUP_QUANTITY", "QUANTITY_SUPPL_UNIT") { IsNumber = true, IsOptional = true },
    ]);

    /// <summary>Every reader but that of feeds.</summary>
    public static IReadOnlyDictionary<string, HostileReader> All { get; } = new Dictionary<string, HostileReader>
    {
        ["JSON-stat"] = new(JsonStat, async bytes => Cells(await JsonStatReader.ReadAllAsync(new CutStream(bytes, 5000)))),
        ["JSON-stat, one dataset"] = new(JsonStat, async bytes => Cells([await JsonStatReader.ReadAsync(new MemoryStream(bytes))])),
        ["JSON-stat, parsed"] = new(JsonStat, bytes => Task.FromResult(OfElement(bytes))),
        ["PxWeb's configuration"] = new(() => SeedFile.Of(["config.pxweb.json"], "statistics/pxweb/*onfig*.json"), bytes => Task.FromResult(PxWebReader.ReadConfig(bytes).Citations.Values.Take(0))),
        ["PxWeb's tables"] = new(() => SeedFile.Of(["*.pxweb.json", "*.json-stat.json", "meta.*.json"], "statistics/pxweb/*meta*.json"), bytes => Task.FromResult(OfTable(bytes))),
        [".px"] = new(() => SeedFile.Of(["*.px"], "statistics/pxweb/*.px"), PxAsync),
        ["Eurostat's TSV"] = new(() => SeedFile.Of(["*.tsv"], "statistics/eurostat/*.tsv", "statistics/eurostat/estat*.csv"), bytes => TsvAsync(bytes, withEmptyCells: false)),
        ["Eurostat's TSV with empty cells"] = new(() => SeedFile.Of(["*.tsv"], "statistics/eurostat/*.tsv"), bytes => TsvAsync(bytes, withEmptyCells: true)),
        ["SDMX-CSV"] = new(() => SeedFile.Of(["*.sdmx.csv"], "statistics/sdmx/*.csv"), SdmxCsvAsync),
        ["tables of lines"] = new(() => SeedFile.Of(["*.dat"], "statistics/trade/comext/full*.csv"), DelimitedAsync),
        ["HTML"] = new(Html, bytes => Task.FromResult(Nothing(PlainText.FromHtml(Text(bytes))))),
        ["lists in HTML"] = new(Html, bytes => Task.FromResult(Nothing(HtmlListItem.Read(Text(bytes))))),
        ["gzip"] = new(() => [.. SeedFile.Of(["*.px", "*.rss.xml", "*.tsv"]).Select(file => file with { Bytes = Packed(file.Bytes) })], GzipAsync),
    };

    /// <summary>Whether a reader may throw that.</summary>
    public static bool IsRefusal(Exception e) => e is InvalidDataException or JsonStatAnswerException;

    /// <summary>Some readers never say anything.</summary>
    private static IEnumerable<string> Nothing(object? read) => read is null ? throw new InvalidOperationException("Nothing was read.") : [];

    private static IEnumerable<string> Cells(IReadOnlyList<JsonStatDataset> datasets)
    {
        foreach (var dataset in datasets)
        {
            var positions = new int[dataset.Dimensions.Count];
            foreach (var cell in dataset.Cells)
            {
                dataset.Locate(cell.Index, positions);
                Assert.True(cell.Value is null || double.IsFinite(cell.Value.Value), $"Cell {cell.Index} is {cell.Value}.");
                Assert.False(cell is { Value: null, Status: null }, $"Cell {cell.Index} has nothing.");
            }
        }

        return [];
    }

    private static IEnumerable<string> OfElement(byte[] bytes)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes);
        }
        catch (JsonException)
        {
            // Whoever has parsed it has JSON.
            return [];
        }

        using (document)
            return Cells([JsonStatReader.Read(document.RootElement)]);
    }

    private static IEnumerable<string> OfTable(byte[] bytes)
    {
        var table = PxWebReader.ReadTable(bytes);
        Assert.True(table.CellCount >= 0, $"The table has {table.CellCount} cells.");
        Assert.All(table.Dimensions, dimension => Assert.Equal((dimension.Codes.Count, dimension.Codes.Count), (dimension.Labels.Count, dimension.OldestFirst.Count)));
        return [];
    }

    private static async Task<IEnumerable<string>> PxAsync(byte[] bytes)
    {
        var table = await PxReader.OpenAsync(new CutStream(bytes, 3000));
        return table.Problems.Concat(await SentencesAsync(table.ReadAsync(blockRows: 500)));
    }

    private static Task<IEnumerable<string>> TsvAsync(byte[] bytes, bool withEmptyCells) =>
        SentencesAsync(EurostatTsvReader.ReadAsync(new CutStream(bytes, 3000), blockRows: 500, withEmptyCells));

    private static async Task<IEnumerable<string>> SentencesAsync(IAsyncEnumerable<ObservationBlock> blocks)
    {
        var said = new List<string>();
        await foreach (var block in blocks)
        {
            said.AddRange(block.Rejections.Select(rejection => rejection.Reason));
            Assert.True(block.Dimensions.Values.Append(block.Periods).Append(block.Frequencies).All(column => column.Codes.Length == block.Count), "A column has another length.");
            Assert.False(block.Values.Any(double.IsInfinity), "A value is infinite.");
            for (var i = 0; i < block.Count; i++)
            {
                if (double.IsNaN(block.Values[i]) != (block.Presences.Length > 0 && block.Presences[i] != ObservationPresence.Present))
                    Assert.Fail($"A value is {block.Values[i]}, but {(block.Presences.Length > 0 ? block.Presences[i] : ObservationPresence.Present)}.");
            }
        }

        return said;
    }

    private static async Task<IEnumerable<string>> SdmxCsvAsync(byte[] bytes)
    {
        var said = new List<string>();
        await foreach (var block in SdmxCsvReader.ReadAsync(new CutStream(bytes, 3000), blockRows: 500))
        {
            said.AddRange(block.Rejections.Select(rejection => rejection.Reason));
            Assert.False(block.Values.Any(double.IsInfinity), "A value is infinite.");
            Assert.True(block.Columns.Values.All(column => column.Codes.Length == block.Count), "A column has another length.");
        }

        return said;
    }

    private static async Task<IEnumerable<string>> DelimitedAsync(byte[] bytes)
    {
        var said = new List<string>();
        await foreach (var block in DelimitedReader.ReadAsync(new CutStream(bytes, 3000), Trade, blockRows: 500))
        {
            said.AddRange(block.Rejections.Select(rejection => rejection.Reason));
            Assert.False(block.Numbers.Values.Any(numbers => numbers.Any(double.IsInfinity)), "A value is infinite.");
        }

        return said;
    }

    private static async Task<IEnumerable<string>> GzipAsync(byte[] bytes)
    {
        await using var stream = await HeadStream.OpenAsync(new CutStream(bytes, 3000));
        await stream.CopyToAsync(Stream.Null);
        return [];
    }

    /// <summary>A text of a JSON answer may have half characters, which UTF-8 has not.</summary>
    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes).Replace("\\ud800", "\ud800", StringComparison.Ordinal);

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
