using Foresight.Engine.Signals;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Briefs;

/// <summary>How far to trust a finding, whose word it is, and what is not said.</summary>
public sealed class BriefGradesTests
{
    private static readonly Signal Graded = SomeBrief.Signals[1] with
    {
        Reliability = Reliability.B,
        Credibility = 2,
        Publishers = 3,
        Level = SignalLevel.Trend,
        Horizon = Horizon.UpToTwoYears,
        Figures = [new("slope-per-year", -0.77) { Low = -1.31, High = -0.64, Confidence = 0.95, Unit = "%" }],
    };

    [Theory]
    [InlineData("sv", "Källa: i regel tillförlitlig · uppgiften trolig (B2) · 3 utgivare · maskinens förslag: trend, 0–2 år · förändring per år −0,77 % (95 % säkert mellan −1,31 och −0,64)")]
    [InlineData("en", "Source: usually reliable · claim probably true (B2) · 3 publishers · the machine's proposal: trend, 0–2 years · change per year −0.77 % (95% sure between −1.31 and −0.64)")]
    public async Task Finding_ThatIsGraded_SaysSoInWordsAndItsFiguresAreTraced(string language, string expected)
    {
        using var tables = SomeBrief.Tables();

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, language) with { Signals = [Graded] });

        Assert.Equal(expected, brief.Text(".findings .grade"));
        Assert.Empty(brief.Result.Untraced);
        var finding = brief.Evidence.GetProperty("findings")[0];
        Assert.Equal("B2", finding.GetProperty("grade").GetString());
        Assert.Equal(-1.31, finding.GetProperty("figures")[0].GetProperty("low").GetDouble());
        Assert.Equal(["figure"], finding.GetProperty("sureness").GetProperty("numbers").EnumerateArray().Select(number => number.GetProperty("how").GetString()).Distinct());
        Assert.Contains("Admiralty", brief.Text("#annex p"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finding_ThatPeopleConfirmAndDifferOn_SaysBoth()
    {
        using var tables = SomeBrief.Tables();
        RatingRow[] said =
        [
            new("a", Graded.Id, "AB", SomeBrief.AsOf) { Impact = 5, Confirms = true, Level = SignalLevel.Driver },
            new("a", Graded.Id, "analytiker 2", SomeBrief.AsOf) { Impact = 2, Confirms = false },
        ];
        var known = new KnownSignal([new SignalRow("a", SomeBrief.AsOf, true, "h", Graded, "1")], PeoplesRatings.Of(said));

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, "sv") with { Signals = [Graded], Known = new Dictionary<string, KnownSignal> { [Graded.Id] = known } });

        Assert.Contains(
            "· drivkraft, 0–2 år, bekräftad av AB, avvisad av analytiker 2, bedömarna är oense om betydelsen och huruvida den stämmer ·", brief.Text(".findings .grade"), StringComparison.Ordinal);
        var people = brief.Evidence.GetProperty("findings")[0].GetProperty("people");
        Assert.Equal([5, 2], people.GetProperty("ratings").EnumerateArray().Select(rating => rating.GetProperty("impact").GetInt32()));
        Assert.Equal(3.5, people.GetProperty("impact").GetProperty("median").GetDouble());
    }

    [Theory]
    [InlineData("sv", SignalLevel.Trend, "AB ser detta, [3] och 1 till som inte visas här som en del av trenden ”X & Y”.")]
    [InlineData("en", SignalLevel.Trend, "AB sees this, [3] and 1 more not shown here as part of the trend “X & Y”.")]
    [InlineData("sv", SignalLevel.Cluster, "AB för detta, [3] och 1 till som inte visas här till klustret ”X & Y”.")]
    [InlineData("en", SignalLevel.Driver, "AB sees the driver “X & Y” behind this, [3] and 1 more not shown here.")]
    public async Task Findings_ThatAPersonGathered_SaySoOnceAtTheFirstOfThem(string language, SignalLevel level, string expected)
    {
        using var tables = SomeBrief.Tables();
        var raised = new GatheringRow("raised/x-y", SomeBrief.AsOf, "AB", true, level, new LocalText("X & Y", "X & Y"), "h");
        var known = new KnownSignal([new SignalRow("people", SomeBrief.AsOf, true, "h", Graded with { Id = raised.Id, Level = level }, "")], PeoplesRatings.Of([]))
        {
            Raisings = [raised],
            Beneath = ["elsewhere", SomeBrief.Signals[2].Id, SomeBrief.Signals[0].Id],
        };

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, language) with { Known = new Dictionary<string, KnownSignal> { [raised.Id] = known } });

        Assert.Equal(expected, Assert.Single(brief.Page.QuerySelectorAll(".gathered")).TextContent);
        Assert.Equal(expected, brief.Text("#finding-1 .gathered"));
        Assert.Equal([1, 3], brief.Evidence.GetProperty("gatherings")[0].GetProperty("findings").EnumerateArray().Select(mark => mark.GetInt32()));
        Assert.Empty(brief.Result.Untraced);
    }

    [Fact]
    public async Task Finding_ThatPeopleRatedOtherwise_SaysTheirHorizonAndNotTheMachinesImpact()
    {
        using var tables = SomeBrief.Tables();
        var signal = Graded with { Impact = Grade.High };
        var known = new KnownSignal([new SignalRow("a", SomeBrief.AsOf, true, "h", signal, "1")], PeoplesRatings.Of([new("a", signal.Id, "AB", SomeBrief.AsOf) { Impact = 1, Horizon = Horizon.FiveToTenYears }]));

        using var proposed = await BriefFolder.WriteAsync(SomeBrief.Input(tables, "en") with { Signals = [signal] });
        using var rated = await BriefFolder.WriteAsync(SomeBrief.Input(tables, "en") with { Signals = [signal], Known = new Dictionary<string, KnownSignal> { [signal.Id] = known } });

        Assert.Contains("· the machine's proposal: trend, 0–2 years, large impact ·", proposed.Text(".findings .grade"), StringComparison.Ordinal);
        Assert.Contains("· 5–10 years as rated · the machine's proposal: trend ·", rated.Text(".findings .grade"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Areas_OfThePolicy_EachAppearWithAFindingOrAReason()
    {
        using var tables = SomeBrief.Tables();
        var input = SomeBrief.Input(tables, "sv");
        Silence[] silences =
        [
            new("indicator/N1", "growth", SomeBrief.Same("N1 har bara 3 värden.")), new("indicator/N2", "growth", SomeBrief.Same("N2 har bara 2 värden.")),
            new("indicator/N3", "growth", SomeBrief.Same("N3 är bruten.")), new("trade/x", "growth", SomeBrief.Same("Handeln är hemlig.")),
            new("coverage/no", null, SomeBrief.Same("Inget på norska bevakas.")),
        ];

        using var brief = await BriefFolder.WriteAsync(input with { Silences = silences });

        var areas = brief.Page.QuerySelectorAll(".silences > li").Select(line => line.TextContent).ToList();
        Assert.Equal(7, areas.Count);
        Assert.All(SomeBrief.Policy.FocusAreas.Zip(areas), pair => Assert.StartsWith(pair.First.ShortName.Sv, pair.Second, StringComparison.OrdinalIgnoreCase));
        Assert.StartsWith("Levnadsvillkor. 1 iakttagelse.", areas[0], StringComparison.Ordinal);
        Assert.Equal("Sysselsättning. Det som finns räcker inte till en iakttagelse.N1 har bara 3 värden.Handeln är hemlig.N2 har bara 2 värden.1 sak till; evidence.json har alla.", areas[1]);
        Assert.Contains("Inget i uppgifterna skiljer sig", areas[2], StringComparison.Ordinal);
        Assert.Equal("Flera områden. 2 iakttagelser.Inget på norska bevakas.", areas[6]);
        Assert.Contains(
            "Inte bland det viktigaste: sysselsättning (ingen iakttagelse), lärande (ingen iakttagelse) och humanitärt arbete (1 i bilagan).", brief.Text("#missing .areas-left"), StringComparison.Ordinal);
        Assert.Equal(5, brief.Evidence.GetProperty("silences").GetArrayLength());
    }
}
