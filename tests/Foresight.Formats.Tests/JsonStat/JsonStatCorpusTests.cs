using System.Globalization;
using System.Text.RegularExpressions;
using Foresight.Formats.JsonStat;
using Xunit;

namespace Foresight.Formats.Tests.JsonStat;

/// <summary>The samples of json-stat.org and of other readers.</summary>
public class JsonStatCorpusTests
{
    [Theory]
    [InlineData("json-stat.org/canada.json", "canada")]
    [InlineData("json-stat.org/hierarchy.json", "hierarchy")]
    [InlineData("json-stat.org/oecd-canada.json", "oecd-canada-2", "oecd-canada-1")]
    [InlineData("json-stat.org/oecd-canada-col.json", "oecd-canada-col-1", "oecd-canada-col-2")]
    [InlineData("pyjstat/oecd-canada.json", "oecd-canada-2", "oecd-canada-1")]
    [InlineData("json-stat.org/order.json", "order")]
    [InlineData("json-stat.org/us-gsp.json", "us-gsp")]
    [InlineData("json-stat.org/us-unr.json", "us-unr")]
    public async Task ReadAll_Sample_GivesTheExpectedTables(string file, params string[] tables)
    {
        var expected = tables.Select(name => File.ReadAllLines(SharedFolder.Path("captures", "statistics", "jsonstat-corpus", "expected-csv", name + ".csv"))).ToList();

        var datasets = await ReadAsync(file);

        Assert.Equal(expected.Count, datasets.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            var header = Fields(expected[i][0]);
            Assert.Equal(header.Where(name => name is not ("status" or "value")), datasets[i].Dimensions.Select(one => one.Label));
            Assert.Equal(expected[i].Skip(1).Select(line => string.Join('|', Fields(line))), Lines(datasets[i], header.Contains("status")));
        }
    }

    [Theory]
    [InlineData("edge/dataset_unemployment_v1.json", 12, 12, 12, 270)]
    [InlineData("edge/three_dim_size_as_string_v1.json", 24, 24, 24, 4139)]
    [InlineData("edge/three_dim_size_as_string_v2.json", 24, 24, 24, 4139)]
    [InlineData("edge/three_dim_v1.json", 24, 24, 24, 4139)]
    [InlineData("json-stat.org/galicia.json", 3960, 3956, 3956, 87493659)]
    [InlineData("json-stat.org/oecd.json", 432, 432, 432, 3323.825332)]
    [InlineData("json-stat.org/us-labor.json", 12880, 12880, 12880, 312551709)]
    [InlineData("pyjstat/CPI15.json", 33976, 33472, 33472, 3288578.4)]
    [InlineData("pyjstat/cantabria.json", 5400, 4205, 4205, 244239.7)]
    [InlineData("pyjstat/galicia-2.0.json", 3960, 3956, 3956, 87493659)]
    [InlineData("pyjstat/galicia.json", 3960, 3956, 3956, 87493659)]
    [InlineData("pyjstat/ons.json", 261, 261, 261, 780296)]
    [InlineData("pyjstat/statswe.json", 1120, 1120, 1120, 38425)]
    [InlineData("ssb-29843.json", 37440, 37440, 30240, 2901152)]
    [InlineData("../pxweb/dkstatbank-HISB3.json", 6, 6, 6, 23613)]
    [InlineData("../pxweb/scb-v2/TAB6471_data.json", 2772, 2772, 2772, 84837753)]
    [InlineData("../eurostat/jsonstat1-legacy/eurostat-name_gpd_c-geo_IT_FR.json", 138, 138, 64, 1266000)]
    [InlineData("../eurostat/jsonstat1-legacy/eurostat-name_gpd_c.json", 3036, 3036, 1134, 22384900)]
    public async Task ReadAll_Sample_GivesEveryCell(string file, int size, int cells, int values, double sum)
    {
        var dataset = Assert.Single(await ReadAsync(file));

        Assert.Equal(size, dataset.Size);
        Assert.Equal(cells, dataset.Cells.Count);
        Assert.Equal(values, dataset.Cells.Count(cell => cell.Value is not null));
        Assert.Equal(sum, dataset.Cells.Sum(cell => cell.Value ?? 0), 1e-6);
    }

    [Theory]
    [InlineData("json-stat.org/collection.json", "collection that refers to 8 others")]
    [InlineData("pyjstat/collection.json", "collection that refers to")]
    [InlineData("pyjstat/dimension.json", "is a JSON-stat dimension")]
    [InlineData("pyjstat/QS104EW.json", "names 4 dimensions but gives 3 sizes")]
    public async Task ReadAll_NoWholeDataset_SaysWhatItIs(string file, string part)
    {
        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(file));

        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<JsonStatDataset>> ReadAsync(string file)
    {
        await using var stream = File.OpenRead(SharedFolder.Path(["captures", "statistics", "jsonstat-corpus", .. file.Split('/')]));
        return await JsonStatReader.ReadAllAsync(stream, cancellationToken: TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Lines(JsonStatDataset dataset, bool withStatus)
    {
        var cells = dataset.Cells.ToDictionary(cell => cell.Index);
        var positions = new int[dataset.Dimensions.Count];
        for (var i = 0L; i < dataset.Size; i++)
        {
            dataset.Locate(i, positions);
            var cell = cells.GetValueOrDefault(i);
            var value = cell.Value is { } number ? number.ToString("R", CultureInfo.InvariantCulture) : withStatus ? "" : cell.Status ?? "";
            var labels = dataset.Dimensions.Select((dimension, d) => dimension.Labels[positions[d]]);
            yield return string.Join('|', labels.Concat(withStatus ? [cell.Status ?? "", value] : [value]));
        }
    }

    private static string[] Fields(string line) =>
        [.. Regex.Split(line, ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)").Select(field => field.Trim('"'))];
}
