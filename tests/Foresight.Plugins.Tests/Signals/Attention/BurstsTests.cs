using Foresight.Plugins.Signals;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.Signals.Attention;

public sealed class BurstsTests : IDisposable
{
    private static readonly (string Name, object Value)[] NoTerms = [("MostTerms", 0)];

    private readonly InMemoryTables _tables = new();

    public void Dispose() => _tables.Dispose();

    [Fact]
    public async Task Analyse_AreaAndTopicAtFourTimesTheUsual_TellsBothAndTiesThem()
    {
        _tables.News(40, 60, area: "CASE WHEN i < (CASE WHEN w >= 38 THEN 24 ELSE 6 END) THEN 'climate' WHEN i >= 40 THEN 'growth' END", topic: "CASE WHEN i < (CASE WHEN w >= 38 THEN 24 ELSE 6 END) THEN 'energy' END");

        var outcome = await OutcomeAsync(NoTerms);

        Assert.Equal(["burst/area/climate", "burst/topic/energy"], outcome.Signals.Select(signal => signal.Id));
        var area = outcome.Signals[0];
        Assert.Equal("Klimat får mer uppmärksamhet än vanligt de senaste två veckorna: 48 nyheter, där omkring 12 var att vänta.", area.Headline.Sv);
        Assert.Equal("Climate gets more attention than usual in the last two weeks: 48 stories where about 12 were to be expected.", area.Headline.En);
        Assert.StartsWith("48 rapporter från 4 utgivare. ", area.Caveat!.Sv, StringComparison.Ordinal);
        Assert.Equal((SignalLevel.Cluster, Steep.Environmental, 4, "climate"), (area.Level, area.Steep, area.Publishers!.Value, area.FocusArea));
        Assert.Equal(48, area.Evidence[0].Value);
        Assert.Equal(10, area.Evidence.Count(evidence => evidence.View == "documents"));
        Assert.True(area.Figures.Single(figure => figure.Name == "p-value").Value < 0.001);
        Assert.Equal("Ämnet ”energi” får mer uppmärksamhet än vanligt de senaste två veckorna: 48 nyheter, där omkring 12 var att vänta.", outcome.Signals[1].Headline.Sv);
    }

    [Fact]
    public async Task Analyse_TopicOfAnAreaInTheSameBurst_StandsBeneathIt()
    {
        _tables.News(40, 60, area: "CASE WHEN i < (CASE WHEN w >= 38 THEN 24 ELSE 6 END) THEN 'climate' END", topic: "CASE WHEN i < (CASE WHEN w >= 38 THEN 24 ELSE 6 END) THEN 'energy' END");
        var policy = Some.Policy() with { FocusAreas = [new FocusArea("climate", Some.Text("Klimat"), Some.Text("Klimat", "Climate"), ["energy"])] };

        var outcome = await Parts.OutcomeAsync(new SignalsPlugin(), "bursts", _tables, policy, [], NoTerms);

        Assert.Equal(["burst/topic/energy"], outcome.Signals.Single(signal => signal.Id == "burst/area/climate").Related);
        Assert.Equal("climate", outcome.Signals.Single(signal => signal.Id == "burst/topic/energy").FocusArea);
    }

    [Fact]
    public async Task Analyse_TermThatIsUsuallyThereAndNowMore_IsTold()
    {
        _tables.News(40, 60, text: "CASE WHEN i < (CASE WHEN w >= 38 THEN 24 ELSE 6 END) THEN 'Elpriserna stiger' ELSE 'Annat' END", area: "CASE WHEN i < 6 THEN 'climate' END");

        var outcome = await OutcomeAsync(("MostTerms", 3));

        var term = Assert.Single(outcome.Signals);
        Assert.Equal("”elpriserna” nämns oftare än vanligt de senaste två veckorna: 48 nyheter, där omkring 12 var att vänta.", term.Headline.Sv);
        Assert.Equal("“elpriserna” is mentioned more than usual in Swedish texts in the last two weeks: 48 stories where about 12 were to be expected.", term.Headline.En);
        Assert.Equal((SignalLevel.Signal, "term"), (term.Level, term.Kind));
    }

    [Fact]
    public async Task Analyse_MoreNewsOfEverything_IsNoBurst()
    {
        _tables.News(40, 60, area: "CASE WHEN i % 3 = 0 THEN 'climate' ELSE 'growth' END").News(1, 300, area: "CASE WHEN i % 3 = 0 THEN 'climate' ELSE 'growth' END", language: "en");

        Assert.Empty((await OutcomeAsync(("MostTerms", 3))).Signals);
    }

    [Fact]
    public async Task Analyse_SameWeeksAYearAgoHadAsMuch_IsTheSeason()
    {
        _tables.News(70, 60, area: "CASE WHEN i < (CASE WHEN w >= 68 OR w IN (16, 17) THEN 24 ELSE 6 END) THEN 'climate' END");

        Assert.DoesNotContain((await OutcomeAsync(("MostTerms", 0))).Signals, signal => signal.Id == "burst/area/climate");
    }

    [Fact]
    public async Task Analyse_TooFewStories_SaysSoAndClaimsNothing()
    {
        _tables.News(20, 3, area: "CASE WHEN i = 0 THEN 'climate' END");

        var outcome = await OutcomeAsync();

        Assert.Empty(outcome.Signals);
        var silence = Assert.Single(outcome.Silences);
        Assert.Null(silence.FocusArea);
        Assert.Equal("Vågor av uppmärksamhet kan inte bedömas: 39 nyheter på 13 veckor, och inget fokusområde har de 26 som behövs.", silence.Reason.Sv);
        Assert.Equal("Bursts of attention cannot be judged: 39 stories in 13 weeks, and no focus area has the 26 that it takes.", silence.Reason.En);
    }

    [Fact]
    public async Task Analyse_OneAreaWithTooFew_IsNamed()
    {
        _tables.News(20, 30, area: "CASE WHEN i < 10 THEN 'climate' WHEN i < 20 THEN 'growth' WHEN i = 20 AND w = 19 THEN 'learning' END");

        var silence = Assert.Single((await OutcomeAsync()).Silences);

        Assert.Equal(("burst/area/learning", "learning"), (silence.Id, silence.FocusArea));
        Assert.Contains("0 nyheter på 13 veckor", silence.Reason.Sv, StringComparison.Ordinal);
    }

    private Task<AnalysisOutcome> OutcomeAsync(params (string Name, object Value)[] options) =>
        Parts.OutcomeAsync(new SignalsPlugin(), "bursts", _tables, Some.Policy(), [], options);
}
