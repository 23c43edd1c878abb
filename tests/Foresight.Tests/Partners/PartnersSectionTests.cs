using Foresight.Engine.Briefs.Sections;
using Foresight.Engine.Calendar;
using Foresight.Engine.Registers;
using Foresight.Engine.Signals;
using Foresight.Sdk;
using Foresight.Tests.Store;
using Xunit;
using static Foresight.Tests.Partners.SomePartners;

namespace Foresight.Tests.Partners;

public sealed class PartnersSectionTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("sv", "Inte mätt: inga partner är registrerade. Policyn nämner 3 vänorter och partner.")]
    [InlineData("en", "Not measured: no partners are registered. The policy names 3 twin towns and partners.")]
    public async Task Section_WithoutARegister_IsNotMeasured(string language, string expected)
    {
        var lines = await LinesAsync(language);

        Assert.Equal(expected, lines[0]);
        Assert.Contains("Sandby, " + (language == "sv" ? "Danmark | inte mätt | inte i registret" : "Denmark | not measured | not in the register"), lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Section_WithDormantRelations_BeginsWithThem()
    {
        await folder.PartnersAsync(
            Sandby("last_contact", "2026-08-01", "work", "Läger"),
            Row("b", "organisation", "Bergen", "kind", "twin-towns", "country", "NO", "last_contact", "2024-09-05"),
            Row("c", "organisation", "Cuxby", "kind", "twin-towns", "country", "DE", "agreement_until", "2026-06"));
        await folder.RowsAsync("activities", Row("a", "title", "Läger", "partners", "sandby", "status", "ongoing", "starts", "2025"));

        var lines = await LinesAsync("sv");

        Assert.Equal("2 kontakter har somnat: Bergen (ingen kontakt på 2 år) och Cuxby (avtalet gick ut juni 2026).", lines[0]);
        Assert.Equal("3 partner är registrerade. När vi senast hade kontakt är inte mätt för 1 partner. 2 vänorter och partner i policyn står inte i registret.", lines[1]);
        Assert.StartsWith("Bergen, Norge | ", lines[2], StringComparison.Ordinal);
        Assert.Equal("Sandby, Danmark | inte mätt | Läger | 1 augusti 2026, för 35 dagar sedan (1 månad) | inte mätt | 1", lines[4]);
        Assert.Equal("Inte i registret: Skär, Torrberg.", lines[5]);
    }

    [Fact]
    public async Task Section_WithExamplesBesideRealRows_LeavesThemOutOfCounts()
    {
        await folder.PartnersAsync(
            Sandby("last_contact", "2026-08-01"),
            Row("x", "organisation", "Exempelstad", "kind", "twin-towns", "country", "DE", "last_contact", "2020-01-01", "example", "true"));

        var lines = await LinesAsync("en");

        Assert.StartsWith("1 partner is registered. The last contact is registered for all. 1 example is not counted.", lines.Single(line => line.Contains("registered.", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("Exempelstad (example), ", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> LinesAsync(string language)
    {
        var section = await new PartnersSection().BuildAsync(
            new SectionContext
            {
                Policy = Lillstad,
                Tables = folder.Store.Tables,
                Registers = await RegisterBook.ReadAsync(folder.Store.Tables),
                Meetings = new MeetingCalendar(Lillstad),
                Language = language,
                Audience = new Audience("board", Same("board"), "board", "quarterly"),
                Today = Today,
                Signals = new Dictionary<string, KnownSignal>(),
            },
            TestContext.Current.CancellationToken);
        return [.. section!.Parts.SelectMany(SectionLines.Of).Select(line => line.Replace('\u00A0', ' '))];
    }
}
