using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Foresight.Plugins.FundingCalls;
using Foresight.Plugins.FundingCalls.Esif;
using Foresight.Sdk;
using Foresight.Sdk.Testing;
using Xunit;

namespace Foresight.Plugins.Tests.FundingCalls;

public sealed class EsifSourceTests
{
    private const string File = "https://cohesiondata.ec.europa.eu/api/views/e4v6-qrrq/rows.csv?accessType=DOWNLOAD";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Table_AsAFile_GivesThreeAmountsARow()
    {
        var run = await Case(new EsifOptions(), Csv).RunAsync(cancellationToken: Token);

        Assert.Null(run.Error);
        var batch = Assert.Single(run.Batches.OfType<ObservationBatch>());
        Assert.True(batch.EndsSnapshot);
        Assert.Equal(("MS", "EU co-financing", 19), (batch.Fields![0], batch.Fields[^1], batch.Fields.Count));
        var rows = ObservationRow.RowsOf(batch).ToArray();
        Assert.Equal(12, rows.Length);
        Assert.Equal([1_000_000, 1_500_000.5, 2_500_000.5], rows[..3].Select(row => row.Value));
        Assert.Equal(["eu_amount", "national_amount", "total_amount"], rows[..3].Select(row => row["indicator"]));
        Assert.All(rows, row => Assert.Equal(("2014", "EUR"), (row.Period.Text, row["unit"])));
        Assert.Equal(
            ("SE", "2014SE16EXMP001", "ERDF", "1", "01", "More developed", null, null),
            (rows[0]["ref_area"], rows[0]["programme"], rows[0]["fund"], rows[0]["priority"], rows[0]["thematic_objective"], rows[0]["region_category"], rows[0]["measure"], rows[0]["focus_area"]));
        Assert.Equal(("M13", "FA_P4", (string?)null), (rows[6]["measure"], rows[6]["focus_area"], rows[6]["region_category"]));
        Assert.Equal((double.NaN, Presence.Missing), (rows[7].Value ?? double.NaN, rows[7].Presence));
    }

    [Fact]
    public async Task Codes_OfTheTable_HaveTheirLabels()
    {
        var run = await Case(new EsifOptions(), Csv).RunAsync(cancellationToken: Token);

        var codes = Assert.Single(run.Batches.OfType<CodeListBatch>()).Codes;
        Assert.Equal("Example \"rural\" development", codes.Single(code => code.Code == "2014SE06EXMP002").En);
        Assert.Equal("Strengthening research, technology and innovation", codes.Single(code => code is { Dimension: "thematic_objective", Code: "01" }).En);
        Assert.Equal(["total_amount"], codes.Where(code => code.Kind is CodeKind.Aggregate).Select(code => code.Code));
    }

    [Theory]
    [InlineData("\n", "\r")]
    [InlineData("\n", "\r\n")]
    [InlineData("MS,MS Name", "\uFEFFMS,MS Name")]
    public async Task Table_InOtherBytes_IsTheSame(string written, string instead)
    {
        var text = (await System.IO.File.ReadAllTextAsync(Fixture("planned.csv"), Token)).Replace("\r\n", "\n", StringComparison.Ordinal).Replace(written, instead, StringComparison.Ordinal);

        var run = await Case(new EsifOptions(), () => new ReplayTransport().Serve(File, text, contentType: "text/csv")).RunAsync(cancellationToken: Token);

        Assert.Null(run.Error);
        Assert.Equal(12, run.Batches.OfType<ObservationBatch>().Sum(batch => batch.Count));
        Assert.Equal(0, run.Rejected);
    }

