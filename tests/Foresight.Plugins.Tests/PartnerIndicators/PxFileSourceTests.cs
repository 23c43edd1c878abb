using System.IO.Compression;
using System.Text;
using Foresight.Plugins.PartnerIndicators;
using Foresight.Plugins.PartnerIndicators.PxFiles;
using Foresight.Plugins.Tests.TradeStatistics;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.PartnerIndicators;

public class PxFileSourceTests
{
    private const string Url = "https://office.example/bostader.px";

    [Fact]
    public async Task Read_File_KeepsPlacesUnitsSymbolsAndMarks()
    {
        using var px = Px(new() { Url = Url });
        px.Web.Serve("*", TradeFixture.Read("px", "bostader.px"));

        var batch = (await px.ReadAsync()).OfType<ObservationBatch>().Single();

        var rows = ObservationRow.RowsOf(batch).ToList();
        Assert.Equal("TAB9002|2026-Q1|indicator=BO1|ref_area=90|unit=antal", rows[0].Identity);
        Assert.Equal("TAB9002|2026-Q2|indicator=BO2|ref_area=9002|unit=kr per m2", rows[^1].Identity);
        Assert.Equal([12, 15, 101.5, 102, 3, null, 98, null, 9, null, 104.5, null], rows.Select(row => row.Value));
        Assert.Equal([("..", Presence.Missing), (".", Presence.NotApplicable), ("-", Presence.Missing), (":", Presence.Confidential)],
            rows.Where(row => row.Value is null).Select(row => (row.Status!, row.Presence)));
        Assert.Equal(["O", "M", "O", "Q"], batch.Marks!.Codes.ToArray().Where(code => code >= 0).Select(code => batch.Marks.Values[code]));
    }

    [Fact]
    public async Task Read_File_LabelsCodesInBothLanguages()
    {
        using var px = Px(new() { Url = Url, Filters = new Dictionary<string, IReadOnlyList<string>> { ["Region"] = ["90", "9001"] } });
        px.Web.Serve("*", TradeFixture.Read("px", "bostader.px"));

        var labels = (await px.ReadAsync()).OfType<CodeListBatch>().Single();

        Assert.Equal(
            [
                new("ref_area", "90", "Östlän", "East County", CodeKind.Aggregate), new("ref_area", "9001", "Åby", "Åby", CodeKind.Item, "90"),
                new("indicator", "BO1", "Färdigställda", "Completed"), new CodeLabel("indicator", "BO2", "Hyra", "Rent"),
            ],
            labels.Codes);
        Assert.Equal(new DateOnly(2026, 8, 20), labels.About!.Updated!.Value.Day);
    }

    [Fact]
    public async Task Read_Filters_KeepOnlyTheseCodesAndPeriods()
    {
        using var px = Px(new() { Url = Url, Dataset = "own", From = "2026-Q2", Filters = new Dictionary<string, IReadOnlyList<string>> { ["Region"] = ["9001"], ["ContentsCode"] = ["BO2"] } });
        px.Web.Serve("*", TradeFixture.Read("px", "bostader.px"));

        var row = Assert.Single(await px.ReadObservationsAsync());

        Assert.Equal(("own|2026-Q2|indicator=BO2|ref_area=9001|unit=kr per m2", Presence.NotApplicable), (row.Identity, row.Presence));
    }

