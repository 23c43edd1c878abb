using Foresight.Plugins.Signals;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.Signals.Attention;

public sealed class EmergingTermsSignalTests : IDisposable
{
    private readonly InMemoryTables _tables = new();

    public void Dispose() => _tables.Dispose();

    [Fact]
    public async Task Analyse_NewWordInSeveralForms_IsOneTermWithItsCompany()
    {
        _tables.News(60, 40, text: "CASE WHEN w >= 56 AND i < 3 THEN 'Gigafabriken' || CASE WHEN i = 0 THEN ' och gigafabriker' ELSE '' END || ' behöver litium' ELSE 'Annat stycke' END", area: "CASE WHEN i < 3 THEN 'growth' END");

        var outcome = await OutcomeAsync();

        var term = Assert.Single(outcome.Signals);
        Assert.Equal("term/sv/gigafabrik", term.Id);
        Assert.Equal("Nytt ord i nyheterna: ”gigafabriken” står i 12 nyheter av 160 de senaste fyra veckorna, mot 0 av 2240 dessförinnan.", term.Headline.Sv);
        Assert.Equal("A new word in the news in Swedish texts: “gigafabriken” is in 12 stories of 160 in the last four weeks, against 0 of 2,240 before.", term.Headline.En);
        Assert.Equal("12 rapporter från 3 utgivare med egna nyheter. I samma nyheter: ”litium”.", term.Caveat!.Sv);
        Assert.Equal(("growth", 3), (term.FocusArea, term.Publishers));
        Assert.All(new double[] { 12, 160, 0, 2240, 3 }, number => Assert.Contains(term.Evidence, evidence => evidence.Value == number));
        Assert.Equal("emerging-terms/en", Assert.Single(outcome.Silences).Id);
    }

    [Fact]
    public async Task Analyse_OnePublishersTemplateOrName_IsNoTerm()
    {
        _tables.News(60, 40, text: "CASE WHEN w >= 56 THEN CASE WHEN i % 4 = 0 THEN 'Prenumerationsnotis' ELSE 'Tidningsdraken skriver' END ELSE 'Annat stycke' END");
        WatchedSource[] sources = [new("feed0", Some.Text("Draken"), "Tidningsdraken", Reliability.B)];

        var outcome = await Parts.OutcomeAsync(new SignalsPlugin(), "emerging-terms", _tables, Some.Policy(), sources);

        Assert.Empty(outcome.Signals);
    }

    [Fact]
    public async Task Analyse_SyndicatedStory_IsOneStory()
    {
        _tables.News(60, 40, text: "CASE WHEN w >= 56 AND i < 3 THEN 'Gigafabriken' ELSE 'Annat stycke' END");
        _tables.Execute("INSERT INTO stories SELECT _source, _item_id, 'feed0/sv59-0' FROM documents WHERE text = 'Gigafabriken'");

        Assert.Empty((await OutcomeAsync()).Signals);
    }

    [Fact]
    public async Task Analyse_FewStories_SaysSoPerLanguage()
    {
        _tables.News(20, 3);

        var outcome = await OutcomeAsync();

        Assert.Empty(outcome.Signals);
        Assert.Equal(
            "Nya ord på svenska kan inte bedömas: 12 nyheter de senaste fyra veckorna och 48 dessförinnan; det behövs 50 av båda.",
            outcome.Silences.Single(silence => silence.Id == "emerging-terms/sv").Reason.Sv);
    }

    private Task<AnalysisOutcome> OutcomeAsync() => Parts.OutcomeAsync(new SignalsPlugin(), "emerging-terms", _tables, Some.Policy(), []);
}