    [Fact]
    public async Task Pages_OfTheService_EndWithTheEmptyOne()
    {
        var web = Json();

        var run = await Case(new EsifOptions { Format = EsifFormat.Json, Countries = ["SE"], PageSize = 2 }, () => web).RunAsync(cancellationToken: Token);

        Assert.Null(run.Error);
        Assert.Equal([6, 3, 0], run.Batches.OfType<ObservationBatch>().Select(batch => batch.Count));
        Assert.Equal([false, false, true], run.Batches.OfType<ObservationBatch>().Select(batch => batch.EndsSnapshot));
        Assert.Equal(
            ["$limit=2&$offset=0", "$limit=2&$offset=2", "$limit=2&$offset=3"],
            web.Requests.Select(request => request.Url.Query[1..].Replace("&$order=:id", "", StringComparison.Ordinal).Split("&$where")[0]));
        Assert.All(web.Requests, request => Assert.EndsWith("&$order=:id&$where=ms in ('SE')", Uri.UnescapeDataString(request.Url.Query), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Row_OfTheService_IsThatOfTheFile()
    {
        var paged = await Case(new EsifOptions { Format = EsifFormat.Json, Countries = ["SE"], PageSize = 2 }, Json).RunAsync(cancellationToken: Token);
        var filed = await Case(new EsifOptions { Countries = ["SE"] }, Csv).RunAsync(cancellationToken: Token);

        Assert.Equal(Lines(filed), Lines(paged));
    }

    [Fact]
    public async Task Pages_ThatComeAgain_AreTold()
    {
        var web = new ReplayTransport().Serve("https://cohesiondata.ec.europa.eu/resource/*", Page(Rows[0]), contentType: "application/json");

        var run = await Case(new EsifOptions { Format = EsifFormat.Json }, () => web).RunAsync(cancellationToken: Token);

        Assert.Contains("a page that came before", Assert.IsType<SourceException>(run.Error).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Batches, batch => batch.EndsSnapshot);
    }

    [Theory]
    [InlineData("SE,Sweden,2014SE16EXMP001,3.1,T,ERDF,1,01,R,R,More developed,VOID,VOID,VOID,VOID,7,7,14,50", "Another row has the same")]
    [InlineData("SE,Sweden,2014SE16EXMP009,3.1,T,ERDF,1,01,R,R,VOID,VOID,VOID,VOID,VOID,some,7,14,50", "'some' is no amount.")]
    [InlineData("SE,Sweden,SE16,3.1,T,ERDF,1,01,R,R,VOID,VOID,VOID,VOID,VOID,7,7,14,50", "'SE16' is no year.")]
    [InlineData("SE,Sweden,,3.1,T,ERDF,1,01,R,R,VOID,VOID,VOID,VOID,VOID,7,7,14,50", "It has no country")]
    [InlineData("SE,Sweden,2014SE16EXMP009", "It has 3 fields, the header has 19.")]
    public async Task Row_ThatCannotBeRead_IsRejectedAndNothingIsRetired(string row, string reason)
    {
        var text = await System.IO.File.ReadAllTextAsync(Fixture("planned.csv"), Token) + row + "\n";

        var run = await Case(new EsifOptions(), () => new ReplayTransport().Serve(File, text, contentType: "text/csv")).RunAsync(cancellationToken: Token);

        Assert.Null(run.Error);
        var batch = Assert.Single(run.Batches.OfType<ObservationBatch>());
        Assert.StartsWith(reason, Assert.Single(batch.Rejections).Reason, StringComparison.Ordinal);
        Assert.Equal(row, batch.Rejections[0].Item);
        Assert.Equal((12, false), (batch.Count, batch.EndsSnapshot));
    }

    [Theory]
    [InlineData("MS,CCI,Fund\nSE,2014SE16EXMP001,ERDF\n", Fault.SchemaChanged)]
    [InlineData("""{"error":true,"message":"Too many"}""", Fault.Malformed)]
    [InlineData("[]", Fault.NoContent)]
    [InlineData("MS,MS Name,CCI,Fund,EU Amount\n", Fault.NoContent)]
    [InlineData("""[{"ms":"\ud800"}]""", Fault.SchemaChanged)]
    public async Task Answer_ThatIsNoTable_IsTold(string answer, Fault fault)
    {
        var run = await Case(new EsifOptions(), () => new ReplayTransport().Serve(File, answer, contentType: "text/csv")).RunAsync(cancellationToken: Token);

        Assert.Equal(fault, Assert.IsType<SourceException>(run.Error).Fault);
    }

    [Fact]
    public async Task Fund_ThatIsNotThere_IsTold()
    {
        var run = await Case(new EsifOptions { Funds = ["EMFF"] }, Csv).RunAsync(cancellationToken: Token);

        Assert.Equal(Fault.Options, Assert.IsType<SourceException>(run.Error).Fault);
    }

    [Fact]
    public async Task Capture_OfThePlan_IsReadToTheEuro()
    {
        var path = SharedFolder.Path("captures", "feeds", "esif", "ESIF_2014-2020_FINANCES_PLANNED_DETAILS_190411.csv");

        var run = await Case(new EsifOptions(), () => new ReplayTransport().ServeFile(File, path, "text/csv")).RunAsync(cancellationToken: Token);

        Assert.Null(run.Error);
        Assert.Equal(0, run.Rejected);
        var rows = run.Batches.OfType<ObservationBatch>().SelectMany(ObservationRow.RowsOf).ToArray();
        Assert.Equal(3 * 7_524, rows.Length);
        var esf = rows.Where(row => row["programme"] == "2014SE16M2OP001" && row["indicator"] == "eu_amount").ToArray();
        Assert.Equal(333_731 + 8_009_535 + 340_199 + 8_164_785, esf.Sum(row => row.Value));
        var totals = rows.GroupBy(row => row["indicator"]).ToDictionary(group => group.Key!, group => group.Sum(row => (decimal)row.Value!));
        // One row's parts are a euro off its total, in the source.
        Assert.Equal((461546379664.00m, 183929241748.39m, 645475621413.39m), (totals["eu_amount"], totals["national_amount"], totals["total_amount"]));
        Assert.NotNull(PluginHarness.Recognise<FundingCallsPlugin>("esif", (await System.IO.File.ReadAllTextAsync(path, Token))[..4096]));
    }

    [Fact]
    public void Options_ThatSayNothing_AreTold()
    {
        var options = new EsifOptions { Dataset = "planned", Countries = ["Sweden"], Funds = ["erdf"], File = new Uri("ftp://x/y") };

        var members = options.Validate(new ValidationContext(options)).SelectMany(result => result.MemberNames);

        Assert.Equal(["file", nameof(options.Dataset), nameof(options.Countries), nameof(options.Funds)], members);
    }

    internal static ReplayTransport Csv() => new ReplayTransport().ServeFile(File, Fixture("planned.csv"), "text/csv");

    internal static ReplayTransport Json() => new ReplayTransport()
        .Serve("https://cohesiondata.ec.europa.eu/resource/e4v6-qrrq.json?*$offset=0&*", Page(Rows[0], Rows[1]), contentType: "application/json")
        .Serve("https://cohesiondata.ec.europa.eu/resource/e4v6-qrrq.json?*$offset=2&*", Page(Rows[2]), contentType: "application/json")
        .Serve("https://cohesiondata.ec.europa.eu/resource/e4v6-qrrq.json?*$offset=3&*", "[]", contentType: "application/json");

    // As the query service names the columns: amounts as texts, what is empty left out.
    private static readonly Dictionary<string, string>[] Rows =
    [
        Row("2014SE16EXMP001", "ERDF", "1", "01", "1000000", "1500000.5", "2500000.5", ("category_of_region", "More developed")),
        Row("2014SE16EXMP001", "ERDF", "1", "TA", "200000", "200000", "400000", ("category_of_region", "More developed")),
        Row("2014SE06EXMP002", "EAFRD", "P4", "06", "300000", null, "300000", ("eafrd_measure_code", "M13"), ("eafrd_fa", "FA_P4"), ("category_of_region", "VOID")),
    ];

    private static Dictionary<string, string> Row(
        string programme, string fund, string priority, string objective, string eu, string? national, string total, params (string Name, string Value)[] more)
    {
        var row = new Dictionary<string, string>
        {
            ["ms"] = "SE",
            ["ms_name"] = "Sweden",
            ["cci"] = programme,
            ["title"] = "Example",
            ["fund"] = fund,
            ["priority"] = priority,
            ["to"] = objective,
            ["eu_amount"] = eu,
            ["total_amount"] = total,
        };
        if (national is not null)
            row["national_amount"] = national;
        foreach (var (name, value) in more)
            row[name] = value;
        return row;
    }

    private static string Page(params Dictionary<string, string>[] rows) => JsonSerializer.Serialize(rows);

    private static string[] Lines(SourceRun run) => [.. run.Batches.OfType<ObservationBatch>().SelectMany(ObservationRow.RowsOf)
        .Select(row => $"{row["programme"]} {row["fund"]} {row["priority"]} {row["thematic_objective"]} {row["region_category"]} {row["measure"]} {row["focus_area"]} {row["indicator"]} {row.Value}")];

    private static SourceCase Case(EsifOptions options, Func<ReplayTransport> answers) => SourceCase.Of<FundingCallsPlugin>("esif", options, answers);

    private static string Fixture(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "Foresight.sln")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, "tests", "fixtures", "sources", "esif", name);
    }
}
