using Foresight.Engine.Classify;
using Foresight.Engine.Classify.Rules;
using Foresight.Engine.Policies;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Policies;

/// <summary>The shipped policy says what the municipality's document says.</summary>
public class VanersborgTests
{
    private static readonly Lazy<PolicyReading> Reading = new(() => PolicyFolder.Read(Repository.Path("data", "policies"), StubParts.All, "vanersborg"));

    private static PolicyFile File => Assert.Single(Reading.Value.Policies);

    private static Policy Policy => File.Policy;

    [Fact]
    public void Policy_AsShipped_HasNoProblem()
    {
        var reading = Reading.Value;

        Assert.Equal([], reading.Problems);
    }

    [Fact]
    public void Content_OfTheDocument_IsWhole()
    {
        Assert.Equal(
            ["living-conditions", "employment-growth", "lifelong-learning", "circular-economy", "equality-diversity", "humanitarian-work"],
            Policy.FocusAreas.Select(area => area.Id));
        Assert.Equal(["housing", "business", "tourism", "nature", "culture"], Policy.FocusAreas[0].Topics);
        Assert.Equal(5, Policy.Purposes.Count);
        Assert.Equal(["transnational-projects", "networks", "conferences", "trainings", "study-visits", "exchanges"], Policy.ActivityKinds.Select(kind => kind.Id));
        Assert.Equal(6, Policy.PartnerKinds.Count);
        Assert.Contains("external-funding", Policy.Tools.Select(tool => tool.Id));
        Assert.Equal(3, Policy.Background.Count);
        Assert.Equal(8, Policy.Principles.Count);
    }

    [Fact]
    public void Cycle_AsShipped_IsAProposalThatReachesEveryKindOfBodyThatMeets()
    {
        var met = Policy.Bodies.Where(body => Policy.Cycle.Meetings.Any(series => series.Body == body.Id)).Select(body => body.Kind).Distinct();

        Assert.Equal(["council", "executive-board", "steering-group", "coordination-group", "committee"], met);
        Assert.All(Policy.Cycle.Meetings, series => Assert.True(series.ToConfirm, series.Body));
        Assert.All(Policy.Cycle.Reports, report => Assert.True(report.ToConfirm && report.Basis is not null, report.Id));
    }

    [Theory]
    [InlineData("Fotbollsföreningen fick nytt elljusspår", "sv", "forbid sport-is-not-relief")]
    [InlineData("Idrottsföreningar samlar in till flyktingar", "sv", "")]
    [InlineData("Godstransporterna ökar", "sv", "")]
    [InlineData("Industriutsläppsportalsförordningen", "sv", "")]
    [InlineData("Nya statsbidrag till kommuner", "sv", "forbid state-support-by-itself")]
    [InlineData("Statsbidrag till humanitära organisationer", "sv", "add relief-by-organisations, explain words-of-voluntary-work")]
    [InlineData("Röda Korsets volontärer delade ut filtar", "sv", "add relief-by-organisations, explain words-of-voluntary-work")]
    [InlineData("Commission approves State aid for a smelter", "en", "forbid state-support-by-itself")]
    [InlineData("Relief organisations reach the island", "en", "add relief-by-organisations")]
    public void Rules_OfTheSixthArea_DoWhatTheirReasonsSay(string title, string language, string expected)
    {
        var hits = new RuleBook(Policy.Classification.Rules).Hits(title, "", language);

        Assert.Equal(expected, string.Join(", ", hits.Select(hit => $"{hit.Rule.Effect.ToString().ToLowerInvariant()} {hit.Rule.Id}")));
    }

