using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Loop;

/// <summary>What a brief says of the loop, in both languages.</summary>
public sealed class LoopSectionTests : IDisposable
{
    private static readonly DateOnly Due = new(2026, 12, 1);

    private readonly LoopFolder loop = new();

    public void Dispose() => loop.Dispose();

    [Theory]
    [InlineData("sv", "Ingen iakttagelse har tagits upp eller avskrivits än. Inget väntar på någon. 1 iakttagelse har ingen tagit ställning till.")]
    [InlineData("en", "No finding has been taken up or dropped yet. Nothing is waiting for anybody. Nobody has taken a position on 1 finding.")]
    public async Task Section_WhereNobodyDidAnything_SaysSo(string language, string expected)
    {
        await loop.FindAsync(LoopFolder.Signal("a"));

        Assert.Equal(expected, await loop.SectionAsync("board", language));
    }

    [Theory]
    [InlineData("sv", """
        1 iakttagelse har tagits upp eller avskrivits. 1 sak väntar.
        Något ökar. | Kommunstyrelsen (chef) | 1 december 2026 | Taget den 5 september 2026. Förslag: Fråga företagen. | a
        # Det här väntar
        # Kommunstyrelsen
        - Beslut saknas: ”Något ökar”, har väntat 1 dag (sedan 5 september 2026), klart senast 1 december 2026. Nästa möte: 16 september 2026. Ansvarig: chef.
        """)]
    [InlineData("en", """
        1 finding has been taken up or dropped. 1 thing is waiting.
        Something rises from 1 to 2. | Municipal Executive Board (chef) | 1 December 2026 | Taken on 5 September 2026. Proposed: Fråga företagen. | a
        # What is waiting
        # Municipal Executive Board
        - Decision missing: “Something rises from 1 to 2”, has waited 1 day (since 5 September 2026), due by 1 December 2026. Next meeting: 16 September 2026. Responsible: chef.
        """)]
    public async Task Section_OfWhatWasTaken_TellsOwnerDayAndWhatIsMissing(string language, string expected)
    {
        await loop.FindAsync(LoopFolder.Signal("a"));
        await loop.TakeAsync("a", "board", Due, "chef", "Fråga företagen");

        loop.At(2026, 9, 6);

        Assert.Equal(expected.ReplaceLineEndings("\n").Trim(), await loop.SectionAsync("board", language));
    }

