using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Loop;

/// <summary>One signal over three quarters: what each brief says of it.</summary>
public sealed class LoopQuartersTests : IDisposable
{
    private static readonly DateOnly Due = new(2026, 12, 1);

    private readonly LoopFolder loop = new();

    public void Dispose() => loop.Dispose();

    [Theory]
    [InlineData("sv",
        "Taget av Kommunstyrelsen (chef), klart senast 1 december 2026",
        "Taget av Kommunstyrelsen (chef), skulle ha varit klart 1 december 2026 (1 dag sedan)",
        "Taget av Kommunstyrelsen (chef), klart senast 1 december 2026 · beslutat 2 december 2026 (dnr KS 2026/120, § 173)",
        "Taget av Kommunstyrelsen (chef), klart senast 1 december 2026 · aktivitet: Språkutbyte, pågår till 28 februari 2027",
        "Taget av Kommunstyrelsen (chef), klart senast 1 december 2026 · aktivitet: Språkutbyte, resultat saknas",
        "Taget av Kommunstyrelsen (chef), klart senast 1 december 2026 · resultat: Tolv elever reste (delvis uppnått), inte uppföljt",
        "Taget av Kommunstyrelsen (chef), klart senast 1 december 2026 · resultat: Tolv elever reste (delvis uppnått), uppföljt 10 mars 2027")]
    [InlineData("en",
        "Taken by the Municipal Executive Board (chef), due by 1 December 2026",
        "Taken by the Municipal Executive Board (chef), was due by 1 December 2026 (1 day ago)",
        "Taken by the Municipal Executive Board (chef), due by 1 December 2026 · decided on 2 December 2026 (dnr KS 2026/120, § 173)",
        "Taken by the Municipal Executive Board (chef), due by 1 December 2026 · activity: Språkutbyte, ongoing until 28 February 2027",
        "Taken by the Municipal Executive Board (chef), due by 1 December 2026 · activity: Språkutbyte, no result on record",
        "Taken by the Municipal Executive Board (chef), due by 1 December 2026 · result: Tolv elever reste (partly reached), not followed up",
        "Taken by the Municipal Executive Board (chef), due by 1 December 2026 · result: Tolv elever reste (partly reached), followed up on 10 March 2027")]
    public async Task Finding_OverThreeQuarters_ShowsOwnerDayAndOutcome(string language, params string[] expected)
    {
        var seen = new List<string?>();
        async Task LookAsync() => seen.Add(await loop.ShortAsync("a", language));
        (string, string) decided = ("decision", "d1");
        await loop.FindAsync(LoopFolder.Signal("a"));
        await loop.NeedAsync();

        await loop.TakeAsync("a", "board", Due, "chef", "Svara");
        await LookAsync();
        loop.At(2026, 12, 2);
        await LookAsync();
        await loop.LoadAsync(Register.Decisions, LoopFolder.Decision("d1", ("due", "2027-01-31")).Select(cell => cell.Column == "decided" ? ("decided", "2026-12-02") : cell).ToArray());
        await loop.LinkAsync("a", decision: "d1");
        await LookAsync();
        await loop.LoadAsync(Register.Activities, LoopFolder.Activity("x", decided));
        await loop.LinkAsync("a", "x");
        await LookAsync();
        loop.At(2027, 3, 5);
        await LookAsync();
        await loop.LoadAsync(Register.Activities, LoopFolder.Activity("x", decided, ("status", "ended"), ("result", "Tolv elever reste."), ("outcome", "partly")));
        await LookAsync();
        loop.At(2027, 3, 12);
        await loop.LoadAsync(Register.Activities, LoopFolder.Activity("x", decided, ("status", "ended"), ("result", "Tolv elever reste."), ("outcome", "partly"), ("followed_up", "2027-03-10")));
        await LookAsync();

        Assert.Equal(expected, seen);
    }