    [Theory]
    [InlineData("regeringen", "Barn- och ungdomsutbildning|Utbildningsdepartementet|Regeringen|Pressmeddelande", "lifelong-learning 0.7")]
    [InlineData("regeringen", "Civila samhället och idrott|Regeringen", "humanitarian-work 0.4")]
    [InlineData("regeringen", "Regeringen|Regeringsuppdrag", "")]
    [InlineData("riksdagen", "UbU|2025/26", "lifelong-learning 0.6")]
    [InlineData("riksdagen", "AU|2025/26", "")]
    [InlineData("ec-press", "POLICY_AREA=ENVIRO", "circular-economy 0.6")]
    [InlineData("ec-press", "POLICY_AREA=COMPETY,STATAID", "none 0.6")]
    [InlineData("ec-press", "POLICY_AREA=DEVEL,PRESIDENCY", "humanitarian-work 0.3")]
    [InlineData("eu-calls", "LIFE", "circular-economy 0.6")]
    public void Categories_AsSourcesGiveThem_AreWeakLabels(string source, string categories, string expected)
    {
        var labels = WeakLabels.Of(Policy.Classification.Categories, source, categories.Split('|'));

        var said = labels is null ? [] : labels.Areas.Count == 0 ? [new("none", labels.OfNone)] : labels.Areas.AsEnumerable();
        Assert.Equal(expected, string.Join(", ", said.Select(area => FormattableString.Invariant($"{area.Key} {area.Value}"))));
    }

    [Fact]
    public void Rules_OnTheShippedTexts_ForbidNoneOfTheSixthAreasAndAddNoneOfNone()
    {
        var book = new RuleBook(Policy.Classification.Rules);
        var rows = LabelFiles.Read(LabelFiles.In(Repository.Path("data", "labels")), File.Topics);

        var decided = rows.SelectMany(row => Titled(row, book).Select(hit => (row, hit.Rule.Effect))).ToList();

        Assert.Empty(decided.Where(one => one.Effect == RuleEffect.Forbid && one.row.Labels.Contains("humanitarian-aid")).Select(one => one.row.Text));
        Assert.Empty(decided.Where(one => one.Effect == RuleEffect.Add && one.row.Labels.Count == 0).Select(one => one.row.Text));
        Assert.True(decided.Count(one => one.Effect == RuleEffect.Explain) > 50, "The words that explain are rarely met.");
    }

    [Theory]
    [InlineData("kommunfullmaktige", "council", 3)]
    [InlineData("kommunstyrelsen", "executive-board", 7)]
    [InlineData("arbetsutskottet", "steering-group", 1)]
    [InlineData("utvecklingskontoret", "office", 4)]
    [InlineData("namnder-och-forvaltningar", "committee", 2)]
    [InlineData("samordningsgruppen", "coordination-group", 1)]
    public void Body_OfTheDocument_HasItsResponsibilities(string id, string kind, int responsibilities)
    {
        var body = Policy.Bodies.Single(body => body.Id == id);

        Assert.Equal(kind, body.Kind);
        Assert.Equal(responsibilities, body.Responsibilities.Count);
        Assert.False(body.ToConfirm);
    }

