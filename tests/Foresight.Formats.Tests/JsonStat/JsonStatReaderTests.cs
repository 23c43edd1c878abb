using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Foresight.Formats.JsonStat;
using Xunit;

namespace Foresight.Formats.Tests.JsonStat;

public class JsonStatReaderTests
{
    private const string Dimensions = """
        "id":["geo","time"],"size":[2,3],"dimension":{
          "geo":{"label":"Area","category":{"index":{"NO":1,"SE":0},"label":{"SE":"Sweden","NO":"Norway"}}},
          "time":{"category":{"index":["2021","2022","2023"]}}}
        """;

    [Fact]
    public async Task Read_SparseValuesAndStatus_GivesTheCellsInOrder()
    {
        var dataset = await ReadAsync($$$"""{"version":"2.0","class":"dataset","value":{"4":2.5,"0":1},"status":{"4":"ep","2":"c"},{{{Dimensions}}}}""");

        Assert.Equal(6, dataset.Size);
        Assert.Equal([new(0, 1, null), new(2, null, "c"), new(4, 2.5, "ep")], dataset.Cells);
        Assert.Equal("SE 2021, SE 2023, NO 2022", string.Join(", ", dataset.Cells.Select(cell => Place(dataset, cell))));
        Assert.Equal(["Sweden", "Norway"], dataset.Dimensions[0].Labels);
    }

    [Fact]
    public async Task Read_ListOfValuesWithNulls_LeavesTheNullsOut()
    {
        var dataset = await ReadAsync($$"""{"class":"dataset","value":[1,null,3,null,":",6],"status":["p",null,null,"c"],{{Dimensions}}}""");

        Assert.Equal([new(0, 1, "p"), new(2, 3, null), new(3, null, "c"), new(4, null, ":"), new(5, 6, null)], dataset.Cells);
    }

    [Theory]
    [InlineData("\"p\"")]
    [InlineData("[\"p\"]")]
    public async Task Read_OneStatusForAll_HoldsForEachValue(string status)
    {
        var dataset = await ReadAsync($$"""{"class":"dataset","value":{"1":1,"2":2},"status":{{status}},{{Dimensions}}}""");

        Assert.Equal([new(1, 1, "p"), new(2, 2, "p")], dataset.Cells);
    }

    [Fact]
    public async Task Read_WhatSurroundsTheCells_IsKept()
    {
        var dataset = await ReadAsync($$$"""
            {"class":"dataset","label":"GDP","source":"ESTAT","updated":"2024-11-18T11:00:00+0100","value":{},"role":{"time":["time"],"geo":["geo"]},
             "extension":{"id":"NAMA","status":{"label":{"p":"provisional"}},"positions-with-no-data":{"geo":[1],"time":[]}},{{{Dimensions}}}}
            """);

        Assert.Equal(("NAMA", "GDP", "ESTAT", "2024-11-18T11:00:00+0100"), (dataset.Id, dataset.Label, dataset.Source, dataset.Updated));
        Assert.Equal("provisional", dataset.StatusLabels["p"]);
        Assert.Equal([1], dataset.Dimensions[0].WithoutData);
        Assert.Equal(["geo", "time"], dataset.Dimensions.Select(dimension => dimension.Role));
        Assert.Empty(dataset.Cells);
    }

    [Fact]
    public async Task Read_VersionOne_TakesIdsInsideDimensionAndSizesAsText()
    {
        var dataset = await ReadAsync("""
            {"gdp":{"label":"GDP","value":[1,2],"dimension":{"id":["geo","time"],"size":["1","2"],
             "geo":{"category":{"label":{"SE":"Sweden"}}},"time":{"category":{"index":{"2022":1,"2021":0}}}}}}
            """);

        Assert.Equal("SE 2021, SE 2022", string.Join(", ", dataset.Cells.Select(cell => Place(dataset, cell))));
    }

