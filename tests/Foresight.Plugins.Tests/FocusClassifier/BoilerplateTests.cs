using System.Globalization;
using Foresight.Plugins.FocusClassifier;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.FocusClassifier;

public sealed class BoilerplateTests
{
    private const string Body = "Sorteringen av matavfall ökar under året med en ny plan.";

    private static readonly Lazy<Task<IClassifier>> Trained = new(async () => (await Some.Trained(Some.Training())).Classifier);

    public static TheoryData<string> Closings =>
    [
        "\n\nPresskontakt\nElever Lärarna\nPressekreterare hos skolan\nTelefon 08-000 00 00\nlararna@skolan.example",
        " Läs mer om skolan och lärarna på myndighetens webbplats.",
        "\nFölj oss\nSkolan på Facebook\nwww.skolan.example",
        " För mer information, kontakta lärarna Elever Läromedel, 070-000 00 00.",
        "\nLäs också\nNya läromedel i skolan\nVi använder kakor för att skolan ska fungera bättre.",
        "\n\nFor media enquiries:\nPupils Teachers\nSchool spokesperson\nTel. +46 (0)8 000 00 00",
        " Read more about pupils and teachers. Subscribe to the classroom newsletter.",
        "\nShare this\nTeachers in the classroom\n© 2026 All pupils",
        "\r\nMed vänliga hälsningar\r\nLärarna\r\nSkolan",
    ];

    public static TheoryData<string> Openings =>
    [
        "Hoppa till innehåll\n",
        "Publicerad 12 mars 2026\nUppdaterad 14 mars 2026\n",
        "Skip to main content\nListen\n",
        "Vi använder kakor för att skolan, elever och lärarna ska få hjälp.\n",
    ];

    [Theory]
    [MemberData(nameof(Closings))]
    public async Task Classify_ClosingBoilerplate_ChangesNothing(string closing)
    {
        var classifier = await Trained.Value;

        var verdicts = classifier.Classify([new ClassifierText("Kommunen", Body, "sv"), new ClassifierText("Kommunen", Body + closing, "sv"), new ClassifierText("", $"Kommunen. {Body}{closing}", "sv")]);

        Assert.Equal(Figures(verdicts[0]), Figures(verdicts[1]));
        Assert.Equal(Figures(verdicts[0]), Figures(verdicts[2]));
    }

    [Theory]
    [MemberData(nameof(Openings))]
    public async Task Classify_OpeningBoilerplate_ChangesNothing(string opening)
    {
        var classifier = await Trained.Value;

        var verdicts = classifier.Classify([new ClassifierText("Kommunen", Body, "sv"), new ClassifierText("Kommunen", opening + Body, "sv")]);
        var untitled = classifier.Classify([new ClassifierText("", Body, "sv"), new ClassifierText("", opening + Body, "sv")]);

        Assert.Equal(Figures(verdicts[0]), Figures(verdicts[1]));
        Assert.Equal(Figures(untitled[0]), Figures(untitled[1]));
    }

    [Theory]
    [InlineData("Regeringen får en ny presskontakt. Läs mer om skolan. Elever och lärarna i gymnasieskolan har fått nya läromedel under året.")]
    [InlineData("Presskontakt blir ett yrke\nTelefon 08-000 00 00 gick varm\nElever och lärarna i gymnasieskolan har fått nya läromedel under året.")]
    [InlineData("Kontakten med elever och lärarna är viktig. Mobilen läggs bort i skolan. Läsningen ökar.")]
    [InlineData("Skolan får 250 000 000 kronor. Elever får 1 000 000 läromedel från 2026-01-01.")]
    [InlineData("Följ med till skolan. Kontakterna mellan lärarna ökar")]
    [InlineData("Läs mer om skolan")]
    [InlineData("Uppdaterade läromedel i skolan under 2026. Elever och lärarna väljer.")]
    [InlineData("Lyssna på lärarna. Elever väljer läromedel i skolan.")]
    [InlineData("Lyssna på elever och lärarna innan skolan byggs om. Publicerade läromedel prövas.")]
    public void Of_TextThatOnlySpeaksOfIt_IsNotCut(string text)
    {
        var passage = Passage.Of("", text);

        Assert.Equal((0, text.Length), (passage.Start, passage.End));
        Assert.Equal(passage.Lead, passage.Body);
    }

    [Fact]
    public void Of_ContactsAtTheEnd_StopsBeforeThem()
    {
        var passage = Passage.Of("Skolan byggs om", "Elever flyttar i maj.\nPresskontakt\nNamn Namnsson\n08-000 00 00");

        Assert.Equal("Skolan byggs om. Elever flyttar i maj.", passage.Text[passage.Start..passage.End].Trim());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("Presskontakt")]
    [InlineData("Läs mer. Läs mer. Läs mer.")]
    public void Of_NothingElse_LeavesSomething(string text)
    {
        var passage = Passage.Of("", text);

        Assert.InRange(passage.Start, 0, text.Length);
        Assert.InRange(passage.Lead, passage.Start, text.Length);
        Assert.InRange(passage.End, Math.Min(text.Length, passage.Lead), text.Length);
        Assert.Equal(text.Trim().Length > 0, text[passage.Start..passage.End].Trim().Length > 0);
    }

    [Fact]
    public async Task TrainAsync_BoilerplateAfterEveryText_SameModel()
    {
        var plain = Some.Training();
        var closed = plain with { Texts = [.. plain.Texts.Select((text, i) => text with { Text = text.Text + string.Create(CultureInfo.InvariantCulture, $".\nPresskontakt\nLärarna {i}\n08-000 00 {i:00}") })] };
        var dotted = plain with { Texts = [.. plain.Texts.Select(text => text with { Text = text.Text + "." })] };

        var (_, _, first) = await Some.Trained(dotted);
        var (_, _, second) = await Some.Trained(closed);

        Assert.Equal(first, second);
    }

    private static string Figures(Verdict verdict) => string.Join(' ', verdict.Scores.Select(score => $"{score.Label} {score.Probability:R}"));
}