    [Fact]
    public void SteeringGroup_InBothLanguages_NamesTheDecision()
    {
        var duty = Policy.Bodies.Single(body => body.Kind == "steering-group").Responsibilities[0];

        Assert.Contains("(Kommunstyrelsen 2012-06-05, § 173)", duty.Sv, StringComparison.Ordinal);
        Assert.Contains("2012-06-05, § 173", duty.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Committees_ThatTheDocumentDoesNotName_AreToConfirm()
    {
        var toConfirm = Policy.Bodies.Where(body => body.ToConfirm).ToList();

        Assert.Equal(6, toConfirm.Count);
        Assert.All(toConfirm, body => Assert.NotEmpty(body.FocusAreas));
        Assert.All(toConfirm, body => Assert.NotNull(body.Contact));
    }

    [Fact]
    public void Audiences_AreTheBodies()
    {
        Assert.Equal(
            Policy.Bodies.Where(body => body.Id != "namnder-och-forvaltningar").Select(body => body.Id).Order(StringComparer.Ordinal),
            Policy.Audiences.Select(audience => audience.Body).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Indicators_OfTheTable_AreAllThere()
    {
        Assert.Equal(49, Policy.Indicators.Count(indicator => indicator.Source == "kolada"));
        Assert.Equal(["FP.CPI.TOTL.ZG", "NY.GDP.MKTP.CD", "SP.POP.TOTL"], Policy.Indicators.Where(indicator => indicator.Source == "worldbank").Select(indicator => indicator.Id).Order(StringComparer.Ordinal));
        Assert.All(Policy.FocusAreas, area => Assert.Contains(Policy.Indicators, indicator => indicator.FocusAreas.Contains(area.Id)));
    }

    [Theory]
    [InlineData("N07917", Direction.Up, SeriesKinds.Annual, null)]
    [InlineData("N00926", Direction.Down, SeriesKinds.SmallCount, null)]
    [InlineData("U07453", Direction.Up, SeriesKinds.FewPoints, null)]
    [InlineData("N85052", Direction.Up, SeriesKinds.Step | SeriesKinds.SmallCount, null)]
    [InlineData("N60988", Direction.Up, SeriesKinds.Rolling | SeriesKinds.Gaps, null)]
    [InlineData("N02267", Direction.Up, SeriesKinds.FewPoints, null)]
    [InlineData("N02268", Direction.Up, SeriesKinds.FewPoints, null)]
    [InlineData("N03702", Direction.None, SeriesKinds.CurrentPrices, null)]
    [InlineData("N18409", Direction.Up, SeriesKinds.SmallCount, null)]
    [InlineData("N09701", Direction.Up, SeriesKinds.Noisy, null)]
    [InlineData("N00401", Direction.Down, SeriesKinds.Gaps, null)]
    [InlineData("N45905", Direction.None, SeriesKinds.Gaps, null)]
    [InlineData("U00501", Direction.Up, SeriesKinds.FewPoints, null)]
    [InlineData("U00502", Direction.Up, SeriesKinds.FewPoints, null)]
    [InlineData("N00952", Direction.Target, SeriesKinds.Annual, 100.0)]
    [InlineData("N00943", Direction.Target, SeriesKinds.Annual, 50.0)]
    [InlineData("N05815", Direction.Target, SeriesKinds.Step, 50.0)]
    [InlineData("N05832", Direction.Target, SeriesKinds.Step | SeriesKinds.Gaps, 1.0)]
    [InlineData("N00217", Direction.Target, SeriesKinds.Gaps, 1.0)]
    [InlineData("N00951", Direction.Target, SeriesKinds.Annual, 0.0)]
    [InlineData("U01413", Direction.Down, SeriesKinds.Rolling | SeriesKinds.Gaps, null)]
    [InlineData("N01993", Direction.None, SeriesKinds.Annual, null)]
    [InlineData("N05404", Direction.Up, SeriesKinds.Step, null)]
    [InlineData("N01951", Direction.None, SeriesKinds.Annual, null)]
    public void Indicator_OfTheTable_IsJudgedAsThere(string id, Direction good, SeriesKinds kinds, double? target)
    {
        var indicator = Policy.Indicators.Single(indicator => indicator.Id == id);

        Assert.Equal((good, kinds, target), (indicator.Good, indicator.Kinds, indicator.Target));
    }

    [Fact]
    public void HumanitarianWork_HasNoMeasure_AndSaysSo()
    {
        var own = Policy.Indicators.Where(indicator => indicator.FocusAreas is ["humanitarian-work"]).ToList();

        Assert.Equal(4, own.Count);
        Assert.All(own, indicator => Assert.Contains("inte mätt", indicator.Note!.Sv, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("similar-overall", "G37583", 7)]
    [InlineData("similar-labour-market", "G216353", 7)]
    [InlineData("similar-socioeconomic", "G176453", 7)]
    [InlineData("similar-compulsory-school", "G36123", 7)]
    [InlineData("similar-upper-secondary", "G36415", 7)]
    [InlineData("fyrbodal", "G96180", 13)]
    public void PeerGroup_OfKolada_HasItsMembersWithoutOurselves(string id, string code, int members)
    {
        var group = Policy.PeerGroups.Single(group => group.Id == id);

        Assert.Equal((code, members), (group.Code, group.Members.Count));
        Assert.DoesNotContain(Policy.Home.Id, group.Members);
        Assert.All(group.Members, member => Assert.Single(Policy.Places.Single(place => place.Id == member).CodesOf("kolada")));
    }

    [Fact]
    public void Places_OfPartners_HaveCodesByVintageOrSayThatThereAreNone()
    {
        var twinTowns = Policy.Places.Where(place => place.Role == PlaceRole.TwinTown).ToList();

        Assert.Equal(9, twinTowns.Count);
        Assert.All(twinTowns, town => Assert.True(town.CodesOf("nuts3").Any() || town.NoData.Contains("nuts3"), town.Id));
        Assert.Equal(
            [new PlaceCode("FI197", "NUTS 2021"), new PlaceCode("FI19B", "NUTS 2024")],
            twinTowns.Single(town => town.Id == "kangasala").Codes["nuts3"]);
        Assert.All(
            Policy.Places.Where(place => place.Role is PlaceRole.TwinTown or PlaceRole.Partner && place.Country != "AX"),
            place => Assert.Contains(Policy.Places, country => country.Role == PlaceRole.Country && country.Country == place.Country));
    }

    [Fact]
    public void Sources_AsShipped_AskForWhatThePolicyNames()
    {
        var kolada = Assert.IsType<KoladaOptions>(File.Sources.Single(source => source.Id == "kolada").Options);
        var releases = Assert.IsType<KoladaReleasesOptions>(File.Sources.Single(source => source.Id == "kolada-releases").Options);
        var worldBank = Assert.IsType<WorldBankOptions>(File.Sources.Single(source => source.Id == "worldbank").Options);
        var gdp = Assert.IsType<EurostatOptions>(File.Sources.Single(source => source.Id == "eurostat-gdp").Options);

        Assert.Equal(49, kolada.Kpis.Count);
        Assert.Equal(kolada.Kpis, releases.Kpis);
        Assert.Contains("1487", kolada.Municipalities);
        Assert.Contains("0000", kolada.Municipalities);
        Assert.Equal(["BWA", "DEU", "DNK", "FIN", "FRO", "GRL", "ISL", "ITA", "NAM", "NOR", "SWE"], worldBank.Countries);
        Assert.Contains("SE232", gdp.Filters["geo"]);
        Assert.Contains("SE23", gdp.Filters["geo"]);
    }

    [Fact]
    public void PeerDistance_AsShipped_ComparesOnlyWhatMayBeJudgedAndTrended()
    {
        var options = Assert.IsType<PeerDistanceOptions>(File.Charts.Single(chart => chart.Id == "peer-distance").Options);

        var indicators = options.Indicators.Select(id => Policy.Indicators.Single(indicator => indicator.Id == id)).ToList();

        Assert.InRange(indicators.Count, 8, 12);
        Assert.All(indicators, indicator => Assert.NotEqual(Direction.None, indicator.Good));
        Assert.All(indicators, indicator => Assert.NotNull(indicator.Peers));
        Assert.All(Policy.FocusAreas, area => Assert.Contains(indicators, indicator => indicator.FocusAreas.Contains(area.Id)));
    }

    /// <summary>The shipped texts have their title as first sentence.</summary>
    private static IReadOnlyList<RuleHit> Titled(LabelledRow row, RuleBook book)
    {
        var end = row.Text.IndexOf(". ", StringComparison.Ordinal) is var at and > 0 ? at : row.Text.Length;
        return book.Hits(row.Text[..end], row.Text[end..], row.Language);
    }

    [Fact]
    public void Brief_ForTheBoard_IsInBothLanguagesAndNamesEveryChartOnce()
    {
        var brief = Assert.Single(File.Briefs, brief => brief.Id == "board");

        Assert.Equal(("board", "board", 5, 3), (brief.Audience, brief.Template, brief.Findings, brief.HeadlineCharts));
        Assert.Equal(["sv", "en"], brief.Languages);
        Assert.Equal(File.Charts.Select(chart => chart.Id).Order(StringComparer.Ordinal), brief.Charts.Order(StringComparer.Ordinal));
        Assert.Equal("project-money", brief.Charts[0]);
    }

    [Fact]
    public void Brief_ForTheCouncil_IsAYearlyReportThatBeginsWithTheFollowUp()
    {
        var brief = Assert.Single(File.Briefs, brief => brief.Id == "council");

        Assert.Equal(("council", "council"), (brief.Audience, brief.Template));
        Assert.Equal("yearly", Policy.Audiences.Single(audience => audience.Id == brief.Audience).Cadence);
        Assert.Contains("follow-up", brief.Sections);
        Assert.Equal("Årsrapport om det internationella arbetet", brief.Title.Sv);
    }
}
