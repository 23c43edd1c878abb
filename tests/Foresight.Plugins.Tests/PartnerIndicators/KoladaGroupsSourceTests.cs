using System.IO.Compression;
using System.Text.Json;
using Foresight.Plugins.PartnerIndicators;
using Foresight.Plugins.Tests.TradeStatistics;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.PartnerIndicators;

public class KoladaGroupsSourceTests
{
    [Fact]
    public async Task Read_Municipality_GivesThePeersOfItsYearOverAllPages()
    {
        using var kolada = Kolada(new() { Municipalities = ["9001", "9002"] });
        Serve(kolada);

        var rows = await kolada.ReadObservationsAsync();

        Assert.Equal(
            [
                "kolada-groups|2024|counterpart_area=9002|group=G1|indicator=socioekonomi|ref_area=9001",
                "kolada-groups|2024|counterpart_area=9003|group=G1|indicator=socioekonomi|ref_area=9001",
                "kolada-groups|2025|counterpart_area=9003|group=G2|indicator=övergripande|ref_area=9001",
                "kolada-groups|2024|counterpart_area=9001|group=G5|indicator=socioekonomi|ref_area=9002",
            ],
            rows.Select(row => row.Identity));
        Assert.All(rows, row => Assert.Equal(1, row.Value));
    }

    [Fact]
    public async Task Read_RegionOfTheSameName_IsKeptApart()
    {
        using var kolada = Kolada(new() { Municipalities = ["0090"] });
        Serve(kolada);

        var row = Assert.Single(await kolada.ReadObservationsAsync());

        Assert.Equal(("0090", "0000", "G4"), (row["ref_area"], row["counterpart_area"], row["group"]));
    }

    [Fact]
    public async Task Read_NamedGroups_AreAskedForInSegmentsAndDatedByTheRun()
    {
        using var kolada = Kolada(new() { Groups = [.. Enumerable.Range(10, 26).Select(i => $"G{i}"), "G3"] });
        Serve(kolada);

        var rows = await kolada.ReadObservationsAsync();

        Assert.Equal(["kolada-groups|2026|counterpart_area=9001|group=G3", "kolada-groups|2026|counterpart_area=9002|group=G3"], rows.Where(row => row["group"] == "G3").Select(row => row.Identity));
        Assert.Equal([25, 2], kolada.Web.Requests.Where(url => url.AbsolutePath.Contains("_groups/", StringComparison.Ordinal)).Select(url => url.Segments[^1].Split(',').Length));
    }

    [Fact]
    public async Task Read_GroupOfAnUnknownOwner_IsRejected()
    {
        using var kolada = Kolada(new() { Groups = ["G6"] });
        kolada.Web.Serve("*/v3/municipality?per_page*", TradeFixture.Read("kolada-groups", "municipality.json"));
        kolada.Web.Serve("*", TradeFixture.Read("kolada-groups", "groups-2.json"));

        var rejection = Assert.Single((await kolada.ReadAsync()).SelectMany(batch => batch.Rejections));

        Assert.Equal("G6", rejection.Where);
    }

    [Fact]
    public async Task Read_Groups_EndWithTheirTitlesAndMembersNames()
    {
        using var kolada = Kolada(new() { Municipalities = ["9001"] });
        Serve(kolada);

        var labels = Assert.IsType<CodeListBatch>((await kolada.ReadAsync())[^1]);

        Assert.Contains(new CodeLabel("group", "G1", "Liknande kommuner socioekonomi, Åby, 2024", null, CodeKind.Aggregate), labels.Codes);
        Assert.Contains(new CodeLabel("counterpart_area", "9003", "Byn", null), labels.Codes);
    }

    [Fact]
    public async Task Read_CodeThatNobodyHas_IsNoEmptySuccess()
    {
        using var kolada = Kolada(new() { Municipalities = ["9999"] });
        Serve(kolada);

        Assert.Equal(Fault.UnknownId, (await kolada.FailAsync()).Fault);
    }

    [Fact]
    public async Task Check_NothingNamed_SaysWhatIsMissing()
    {
        using var kolada = Kolada(new());

        Assert.False((await kolada.CheckAsync()).Works);
    }

    [Fact]
    public async Task Read_CapturedGroups_GiveTwelveSetsOfSevenPeersForAMunicipality()
    {
        using var kolada = Kolada(new() { Municipalities = ["1487"] });
        await using var packed = new GZipStream(File.OpenRead(Capture("municipality_groups.json.gz")), CompressionMode.Decompress);
        using var groups = await JsonDocument.ParseAsync(packed, cancellationToken: TestContext.Current.CancellationToken);
        var places = (await File.ReadAllLinesAsync(Capture("municipality.csv"), TestContext.Current.CancellationToken)).Skip(1).Select(line => line.Split(','))
            .Select(fields => new { id = fields[0], title = fields[1], type = fields[2] });
        kolada.Web.Serve("*/v3/municipality?per_page*", JsonSerializer.Serialize(new { values = places }));
        kolada.Web.Serve("*/v3/municipality_groups?*", $"{{\"values\":{groups.RootElement.GetRawText()}}}");

        var rows = await kolada.ReadObservationsAsync();

        Assert.Equal(12, rows.Select(row => row["group"]).Distinct().Count());
        Assert.All(rows.GroupBy(row => row["group"]), group => Assert.Equal(7, group.Count()));
        Assert.Equal(
            ["0480", "0583", "0686", "1485", "1495", "1499", "1961"],
            rows.Where(row => (row["indicator"], row.Period.Text) == ("socioekonomi", "2024")).Select(row => row["counterpart_area"]).Order(StringComparer.Ordinal));
        Assert.Equal(["2025"], rows.Where(row => row["indicator"] == "övergripande").Select(row => row.Period.Text).Distinct());
    }

    [Fact]
    public async Task Read_AllCapturedGroups_SayTheirOwner()
    {
        await using var packed = new GZipStream(File.OpenRead(Capture("municipality_groups.json.gz")), CompressionMode.Decompress);
        using var groups = await JsonDocument.ParseAsync(packed, cancellationToken: TestContext.Current.CancellationToken);
        var names = (await File.ReadAllLinesAsync(Capture("municipality.csv"), TestContext.Current.CancellationToken)).Skip(1).Select(line => line.Split(',')).Select(fields => fields[1]).ToHashSet();

        var read = groups.RootElement.EnumerateArray().Select(entry => KoladaGroup.Read(entry)!).Where(group => group.Title.StartsWith("Liknande", StringComparison.Ordinal)).ToList();

        Assert.Equal(3210 + 332, read.Count);
        Assert.Empty(read.Where(group => group.Likeness is not { } alike || !names.Contains(alike.Owner)).Select(group => group.Title));
    }

    private static string Capture(string file) => SharedFolder.Path("captures", "statistics", "kolada", "v3-2026-03", file);

    private static void Serve(PluginHarness kolada)
    {
        kolada.Web.Serve("*/v3/municipality?per_page*", TradeFixture.Read("kolada-groups", "municipality.json"));
        kolada.Web.Serve("https://api.kolada.se/v3/municipality_groups?*page=2", TradeFixture.Read("kolada-groups", "groups-2.json"));
        kolada.Web.Serve("https://api.kolada.se/v3/municipality_groups*", TradeFixture.Read("kolada-groups", "groups-1.json"));
    }

    private static PluginHarness Kolada(KoladaGroupsOptions options) => PluginHarness.For<PartnerIndicatorsPlugin>("kolada-groups", options);
}
