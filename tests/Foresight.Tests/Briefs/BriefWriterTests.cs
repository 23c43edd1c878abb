using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Briefs;

public sealed class BriefWriterTests
{
    [Theory]
    [InlineData("sv", "Till kommunstyrelsen · Läget den 5 september 2026", "Bygger på: Policy för internationellt arbete, version 2")]
    [InlineData("en", "To the executive board · As of 5 September 2026", "Based on: Policy for international work, version 2")]
    public async Task Masthead_InBothLanguages_TellsReaderDayAndPolicy(string language, string reader, string policy)
    {
        using var tables = SomeBrief.Tables();

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, language));

        Assert.Contains(reader, brief.Text(".masthead"), StringComparison.Ordinal);
        Assert.Contains(policy, brief.Text(".masthead"), StringComparison.Ordinal);
        Assert.Equal((5, 5, 13), (brief.Result.Findings, brief.Result.Charts, brief.Result.Items));
    }

    [Theory]
    [InlineData("sv", "WITS har inte kunnat läsas: servern svarade 503 tre gånger", "Diagrammet ”releases” saknas: inget datum är känt.", "Nätverkens nyheter har varit tyst sedan 2026-03-14", "policyn har inget nyckeltal för humanitärt arbete.", "Foresight.Sdk 1.7", "Inget klassat hit under perioden.")]
    [InlineData("en", "WITS has not been readable: the server answered 503 three times", "The chart “releases” is missing: no date is known.", "News of the networks has been silent since 2026-03-14", "the policy has no indicator for humanitarian work.", "Foresight.Sdk 1.7", "Nothing was sorted here in the period.")]
    public async Task Missing_SourcesChartsAndAreas_AreSaid(string language, params string[] sentences)
    {
        using var tables = SomeBrief.Tables();

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, language));

        var said = brief.Text("#missing") + brief.Text("#items");
        Assert.All(sentences, sentence => Assert.Contains(sentence, said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Banner_OfIllustrativeTexts_StandsBeforeTheFindings()
    {
        using var tables = SomeBrief.Tables();

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, "sv"));
        using var real = await BriefFolder.WriteAsync(SomeBrief.Input(tables, "sv") with { Illustrative = null });

        Assert.Equal("banner", brief.Page.QuerySelector("main")!.FirstElementChild!.ClassName);
        Assert.Null(real.Page.QuerySelector(".banner"));
    }

    [Fact]
    public async Task Brief_OfTheSameInput_IsTheSameBytes()
    {
        using var tables = SomeBrief.Tables();
        using var again = SomeBrief.Tables();

        using var one = await BriefFolder.WriteAsync(SomeBrief.Input(tables, "sv"));
        using var other = await BriefFolder.WriteAsync(SomeBrief.Input(again, "sv"));

        Assert.Equal(one.Html, other.Html);
        Assert.Equal(await File.ReadAllTextAsync(one.Result.EvidenceFile, TestContext.Current.CancellationToken), await File.ReadAllTextAsync(other.Result.EvidenceFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Files_BesideTheBrief_AreAllWritten()
    {
        using var tables = SomeBrief.Tables();

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, "en"));

        string[] files = [.. brief.Result.ChartFiles, .. brief.Result.DataFiles, brief.Result.HtmlFile, brief.Result.EvidenceFile];
        Assert.Equal((10, 6), (brief.Result.ChartFiles.Count, brief.Result.DataFiles.Count));
        Assert.All(files, file => Assert.NotEqual(0, new FileInfo(file).Length));
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(brief.Result.HtmlFile)!, "*.tmp", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("sv", "Inget i uppgifterna är säkert nog", "Inget diagram kunde byggas.", "Inga nya texter har kommit sedan 5 juni 2026.", "Alla källor kunde läsas och alla diagram byggas.", "Texterna har inte klassats.")]
    [InlineData("en", "Nothing in the data is certain enough", "No chart could be built.", "No new texts have come in since 5 June 2026.", "All sources could be read and all charts built.", "The texts have not been classified.")]
    public async Task Brief_OfAnEmptyStore_SaysSo(string language, params string[] sentences)
    {
        using var tables = new FakeTables();
        var input = SomeBrief.Input(tables, language);
        var measured = SomeBrief.Policy with { FocusAreas = [.. SomeBrief.Policy.FocusAreas.Take(5)] };

        using var brief = await BriefFolder.WriteAsync(input with { Policy = measured, Signals = [], Charts = [], Sources = [], Missing = [], ModelVersion = null, Card = null });

        Assert.All(sentences, sentence => Assert.Contains(sentence, brief.Text("main"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sv", "Den tränades 1 september 2026. På det fasta testet, 4 texter som ingen modell får lära sig av, är F1 0,67 (engelska 0,00, svenska 1,00). Modellens kort med alla siffror och gränser: data/store/models/abc/card.md.")]
    [InlineData("en", "It was trained on 1 September 2026. On the fixed test, 4 texts that no model may learn from, F1 is 0.67 (English 0.00, Swedish 1.00). The model's card with all figures and limits: data/store/models/abc/card.md.")]
    public async Task Method_OfAModelWithATest_NamesTrainingFiguresAndCard(string language, string sentence)
    {
        using var tables = SomeBrief.Tables();
        var input = SomeBrief.Input(tables, language) with { Model = SomeBrief.Model, ModelCard = "data/store/models/abc/card.md", OfModel = ["Something is past its bound."] };

        using var brief = await BriefFolder.WriteAsync(input);

        Assert.Contains(sentence, brief.Text("body"), StringComparison.Ordinal);
        Assert.Contains("Something is past its bound.", brief.Text("body"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MainPart_WithLongSentences_StillFitsTwoPages()
    {
        using var tables = SomeBrief.Tables();
        var input = SomeBrief.Input(tables, "sv");
        var longer = input.Signals.Select(signal => signal with { Headline = new LocalText(signal.Headline.Sv + " " + signal.Headline.Sv, signal.Headline.En) }).ToList();

        using var usual = await BriefFolder.WriteAsync(input);
        using var full = await BriefFolder.WriteAsync(input with { Signals = longer });

        Assert.True(Width(full) < Width(usual), $"{Width(full)} mm against {Width(usual)} mm");
        static int Width(BriefFolder brief) => int.Parse(brief.Page.QuerySelector("#chart-3")!.ClassName!.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Words_OfOtherLanguages_AreMarked()
    {
        using var tables = SomeBrief.Tables();

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, "sv"));

        Assert.All(brief.Page.QuerySelectorAll("bdi"), title => Assert.Equal(title.TextContent.StartsWith("Example", StringComparison.Ordinal) ? "en" : null, title.GetAttribute("lang")));
    }
}
