using System.IO.Compression;
using System.Text;
using Foresight.Plugins.TradeStatistics;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.TradeStatistics;

/// <summary>Eurostat's prepared answers, through the source that meets them most.</summary>
public class EurostatRequestsTests
{
    private const string Ticket = "7d60f06a-0b3f-4c4e-8f3a-3f6b8f1f5a11";
    private const string Status = "https://ec.europa.eu/eurostat/api/comext/dissemination/1.0/async/status/" + Ticket;
    private const string Data = "https://ec.europa.eu/eurostat/api/comext/dissemination/1.0/async/data/" + Ticket + "?format=SDMX-CSV";
    private const string Rows = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\nD,U,M,SE,NO,87,2,I,2025-01,12\n";

    public static TheoryData<string> Tickets => [Ticket + "\n", TradeFixture.Read("comext", "queued.xml")];

    [Theory]
    [MemberData(nameof(Tickets))]
    public async Task Ask_Ticket_WaitsUntilTheDataAreThere(string answer)
    {
        using var comext = Comext();
        comext.Web.Serve("*/data/DS-045409/*", answer);
        comext.Web.ServeInTurn(Status, "<status>SUBMITTED</status>", "<status>PROCESSING</status>", "<status>AVAILABLE</status>");
        comext.Web.Serve(Data, Rows);

        var batches = await comext.ReadWhileTimePassesAsync();

        Assert.Equal(12, Assert.Single(batches.OfType<ObservationBatch>()).Values.Span[0]);
        Assert.Equal([Status, Status, Status, Data], comext.Web.Requests.Skip(1).Select(url => url.AbsoluteUri));
    }

    [Fact]
    public async Task Ask_Footer_FetchesTheZipFileOfTheSameHost()
    {
        using var comext = Comext();
        comext.Web.Serve("*/data/*", TradeFixture.Read("comext", "footer.xml"));
        comext.Web.Serve("https://ec.europa.eu/eurostat/SDMX/diss-web/file/aBc123", Zip(("../../etc/x.csv", Rows)));

        var batches = await comext.ReadWhileTimePassesAsync();

        Assert.Equal(12, Assert.Single(batches.OfType<ObservationBatch>()).Values.Span[0]);
    }

    [Theory]
    [InlineData("footer.xml")]
    [InlineData("footer2.xml")]
    public async Task Ask_CapturedFooter_AsksForItsFileUntilTheTimeIsUp(string file)
    {
        using var comext = Comext();
        comext.Web.ServeFile("*/data/*", SharedFolder.Path("captures", "statistics", "sdmx", "sdmx-test-data", "ESTAT", file));

        var exception = await Assert.ThrowsAsync<SourceException>(() => comext.ReadWhileTimePassesAsync());

        Assert.Equal((Fault.NotReady, Recovery.Retry), (exception.Fault, exception.Recovery));
        Assert.All(comext.Web.Requests.Skip(1), url => Assert.StartsWith("https://ec.europa.eu/eurostat/SDMX/diss-web/file/", url.AbsoluteUri, StringComparison.Ordinal));
        Assert.InRange(comext.Web.Requests.Count, 10, 60);
    }

    [Fact]
    public async Task Ask_CapturedZip_IsUnpackedAndToldToBeNoCsv()
    {
        using var comext = Comext();
        comext.Web.ServeFile("*", SharedFolder.Path("captures", "statistics", "sdmx", "sdmx-test-data", "ESTAT", "footer2.zip"));

        var exception = await comext.FailAsync();

        Assert.Equal(Fault.Malformed, exception.Fault);
        Assert.Contains("<?xml", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_FooterOfAnotherHost_IsNotFollowed()
    {
        using var comext = Comext();
        comext.Web.Serve("*/data/*", TradeFixture.Read("comext", "footer.xml").Replace("ec.europa.eu", "example.org", StringComparison.Ordinal));

        var exception = await comext.FailAsync();

        Assert.Contains("example.org", exception.Message, StringComparison.Ordinal);
        Assert.Single(comext.Web.Requests);
    }

    [Theory]
    [InlineData("ERROR")]
    [InlineData("EXPIRED")]
    [InlineData("UNKNOWN_REQUEST")]
    [InlineData("?")]
    public async Task Ask_TicketThatFails_SaysItsState(string state)
    {
        using var comext = Comext();
        comext.Web.Serve("*/data/*", Ticket);
        comext.Web.Serve(Status, $"<status>{state}</status>");

        var exception = await Assert.ThrowsAsync<SourceException>(() => comext.ReadWhileTimePassesAsync());

        Assert.Equal((Fault.ServerFault, Recovery.Retry), (exception.Fault, exception.Recovery));
    }

    [Fact]
    public async Task Ask_WarningWithStatus200_AsksAgainAndThenGivesUp()
    {
        using var comext = Comext();
        comext.Web.ServeInTurn("*", """{"warning":{"status":413,"label":"ASYNCHRONOUS_RESPONSE. try again later"}}""", """{ "warning": { "label": "later", "status": "413" } }""", Rows);

        var batches = await comext.ReadWhileTimePassesAsync();

        Assert.Equal(12, Assert.Single(batches.OfType<ObservationBatch>()).Values.Span[0]);
        Assert.Equal(3, comext.Web.Requests.Count);
    }

    [Fact]
    public async Task Ask_BrokenZip_IsTold()
    {
        using var comext = Comext();
        comext.Web.Serve("*", Zip(("a", Rows))[..40]);

        Assert.Equal(Fault.Broken, (await comext.FailAsync()).Fault);
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return packed.ToArray();
    }

    private static PluginHarness Comext() =>
        PluginHarness.For<TradeStatisticsPlugin>("comext", new ComextOptions { Reporters = ["SE"], Products = ["87"] });
}