    [Theory]
    [InlineData("sv", "2 saker väntar, varav 1 är försenad.", "Försenat 2 dagar.", "skulle ha varit klart 1 december 2026, för 2 dagar sedan. Nästa möte: 9 december 2026; 2 möten har hållits sedan dess.", "När nästa möte hålls är inte känt.")]
    [InlineData("en", "2 things are waiting; 1 is overdue.", "Overdue by 2 days.", "was due by 1 December 2026, 2 days ago. Next meeting: 9 December 2026; 2 meetings have been held since.", "When it meets next is not known.")]
    public async Task Section_OfWhatIsOverdue_SaysSo(string language, string count, string late, string waits, string unknown)
    {
        await loop.FindAsync(LoopFolder.Signal("a"), LoopFolder.Signal("b"));
        await loop.TakeAsync("a", "board", Due);
        await loop.TakeAsync("b", "culture", Due.AddDays(30));

        loop.At(2026, 12, 3);

        var section = await loop.SectionAsync("board", language);
        Assert.All([count, late, waits, unknown], sentence => Assert.Contains(sentence, section, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sv", "2 saker väntar, alla försenade.", "1 sak väntar och är försenad.")]
    [InlineData("en", "2 things are waiting, all of them overdue.", "1 thing is waiting and is overdue.")]
    public async Task Section_WhereAllIsOverdue_SaysSo(string language, string ofTheBoard, string ofTheCommittee)
    {
        var headline = string.Join(' ', Enumerable.Repeat("word", 30));
        await loop.FindAsync(LoopFolder.Signal("a", headline) with { Headline = new(headline, headline) }, LoopFolder.Signal("b"));
        await loop.TakeAsync("a", "culture", Due);
        await loop.TakeAsync("b", "board", Due);

        loop.At(2026, 12, 3);

        var (board, culture) = (await loop.SectionAsync("board", language), await loop.SectionAsync("culture", language));
        Assert.Contains(ofTheBoard, board, StringComparison.Ordinal);
        Assert.Contains(ofTheCommittee, culture, StringComparison.Ordinal);
        Assert.Contains($"{string.Join(' ', Enumerable.Repeat("word", 18))}…", culture, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "1 möte har hållits sedan dess", "Nästa möte, 14 oktober 2026, är efter sista dagen")]
    [InlineData("en", "1 meeting has been held since", "The next meeting, 14 October 2026, is after that day")]
    public async Task Section_WhereTheNextMeetingIsTooLate_SaysItBefore(string language, string held, string tooLate)
    {
        await loop.FindAsync(LoopFolder.Signal("a"));
        await loop.TakeAsync("a", "board", new DateOnly(2026, 10, 10));

        loop.At(2026, 10, 1);

        Assert.Contains($"{tooLate}; {held}.", await loop.SectionAsync("board", language), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "2 aktiviteter är inte knutna till något behov: Ett (exempel) och Två (exempel).", "1 aktivitet har inget beslut i registren: Två (exempel).", "Besked från CERV om ansökan ”Nätverk (exempel)”", "Ansökan ”Möte (exempel)” ska lämnas in, klart senast 23 september 2026")]
    [InlineData("en", "2 activities are not tied to any need: Ett (example) and Två (example).", "1 activity has no decision on record: Två (example).", "The answer from CERV on the application “Nätverk (example)”", "The application “Möte (example)” is to be submitted, due by 23 September 2026")]
    public async Task Section_OfExamplesAlone_MarksThemAndTellsLacksTogether(string language, params string[] expected)
    {
        (string, string) example = ("example", "true");
        await loop.LoadAsync(Register.Activities, LoopFolder.Activity("x", ("title", "Ett"), ("need", ""), example), LoopFolder.Activity("y", ("title", "Två"), ("need", ""), ("dnr", ""), example));
        await loop.LoadAsync(
            Register.Applications,
            [("id", "p"), ("title", "Möte"), ("programme", "cerv"), ("role", "lead"), ("body", "culture"), ("deadline", "2026-09-23"), ("outcome", "planned"), example],
            [("id", "s"), ("title", "Nätverk"), ("programme", "cerv"), ("role", "lead"), ("submitted", "2026-09-01"), ("outcome", "submitted"), example]);

        var section = await loop.SectionAsync("council", language);

        Assert.All(expected, sentence => Assert.Contains(sentence, section, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sv", "Ansökan: Möte (planerad, senast 23 september 2026). Aktivitet: Resa (planerad, börjar 1 oktober 2026). Aktivitet: Kurs (inställd).", "Ansökan: Möte (inlämnad 4 september 2026).", "Ansökan: Möte (beviljad 5 september 2026).")]
    [InlineData("en", "Application: Möte (planned, by 23 September 2026). Activity: Resa (planned, starts on 1 October 2026). Activity: Kurs (cancelled).", "Application: Möte (submitted on 4 September 2026).", "Application: Möte (granted on 5 September 2026).")]
    public async Task Section_OfAnAnswerThatRestsOnAFund_TellsHowFarItHasCome(string language, string planned, string submitted, string granted)
    {
        (string, string)[] application = [("id", "p"), ("title", "Möte"), ("programme", "cerv"), ("role", "lead"), ("body", "culture"), ("deadline", "2026-09-23"), ("submitted", "2026-09-04"), ("decided", "2026-09-05")];
        (string, string)[] answers = [("signals", "a"), ("status", "planned"), ("application", "p")];
        await loop.FindAsync(LoopFolder.Signal("a"));
        await loop.LoadAsync(Register.Activities, LoopFolder.Activity("x", [("title", "Resa"), .. answers]), LoopFolder.Activity("y", ("title", "Kurs"), ("status", "cancelled"), ("signals", "a")));

        var seen = new List<string>();
        foreach (var outcome in new[] { "planned", "submitted", "granted" })
        {
            await loop.LoadAsync(Register.Applications, [.. application, ("outcome", outcome)]);
            seen.Add(await loop.SectionAsync("council", language));
        }

        Assert.All(new[] { planned, submitted, granted }.Zip(seen), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sv", "Ansvarig saknas för ”Något ökar”, väntar sedan i dag. Nästa möte: 8 september 2026.")]
    [InlineData("en", "Nobody has taken up “Something rises from 1 to 2”, waits since today. Next meeting: 8 September 2026.")]
    public async Task Section_OfAConfirmedSignalThatNobodyHas_NamesTheSteeringGroup(string language, string expected)
    {
        await loop.FindAsync(LoopFolder.Signal("a"));

        await loop.ConfirmAsync("a");

        Assert.EndsWith((language == "sv" ? "# Arbetsutskottet" : "# Working committee") + $"\n- {expected}", await loop.SectionAsync("board", language), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Section_OfACommittee_HasItsOwnOnlyAndOfTheBoardAll()
    {
        await loop.FindAsync(LoopFolder.Signal("a", "Board's."), LoopFolder.Signal("b", "Culture's."), LoopFolder.Signal("c"));
        await loop.TakeAsync("a", "board", Due);
        await loop.TakeAsync("b", "culture", Due);

        var (culture, board) = (await loop.SectionAsync("culture", "en"), await loop.SectionAsync("board", "en"));

        Assert.DoesNotContain("Board's.", culture, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody has taken", culture, StringComparison.Ordinal);
        Assert.Contains("1 finding has been taken up or dropped. 1 thing is waiting.", culture, StringComparison.Ordinal);
        Assert.Contains("2 findings have been taken up or dropped. 2 things are waiting.", board, StringComparison.Ordinal);
        Assert.True(board.IndexOf("Board's.", StringComparison.Ordinal) < board.IndexOf("Culture's.", StringComparison.Ordinal), board);
    }

    [Fact]
    public async Task Section_OfADroppingLongAgo_OnlyCountsIt()
    {
        await loop.FindAsync(LoopFolder.Signal("a"));
        await loop.DropAsync("a", "Mätfel");
        var before = await loop.SectionAsync("board");

        loop.At(2027, 9, 6);

        Assert.Contains("Något ökar. | – | – | Avskrivet den 5 september 2026: Mätfel. | a", before, StringComparison.Ordinal);
        Assert.Equal("1 iakttagelse har tagits upp eller avskrivits. 1 av dem, klara sedan mer än ett år, visas inte. Inget väntar på någon.", await loop.SectionAsync("board"));
    }
}