    [Fact]
    public async Task Section_OverThreeQuarters_GoesFromTakenOverDecidedToFollowedUp()
    {
        await loop.FindAsync(LoopFolder.Signal("a"));
        await loop.NeedAsync();
        await loop.TakeAsync("a", "board", Due, response: "Svara");
        var first = await loop.SectionAsync("council");

        loop.At(2026, 12, 5);
        await loop.LoadAsync(Register.Decisions, LoopFolder.Decision("d1", ("signals", "a"), ("activities", "x")));
        await loop.LoadAsync(Register.Activities, LoopFolder.Activity("x"));
        var second = await loop.SectionAsync("council");
        loop.At(2027, 3, 5);
        await loop.LoadAsync(Register.Activities, LoopFolder.Activity("x", ("status", "ended"), ("result", "Tolv elever reste"), ("outcome", "reached"), ("followed_up", "2027-03-04")));
        var third = await loop.SectionAsync("council");

        Assert.Contains("Något ökar. | Kommunstyrelsen | 1 december 2026 | Taget den 5 september 2026. Förslag: Svara. | a", first, StringComparison.Ordinal);
        Assert.Contains(
            "Taget den 5 september 2026. Förslag: Svara. Beslutat av Kommunstyrelsen den 14 oktober 2026 (dnr KS 2026/120, § 173): Svar på utvecklingen. Aktivitet: Språkutbyte (pågår till 28 februari 2027). | a, d1, x",
            second, StringComparison.Ordinal);
        Assert.Contains("- Resultat saknas: ”Språkutbyte”, pågår sedan 1 oktober 2026, klart senast 28 februari 2027.", second, StringComparison.Ordinal);
        Assert.Contains("Aktivitet: Språkutbyte (avslutad 28 februari 2027). Resultat: Tolv elever reste (uppnått). Uppföljt den 4 mars 2027. | a, d1, x", third, StringComparison.Ordinal);
        Assert.Contains("Inget väntar på någon.", third, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "Överlämnat från Kommunstyrelsen den 10 september 2026. Uppskjutet från 1 december 2026 till 15 januari 2027.", "Avskrivet 12 september 2026: Bara ett mätfel", "Avskrivet 12 september 2026: Bara ett mätfel (ändrat sedan dess)", "Signalen ändrades 1 oktober 2026 och lyder nu: ", "Ny bedömning av ”Något ökar”, som ändrats efter att den avskrevs, väntar sedan i dag.")]
    [InlineData("en", "Handed over by the Municipal Executive Board on 10 September 2026. Put off from 1 December 2026 to 15 January 2027.", "Dropped on 12 September 2026: Bara ett mätfel", "Dropped on 12 September 2026: Bara ett mätfel (changed since)", "The signal changed on 1 October 2026 and now reads: ", "A new judgement of “Something rises from 1 to 2”, which has changed since it was dropped, waits since today.")]
    public async Task Section_OfWhatIsHandedOverPutOffAndDropped_SaysEach(string language, string handed, string dropped, string changed, string reads, string again)
    {
        await loop.FindAsync(LoopFolder.Signal("a"));
        await loop.TakeAsync("a", "board", Due);
        loop.At(2026, 9, 10);
        await loop.TakeAsync("a", "culture", Due);
        await loop.TakeAsync("a", "culture", new DateOnly(2027, 1, 15));
        var before = await loop.SectionAsync("board", language);
        loop.At(2026, 9, 12);
        await loop.DropAsync("a", "Bara ett mätfel.");
        var line = await loop.ShortAsync("a", language);
        loop.At(2026, 10, 1);
        await loop.FindAsync(LoopFolder.Signal("a", "It falls."));

        Assert.Contains(handed, before, StringComparison.Ordinal);
        Assert.Equal((dropped, changed), (line, await loop.ShortAsync("a", language)));
        var after = await loop.SectionAsync("board", language);
        Assert.All([reads, again], sentence => Assert.Contains(sentence, after, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sv", "Signalen har inte hittats sedan 1 oktober 2026.", "Signalen finns inte i registret över signaler.")]
    [InlineData("en", "The signal has not been found since 1 October 2026.", "The signal is not in the register of signals.")]
    public async Task Section_OfASignalThatIsGoneOrUnknown_SaysSo(string language, string gone, string unknown)
    {
        await loop.FindAsync(LoopFolder.Signal("a"));
        await loop.TakeAsync("a", "board", Due);
        await loop.LoadAsync(Register.Activities, LoopFolder.Activity("x", ("signals", "lost")));
        loop.At(2026, 10, 1);

        await loop.FindAsync();

        var section = await loop.SectionAsync("board", language);
        Assert.All([gone, unknown], sentence => Assert.Contains(sentence, section, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Step_OfALaterDay_IsNotKnownToAnEarlierBrief()
    {
        await loop.FindAsync(LoopFolder.Signal("a"));
        loop.At(2026, 12, 5);
        await loop.TakeAsync("a", "board", new DateOnly(2027, 3, 1));

        var earlier = await Foresight.Engine.Loop.LoopView.ReadAsync(
            loop.Store.Tables, LoopFolder.Policy, await Foresight.Engine.Registers.RegisterBook.ReadAsync(loop.Store.Tables), new(LoopFolder.Policy), new DateOnly(2026, 9, 5));

        Assert.Empty(earlier.Chains);
        Assert.Equal(1, earlier.Untouched);
    }
}
