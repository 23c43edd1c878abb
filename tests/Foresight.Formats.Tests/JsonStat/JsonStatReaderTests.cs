using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
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
    [InlineData("""{"type":"Parameter error","title":"ERR_NOT_FOUND: non-existent table","status":404}""", 404, false)]
    public async Task Read_ErrorOrWarning_ThrowsWithItsWords(string text, int status, bool isWarning)
    {
        var exception = await Assert.ThrowsAsync<JsonStatAnswerException>(() => ReadAsync(text));

        Assert.Equal((status, isWarning), (exception.Status, exception.IsWarning));
        Assert.Contains(isWarning ? "ASYNCHRONOUS_RESPONSE" : "ERR_NOT_FOUND", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_PxWebAnswer_KeepsUnitsNotesAndWhatPxWebSays()
    {
        var dataset = await ReadAsync("""
            {"class":"dataset","version":"2.0","note":["controlled noise"],"role":{"time":["Tid"],"metric":["ContentsCode"]},"id":["ContentsCode","Tid"],"size":[2,1],
             "dimension":{
               "ContentsCode":{"label":"contents","category":{"index":{"b":1,"a":0},"label":{"a":"Persons"},"unit":{"a":{"base":"number","decimals":0},"b":{"base":"per cent","decimals":1}}},
                 "extension":{"elimination":false}},
               "Tid":{"category":{"index":{"2026M04":0}},"extension":{"elimination":true,"eliminationValueCode":"x"}}},
             "extension":{"px":{"tableid":"TAB1","contents":"Population","language":"en","decimals":1,"nextUpdate":"2026-06-08"}},
             "value":[5,null],"status":{"1":".."}}
            """);

        Assert.Equal(["controlled noise"], dataset.Notes);
        Assert.Equal(new JsonStatPxWeb("TAB1", "Population", "en", 1, "2026-06-08"), dataset.PxWeb);
        Assert.Equal(new JsonStatUnit("per cent", 1), dataset.Dimensions[0].Units["b"]);
        Assert.Equal((false, true, "x"), (dataset.Dimensions[0].CanBeLeftOut, dataset.Dimensions[1].CanBeLeftOut, dataset.Dimensions[1].TotalCode));
        Assert.Equal(["Persons", "b"], dataset.Dimensions[0].Labels);
        Assert.Equal([new(0, 5, null), new(1, null, "..")], dataset.Cells);
    }

    [Fact]
    public async Task Read_MembersOfTheSameNamesElsewhere_AreNoCells()
    {
        // A dimension may be called value or status, and an extension may have members of these names.
        var dataset = await ReadAsync("""
            {"class":"dataset","extension":{"value":[1,2],"status":{"label":{"p":"provisional"}},"dimension":{}},"id":["value","status"],"size":[1,1],
             "dimension":{"value":{"category":{"index":["x"]}},"status":{"category":{"index":["y"]}}},"value":[3],"status":["p"]}
            """);

        Assert.Equal([new(0, 3, "p")], dataset.Cells);
        Assert.Equal("provisional", dataset.StatusLabels["p"]);
    }

    [Fact]
    public async Task ReadAll_Bundle_GivesEachDatasetWithItsOwnCells()
    {
        var text = """
            {"first":{"value":[1],"status":"p","dimension":{"id":["a"],"size":[1],"a":{"category":{"index":["x"]}}}},
             "second":{"value":{"0":2},"dimension":{"id":["a"],"size":[1],"a":{"category":{"index":["x"]}}}}}
            """;

        var datasets = await JsonStatReader.ReadAllAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["first", "second"], datasets.Select(dataset => dataset.Name));
        Assert.Equal([new(0, 1, "p"), new(0, 2, null)], datasets.Select(dataset => Assert.Single(dataset.Cells)));
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(text));
    }

    [Fact]
    public void Read_AnyCells_ReadBackHoweverTheBytesCome()
    {
        var statuses = new[] { "", "p", "ep", "c" };
        var number = Gen.OneOf(
            Gen.Const("null"),
            Gen.Int.Select(n => n.ToString(CultureInfo.InvariantCulture)),
            Gen.Double[-1e9, 1e9].Select(n => n.ToString("R", CultureInfo.InvariantCulture)));
        Gen.Select(Gen.Select(number, Gen.Int[0, 3]).Array[2, 40], Gen.Bool, Gen.Int[1, 30]).Sample(
            (cells, isMap, cut) =>
            {
                string Members(IEnumerable<string> texts, string empty) => isMap
                    ? "{" + string.Join(',', texts.Select((text, i) => (i, text)).Where(one => one.text != empty).Reverse().Select(one => $"\"{one.i}\":{one.text}")) + "}"
                    : "[" + string.Join(',', texts) + "]";
                var json = $"{{\"id\":[\"a\"],\"size\":[{cells.Length}],\"status\":{Members(cells.Select(cell => $"\"{statuses[cell.Item2]}\""), "\"\"")},"
                    + $"\"dimension\":{{\"a\":{{\"category\":{{\"index\":[{string.Join(',', cells.Select((_, i) => $"\"{i}\""))}]}}}}}},"
                    + $"\"value\":{Members(cells.Select(cell => cell.Item1), "null")}}}";
                var expected = cells
                    .Select((cell, i) => new JsonStatCell(i, cell.Item1 == "null" ? null : double.Parse(cell.Item1, CultureInfo.InvariantCulture), cell.Item2 == 0 ? null : statuses[cell.Item2]))
                    .Where(cell => cell.Value is not null || cell.Status is not null);

                var dataset = JsonStatReader.ReadAsync(new CutStream(Encoding.UTF8.GetBytes(json), cut)).GetAwaiter().GetResult();

                return dataset.Cells.SequenceEqual(expected);
            },
            iter: 300, threads: 1);
    }

    [Fact]
    public void Read_MutatedAnswer_GivesADatasetOrOneSentence()
    {
        var good = Encoding.UTF8.GetBytes($$$"""{"class":"dataset","label":"\u00e5","value":{"4":2.5,"0":1,"1":null,"2":":"},"status":{"4":"ep","2":"c"},{{{Dimensions}}}}""");
        Gen.Select(Gen.Int[0, good.Length - 1].Array[0, 4], Gen.Byte.Array[4], Gen.Int[good.Length / 2, good.Length]).Sample(
            (places, bytes, length) =>
            {
                var mutated = good.ToArray();
                for (var i = 0; i < places.Length; i++)
                    mutated[places[i]] = bytes[i];
                try
                {
                    JsonStatReader.ReadAllAsync(new MemoryStream(mutated[..length])).GetAwaiter().GetResult();
                    return true;
                }
                catch (InvalidDataException exception)
                {
                    return exception.Message.EndsWith('.') && !exception.Message.Any(char.IsControl);
                }
            },
            iter: 3000, threads: 1);
    }

    [Fact]
    public async Task Read_FewBytesThatClaimManyCells_AllocatesLittle()
    {
        var bytes = Encoding.UTF8.GetBytes("""{"size":[49999999],"id":["a"],"dimension":{"a":{"category":{"index":["x"]}}},"value":{"49999998":1,"0":2}}""");
        var before = GC.GetAllocatedBytesForCurrentThread();

        await Assert.ThrowsAsync<InvalidDataException>(() => JsonStatReader.ReadAsync(new MemoryStream(bytes), cancellationToken: TestContext.Current.CancellationToken));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("""{"class":"dataset","label":"\ud800","value":[1],"id":["a"],"size":[1],"dimension":{"a":{"category":{"index":["x"]}}}}""")]
    [InlineData("""{"class":"dataset","value":[[1]],"id":["a"],"size":[1],"dimension":{"a":{"category":{"index":["x"]}}}}""")]
    [InlineData("""{"class":"dataset","value":{"01x":1},"id":["a"],"size":[1],"dimension":{"a":{"category":{"index":["x"]}}}}""")]
    [InlineData("""{"class":"dataset","value":[1],"status":{"7":"p"},"id":["a"],"size":[1],"dimension":{"a":{"category":{"index":["x"]}}}}""")]
    [InlineData("""{"extension":{"dimension":{},"value":[0]}}""")]
    [InlineData("""{"class":"dataset","value":5,"id":["a"],"size":[1],"dimension":{"a":{"category":{"index":["x"]}}}}""")]
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