    [Theory]
    [InlineData("Land", "9001")]
    [InlineData("Region", "9099")]
    public async Task Read_UnknownVariableOrCode_SaysWhich(string variable, string code)
    {
        using var px = Px(new() { Url = Url, Filters = new Dictionary<string, IReadOnlyList<string>> { [variable] = [code] } });
        px.Web.Serve("*", TradeFixture.Read("px", "bostader.px"));

        var exception = await px.FailAsync();

        Assert.Equal(Fault.UnknownId, exception.Fault);
        Assert.Contains(variable == "Land" ? "'Land'" : "'9099'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_StoreAs_RenamesTheVariable()
    {
        using var px = Px(new() { Url = Url, StoreAs = new Dictionary<string, string> { ["Region"] = "place" } });
        px.Web.Serve("*", TradeFixture.Read("px", "bostader.px"));

        var rows = await px.ReadObservationsAsync();

        Assert.Equal(["90", "9001", "9002"], rows.Select(row => row["place"]).Distinct());
    }

    [Fact]
    public async Task Read_StoreAsOfNoVariable_SaysWhichThereAre()
    {
        using var px = Px(new() { Url = Url, StoreAs = new Dictionary<string, string> { ["Land"] = "place" } });
        px.Web.Serve("*", TradeFixture.Read("px", "bostader.px"));

        var exception = await px.FailAsync();

        Assert.Contains("no variable 'Land', which 'storeAs' names: it has Region, ContentsCode, Tid", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_FileThatIsCutOff_GivesNoRowAtAll()
    {
        using var px = Px(new() { Url = Url });
        px.Web.Serve("*", TradeFixture.Read("px", "bostader.px").Split("9.0")[0]);

        var batches = await px.ReadUntilFailureAsync();

        Assert.Empty(batches);
    }

    [Fact]
    public async Task Read_MoreCellsThanAllowed_IsRefused()
    {
        using var px = Px(new() { Url = Url, MostCells = 11 });
        px.Web.Serve("*", TradeFixture.Read("px", "bostader.px"));

        var check = await px.CheckAsync();

        Assert.Equal((false, Fault.TooBig), (check.Works, (await px.FailAsync()).Fault));
    }

    [Fact]
    public async Task Read_PackedFile_IsUnpacked()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(TradeFixture.Read("px", "bostader.px")));
        using var px = Px(new() { Url = Url });
        px.Web.Serve("*", packed.ToArray());

        Assert.Equal(12, (await px.ReadObservationsAsync()).Count);
    }

    [Fact]
    public void Recognise_PxFile_AsksForItsAddress()
    {
        var match = PluginHarness.Recognise<PartnerIndicatorsPlugin>("px", TradeFixture.Read("px", "bostader.px"));

        Assert.Equal("file:///answer", match!.Options["url"]);
        Assert.Null(PluginHarness.Recognise<PartnerIndicatorsPlugin>("px", "a,b\n1,2\n"));
    }

    [Theory]
    [InlineData("BE0101A1")]
    [InlineData("BE0101F1langensvfiolikacelln")]
    [InlineData("BE101ACE")]
    [InlineData("Fotnoter")]
    [InlineData("PR0101B3")]
    [InlineData("TAB001")]
    [InlineData("TAB002")]
    [InlineData("TAB003")]
    [InlineData("TAB004")]
    [InlineData("TAB005")]
    [InlineData("Transmengde")]
    public async Task Read_Capture_GivesRowsThatDifferInTheirIdentity(string file)
    {
        using var px = Px(new() { Url = Url });
        px.Web.ServeFile("*", SharedFolder.Path("captures", "statistics", "pxweb", "px", file + ".px"));

        var rows = await px.ReadObservationsAsync();

        Assert.NotEmpty(rows);
        Assert.Equal(rows.Count, rows.Select(row => row.Identity).Distinct().Count());
        Assert.All(rows, row => Assert.NotEmpty(row.Period.Text));
    }

    [Fact]
    public async Task Read_BrokenCaptures_EachEndInASentenceOrAreReadWhole()
    {
        var folder = Path.GetDirectoryName(SharedFolder.Path("captures", "statistics", "pxweb", "px-broken", "BE0101F1errorStub.px"))!;
        var refused = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*.px").Order(StringComparer.Ordinal))
        {
            using var px = Px(new() { Url = Url });
            px.Web.ServeFile("*", file);

            var check = await px.CheckAsync();
            var rows = (await px.ReadUntilFailureAsync()).OfType<ObservationBatch>().Sum(batch => batch.Count);

            Assert.True(rows is 0 or 48, $"{Path.GetFileName(file)} gave {rows} rows.");
            Assert.True(check.Works == rows > 0, $"{Path.GetFileName(file)}: {check.Sentence}");
            Assert.EndsWith(".", check.Sentence, StringComparison.Ordinal);
            refused += rows == 0 ? 1 : 0;
        }

        Assert.Equal(12, refused);
    }

    private static PluginHarness Px(PxFileOptions options) => PluginHarness.For<PartnerIndicatorsPlugin>("px", options);
}