    [Theory]
    [InlineData("""{"warning":{"status":413,"label":"ASYNCHRONOUS_RESPONSE. Try again later."}}""", 413, true)]
    [InlineData("""{"error":[{"status":404,"id":100,"label":"ERR_NOT_FOUND_4"}]}""", 404, false)]
    public async Task Read_ErrorOrWarning_ThrowsWithItsWords(string text, int status, bool isWarning)
    {
        var exception = await Assert.ThrowsAsync<JsonStatAnswerException>(() => ReadAsync(text));

        Assert.Equal((status, isWarning), (exception.Status, exception.IsWarning));
        Assert.Contains(isWarning ? "ASYNCHRONOUS_RESPONSE" : "ERR_NOT_FOUND", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("""{"class":"collection","link":{}}""")]
    [InlineData("""{"class":"dataset","value":[1],"id":["a"],"size":[2],"dimension":{"a":{"category":{"index":["x","y"]}}}}""")]
    [InlineData("""{"class":"dataset","value":{"2":1},"id":["a"],"size":[2],"dimension":{"a":{"category":{"index":["x","y"]}}}}""")]
    [InlineData("""{"class":"dataset","value":{"0":true},"id":["a"],"size":[1],"dimension":{"a":{"category":{"index":["x"]}}}}""")]
    [InlineData("""{"class":"dataset","value":{"0":1e999},"id":["a"],"size":[1],"dimension":{"a":{"category":{"index":["x"]}}}}""")]
    [InlineData("""{"class":"dataset","value":{"0":1,"0":2},"id":["a"],"size":[1],"dimension":{"a":{"category":{"index":["x"]}}}}""")]
    [InlineData("""{"class":"dataset","value":{},"id":["a"],"size":[2147483647],"dimension":{"a":{"category":{"index":["x"]}}}}""")]
    [InlineData("""{"class":"dataset","value":{},"id":["a"],"size":[2],"dimension":{"a":{"category":{"index":{"x":0,"y":0}}}}}""")]
    [InlineData("""{"class":"dataset","value":{},"id":["a"],"size":[2],"dimension":{"a":{"category":{"index":{"x":0,"y":"1"}}}}}""")]
    [InlineData("""{"class":"dataset","value":{},"id":["a","b"],"size":[1],"dimension":{"a":{"category":{"index":["x"]}}}}""")]
    [InlineData("""{"class":"dataset","value":{},"id":["a","b","c"],"size":[2147483647,2147483647,2147483647],"dimension":{"a":{}}}""")]
    public async Task Read_NoDatasetOrContradiction_ThrowsInOneSentence(string text)
    {
        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(text));

        Assert.NotEmpty(exception.Message);
    }

    [Fact]
    public async Task Read_MoreThanTheLimit_Throws()
    {
        var text = $$"""{"class":"dataset","value":{},{{Dimensions}}}""";

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() =>
            JsonStatReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), limit: 100, TestContext.Current.CancellationToken));

        Assert.Contains("100 bytes", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo_gind")]
    [InlineData("nama_10_gdp")]
    public async Task Read_EurostatCapture_GivesTheExpectedTable(string name)
    {
        var folder = SharedFolder.Path("captures", "statistics", "eurostat", "jsonstat2");
        var expected = File.ReadAllLines(Path.Combine(folder, $"expected-{name}.csv")).Skip(1).Select(Fields).ToList();

        await using var stream = File.OpenRead(Path.Combine(folder, name + ".json"));
        var dataset = await JsonStatReader.ReadAsync(stream, cancellationToken: TestContext.Current.CancellationToken);

        var cells = dataset.Cells.ToDictionary(cell => cell.Index);
        var positions = new int[dataset.Dimensions.Count];
        Assert.Equal(expected.Count, dataset.Size);
        for (var i = 0; i < expected.Count; i++)
        {
            dataset.Locate(i, positions);
            var cell = cells.GetValueOrDefault(i);
            Assert.Equal(expected[i][..^2], dataset.Dimensions.Select((dimension, d) => dimension.Labels[positions[d]]));
            Assert.Equal(expected[i][^2], cell.Status ?? "");
            Assert.Equal(expected[i][^1].Length == 0 ? null : double.Parse(expected[i][^1], CultureInfo.InvariantCulture), cell.Value);
        }
    }

    [Fact]
    public async Task Read_HicpCapture_NamesThePositionWithoutData()
    {
        await using var stream = File.OpenRead(SharedFolder.Path("captures", "statistics", "eurostat", "jsonstat2", "prc_hicp_manr_2025_raw.json"));

        var dataset = await JsonStatReader.ReadAsync(stream, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(24, dataset.Cells.Count);
        var geo = Assert.Single(dataset.Dimensions, dimension => dimension.Id == "geo");
        Assert.Equal("US", geo.Codes[Assert.Single(geo.WithoutData)]);
    }

    [Fact]
    public async Task Read_LegacyEurostatCapture_TakesWrappedStatuses()
    {
        await using var stream = File.OpenRead(SharedFolder.Path("captures", "statistics", "eurostat", "jsonstat1-legacy", "eurostat-name_gpd_c-geo_IT.json"));

        var dataset = await JsonStatReader.ReadAsync(stream, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(69, dataset.Cells.Count);
        Assert.Equal(24, dataset.Cells.Count(cell => cell.Value is not null));
        Assert.All(dataset.Cells.Where(cell => cell.Value is null), cell => Assert.Equal(":", cell.Status));
    }

    private static async Task<JsonStatDataset> ReadAsync(string text) =>
        await JsonStatReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), cancellationToken: TestContext.Current.CancellationToken);

    private static string Place(JsonStatDataset dataset, JsonStatCell cell)
    {
        var positions = new int[dataset.Dimensions.Count];
        dataset.Locate(cell.Index, positions);
        return string.Join(' ', dataset.Dimensions.Select((dimension, i) => dimension.Codes[positions[i]]));
    }

    private static string[] Fields(string line) =>
        [.. Regex.Split(line, ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)").Select(field => field.Trim('"'))];
}
