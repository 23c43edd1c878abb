using Foresight.Engine.Briefs.Sections;
using Foresight.Engine.FollowUp.Worded;
using Foresight.Sdk;
using Foresight.Tests.Store;
using Xunit;

namespace Foresight.Tests.FollowUp;

public sealed class FollowUpWordingTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Lead_InSwedish_SaysTheWholeInSixSentences()
    {
        await SomeRegisters.FillAsync(folder);

        var lead = await LeadAsync("sv");

        Assert.Equal(
            [
                "4 aktiviteter pågår under perioden 5 september 2025–5 september 2026. 1 är inställd och räknas inte. 1 exempel i registret räknas inte.",
                "Utan aktivitet är fokusområdet levnadsvillkor, syftet ”göra Vik känt” och slaget nätverk.",
                "Bidrag till periodens arbete: 80 000 kronor och 35 000 euro; kommunens egen kostnad är 150 000 kronor och 7000 euro (1 aktivitet anger ingen). I uppgifterna om Interreg har kommunen 1,5 euro i EU-medel per invånare; 1 av 2 grannkommuner har mer.",
                "Resultat mot det väntade för 3 aktiviteter som är klara eller redan bedömda: 1 uppnått, 1 delvis uppnått och 1 inte angivet.",
                "2 aktiviteter har passerat sitt slut utan resultat, 1 av dem före perioden; 1 partner har varit utan kontakt i mer än 12 månader; för 1 partner är senaste kontakt inte mätt.",
                "Alla register har uppgifter; vad som saknas i enskilda rader står i tabellerna.",
            ],
            lead);
    }

    [Fact]
    public async Task Lead_InEnglish_SaysTheSame()
    {
        await SomeRegisters.FillAsync(folder);

        var lead = await LeadAsync("en");

        Assert.Equal(
            [
                "4 activities run in the period 5 September 2025–5 September 2026. 1 was cancelled and does not count. 1 example in the register does not count.",
                "Without any activity are the focus area living conditions, the purpose “make Vik known” and the kind networks.",
                "Grants for the period's work: 80,000 kronor and 35,000 euros; the municipality's own cost is 150,000 kronor and 7,000 euros (1 activity names none). In the data on Interreg the municipality has 1.5 euros of EU money per inhabitant; 1 of 2 neighbours has more.",
                "Results against expectation for 3 activities that have ended or were judged already: 1 reached, 1 partly reached and 1 not told.",
                "2 activities are past their end without a result, 1 of them before the period; 1 partner has been without contact for more than 12 months; for 1 partner the last contact is not measured.",
                "All registers have rows; what single rows leave out stands in the tables.",
            ],
            lead);
    }

    [Theory]
    [InlineData("sv", "1 aktivitet pågår under perioden 5 september 2025–5 september 2026.", "1 aktivitet har passerat sitt slut utan resultat.")]
    [InlineData("en", "1 activity runs in the period 5 September 2025–5 September 2026.", "1 activity is past its end without a result.")]
    public async Task Lead_OfOneActivity_IsInTheSingular(string language, string done, string overdue)
    {
        await folder.LoadAsync("r", SomeRegisters.Of(Register.Activities, "id=a | title=A | kind=visits | focus_areas=growth | purposes=value | body=social | starts=2026-01 | ends=2026-02 | status=ended"));

        var lead = await LeadAsync(language);

        Assert.Contains(done, lead);
        Assert.Contains(overdue, lead);
    }

    [Theory]
    [InlineData("sv", "Vad som görs är inte mätt: inga aktiviteter är registrerade.", "Inte mätt: behov, partner, ansökningar, aktiviteter, iakttagelser och beslut (inget är registrerat).", "inget är registrerat")]
    [InlineData("en", "What is done is not measured: no activities are registered.", "Not measured: needs, partners, applications, activities, observations and decisions (nothing is registered).", "nothing is registered")]
    public async Task Section_WithoutRegisters_SaysNotMeasuredAndNeverNought(string language, string done, string missing, string record)
    {
        var section = await SectionAsync(language);

        Assert.Equal([done, missing], Lead(section));
        Assert.All(section.Parts.OfType<SectionTable>().Last().Rows, row => Assert.Equal(record, row[^1].Text));
        Assert.DoesNotContain(Texts(section), text => text.Split(' ', '\u00A0').Contains("0"));
    }

    [Fact]
    public async Task Table_OfActivities_SaysByWhomForWhatAndWithWhatResult()
    {
        await SomeRegisters.FillAsync(folder);

        var table = (await SectionAsync("sv")).Parts.OfType<SectionTable>().First();

        Assert.Equal(["Textil, med Nyborg", "Socialnämnden", "Tillväxt, Kretslopp", "1, 2", "oktober 2025–30 juni 2026", "Uppnått: 20 jobb"], Plain(table.Rows[0]));
        Assert.Equal("Inget resultat är skrivet", table.Rows[1][5].Text);
        Assert.Equal("Inget väntat resultat är skrivet", table.Rows[3][5].Text);
        Assert.Contains(table.Evidence, evidence => evidence is { View: "activities", Source: "own-activities", Record: "a1", LoadId: not null });
    }

    [Fact]
    public async Task Table_OfMoney_KeepsKronorAndEurosApartAndSaysHowItIsCounted()
    {
        await SomeRegisters.FillAsync(folder);

        var table = (await SectionAsync("sv")).Parts.OfType<SectionTable>().Single(table => table.Columns.Any(column => column.Name == "Kronor"));

        Assert.Equal(["Mått", "Kronor", "Euro", "Så är det räknat"], table.Columns.Select(column => column.Name));
        Assert.Equal(["Sökt under perioden", "–", "35 000", "euro: 2 ansökningar"], Plain(table.Rows[0]));
        Assert.Equal(["Beviljat till periodens arbete", "80 000", "35 000", "kronor: 1 ansökan; euro: 2 ansökningar"], Plain(table.Rows[1]));
        Assert.Equal(["Egen kostnad per aktivitet", "75 000", "7000", "egen kostnad ÷ aktiviteter som anger den; kronor: 2 aktiviteter; euro: 1 aktivitet"], Plain(table.Rows[5]));
        Assert.Equal(["Beviljat per invånare", "2,00", "0,88", "beviljat ÷ 40 000 invånare 2025; kronor: 1 ansökan; euro: 2 ansökningar"], Plain(table.Rows[6]));
    }

    // Granted without a day had counted as "none in the period".
    [Fact]
    public async Task Money_OfApplicationsWithoutDays_IsNotMeasuredInsteadOfNone()
    {
        await folder.LoadAsync("r", SomeRegisters.Of(Register.Applications, "id=a | title=A | programme=x | role=lead | outcome=granted", "id=b | title=B | programme=x | role=lead | outcome=granted"));

        var (report, texts) = (await SomeRegisters.ReadAsync(folder, SomeRegisters.LastYear()), Texts(await SectionAsync("sv")).Select(text => text.Replace('\u00A0', ' ')));

        Assert.Equal((null, null, 0, 2), (report.Money.Submitted, report.Money.Granted, report.Money.Rejected, report.Money.WithoutDays));
        Assert.Contains(texts, text => text.StartsWith("Hur många ansökningar som är inlämnade, beviljade eller avslagna under perioden är inte mätt: 2 ansökningar saknar datum.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Committees_WithoutAnActivityOfTheirOwn_AreNamed()
    {
        await folder.LoadAsync("r", SomeRegisters.Of(Register.Activities, "id=a | title=A | kind=visits | focus_areas=growth | purposes=value | body=social | starts=2026-01 | status=ongoing"));

        var texts = Texts(await SectionAsync("sv"));

        Assert.Contains("Nämnder utan egen aktivitet under perioden: Byggnadsnämnden.", texts);
    }

    [Fact]
    public async Task Table_OfRecords_PutsDutyBesideRecordAndJudgesNothing()
    {
        await SomeRegisters.FillAsync(folder);

        var table = (await SectionAsync("sv")).Parts.OfType<SectionTable>().Last();

        Assert.Equal(["Fullmäktige", "Fastställer policyn; beslutar om vänorter", "inget är registrerat"], Plain(table.Rows[0]));
        Assert.Equal(["Styrelsen", "Följer upp", "1 aktivitet och 1 eget beslut"], Plain(table.Rows[1]));
        Assert.Equal(
            ["Nämnder", "Tar in det i sitt arbete", "3 aktiviteter, 1 uppföljning, 1 beslut att utföra, 2 ansökningar, 1 rapport från kontaktpersoner och 1 signal som tagits om hand"],
            Plain(table.Rows[2]));
    }

    internal static IEnumerable<string> Texts(BriefSection section) => section.Parts.SelectMany(part => part switch
    {
        SectionHeading heading => [heading.Text],
        SectionText text => [text.Text],
        SectionList list => list.Lines.Select(line => line.Text),
        SectionTable table => table.Rows.SelectMany(row => row.Select(cell => cell.Text)).Prepend(table.Caption),
        _ => Array.Empty<string>(),
    });

    private static List<string> Lead(BriefSection section) => [.. Assert.IsType<SectionList>(section.Parts[0]).Lines.Select(line => line.Text.Replace('\u00A0', ' '))];

    private static List<string> Plain(IReadOnlyList<SectionCell> row) => [.. row.Select(cell => cell.Text.Replace('\u00A0', ' '))];

    private async Task<List<string>> LeadAsync(string language) => Lead(await SectionAsync(language));

    private async Task<BriefSection> SectionAsync(string language) =>
        FollowUpWording.In(await SomeRegisters.ReadAsync(folder, SomeRegisters.LastYear()), SomeRegisters.Policy, language);
}
