using Foresight.Engine.Briefs.Sections;
using Foresight.Engine.Calendar;
using Foresight.Engine.Registers;
using Foresight.Engine.Signals;
using Foresight.Sdk;
using Foresight.Tests.Store;
using Xunit;
using static Foresight.Tests.Funds.SomeFunds;

namespace Foresight.Tests.Funds;

public sealed class FundsSectionTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("sv", "En öppen eller kommande utlysning är för oss. Det är för sent att besluta om den. En till är inte för oss. Vilka behov de svarar mot är inte mätt: inga behov är registrerade.", "1 dag")]
    [InlineData("en", "One open or coming call is for us. It is too late to decide on it. One more is not for us. Which needs they answer is not measured: no needs are registered.", "1 day")]
    public async Task Section_WithOneCall_SpeaksInTheSingular(string language, string summary, string left)
    {
        await folder.LoadAsync("calls", Some.Documents(Call("TOWNS-1", "TOWNS", Today.AddDays(1)), Call("X-1", "X", Today.AddDays(1))));

        var section = await BuildAsync(Policy([Fund(Twinning, "sea")]), language);

        Assert.Equal(summary, Assert.IsType<SectionText>(section!.Parts[0]).Text);
        var row = Assert.Single(Assert.IsType<SectionTable>(section.Parts[1]).Rows);
        Assert.Equal(("Title of TOWNS-1", left), (row[0].Text, row[2].Text));
        Assert.Equal("TOWNS-1", Assert.Single(section.Parts[1].Evidence).Record);
    }

    [Fact]
    public async Task Section_WithManyCalls_ListsEightAndSaysHowManyThereAre()
    {
        await folder.LoadAsync("calls", Some.Documents([.. Enumerable.Range(1, 12).Select(i => Call($"TOWNS-{i}", "TOWNS", Today.AddDays(i)))]));

        var section = await BuildAsync(Policy([Fund(Twinning)]), "sv");

        Assert.StartsWith("12 öppna eller kommande utlysningar är för oss. Det är för sent att besluta om någon av dem. De 8 som passar bäst står här.", Assert.IsType<SectionText>(section!.Parts[0]).Text, StringComparison.Ordinal);
        Assert.Equal(8, Assert.IsType<SectionTable>(section.Parts[1]).Rows.Count);
    }

    [Theory]
    [InlineData("sv", "Inga utlysningar har lästs in, så vad som kan sökas är inte mätt.", "År 2027 är det sista för twinning och research. För några av dem är efterföljare föreslagna men inte beslutade.")]
    [InlineData("en", "No calls have been read, so what can be applied for is not measured.", "2027 is the last year of twinning and research. For some of them successors are proposed but not adopted.")]
    public async Task Section_WithoutCalls_SaysNotMeasuredAndWhatEnds(string language, string nothing, string ending)
    {
        var section = await BuildAsync(Policy([Fund(Twinning with { Successors = ["next"] }), Fund(Research)]), language);

        Assert.Equal([nothing, ending], section!.Parts.Cast<SectionText>().Select(part => part.Text));
    }

    [Fact]
    public async Task Section_OfAPolicyWithoutFunds_IsNone()
    {
        var section = await BuildAsync(Policy([]), "sv");

        Assert.Null(section);
    }

    private async Task<BriefSection?> BuildAsync(Policy policy, string language) => await new FundsSection().BuildAsync(
        new SectionContext
        {
            Policy = policy,
            Tables = folder.Store.Tables,
            Registers = await RegisterBook.ReadAsync(folder.Store.Tables),
            Meetings = new MeetingCalendar(policy),
            Language = language,
            Audience = new Audience("a", new LocalText("a", "a"), "board", "yearly"),
            Today = Today,
            Signals = new Dictionary<string, KnownSignal>(),
        },
        TestContext.Current.CancellationToken);
}
