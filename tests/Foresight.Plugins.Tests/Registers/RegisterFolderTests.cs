using System.Globalization;
using Foresight.Sdk;
using Foresight.Sdk.Testing;
using Xunit;

namespace Foresight.Plugins.Tests.Registers;

/// <summary>The folder of registers as a whole.</summary>
public sealed class RegisterFolderTests
{
    private const string Needs = "id,title,body\na,b,board";
    private const string Observation = "id,seen,what,location,why,role,body,focus_areas,example\n2026-05,2026-05-20,Två kärl för textil,Herning,Vi väljer nu,avfallsingenjör,board,kretslopp,ja";

    [Fact]
    public async Task Folder_WithUnknownFiles_NamesTheNearest()
    {
        var read = await RegisterReading.OfAsync(("needs.csv", Needs), ("activites.csv", "x"), ("partners.xls", "x"), ("README.md", "x"), ("~$needs.xlsx", "x"));

        Assert.Equal(
            [
                "folder registers: 'activites.csv' is no register; nearest 'activities': name it so, or move it elsewhere.",
                "folder registers: 'partners.xls' is a register, but no format that is read: save it as partners.csv (CSV UTF-8) or partners.xlsx.",
            ],
            read.Problems);
    }

    [Fact]
    public async Task Folder_WithARegisterTwice_AsksWhichCounts()
    {
        var read = await RegisterReading.OfAsync(RegisterReading.Serve(
            ("needs.csv", RegisterReading.Utf8(Needs)), ("needs.xlsx", Workbook.Of(Workbook.Row(1, "id", "title", "body")))));

        Assert.Equal(["folder registers: The register 'needs' is there twice (needs.csv and needs.xlsx): keep the one that counts."], read.Problems);
    }

    [Fact]
    public async Task Registers_WithAnyMistake_GiveNoRowAndCountAllMistakes()
    {
        var read = await RegisterReading.OfAsync(
            ("needs.csv", Needs),
            ("partners.csv", "id,organisation,kind,country\na,A,twin-town,XX\nb,,twin-towns,SE"),
            ("decisions.csv", "id,title,body,decided,activities\na,A,board,2026-02-30,none"));

        Assert.Equal(5, read.Problems.Count);
        Assert.Empty(read.Rows);
        Assert.Equal(
            "The registers have 5 problems (3 in partners.csv, 2 in decisions.csv), so nothing of them was stored and what was stored stays; 'foresight registers check' lists them all. The first: partners.csv, row 2, column kind: 'twin-town' is no kind of partner of the policy: write twin-towns.",
            read.Error!.Message);
        Assert.Equal((Recovery.Stop, Fault.Malformed), (read.Error.Recovery, read.Error.Fault));
    }

    [Fact]
    public async Task Reference_ToARegisterThatIsNotThere_LeadsNowhere()
    {
        var read = await RegisterReading.OfAsync(("decisions.csv", "id,title,body,decided,activities\na,A,board,2026-02-20,sortex"));

        Assert.Equal(["decisions.csv, row 2, column activities: 'sortex' is no row of the register 'activities': add it there, or correct it."], read.Problems);
    }

    [Fact]
    public async Task Folder_ThatIsNotThere_SaysHowToBegin()
    {
        var read = await RegisterReading.OfAsync(new ReplayTransport());

        Assert.Equal("The data folder has no folder 'registers': 'foresight registers new' writes its files, or take the entry out of the policy.", read.Error!.Message);
    }

    [Fact]
    public async Task Observation_OfAContactPerson_IsATextThatSaysWhoSawWhat()
    {
        var read = await RegisterReading.OfAsync(RegisterReading.Serve(("observations.csv", RegisterReading.Utf8(Observation)), ("needs.csv", RegisterReading.Utf8("wrong"))), "contact-observations");

        var document = Assert.Single(Assert.IsType<DocumentBatch>(Assert.Single(read.Batches)).Documents);
        Assert.Equal("Exempel: Två kärl för textil (Herning)", document.Title);
        Assert.Equal("Två kärl för textil. Vi väljer nu.", document.Text);
        Assert.Equal("iakttagelse av avfallsingenjör, Styrelsen", document.Publisher);
        Assert.Equal(("observation", "sv", Moment.On(new DateOnly(2026, 5, 20))), (document.Kind, document.Language, document.Published));
        Assert.Equal(["circular-economy"], document.Categories);
    }

    [Fact]
    public async Task Observations_WithAMistake_AreNotGivenOn()
    {
        var read = await RegisterReading.OfAsync(RegisterReading.Serve(("observations.csv", RegisterReading.Utf8(Observation.Replace("avfallsingenjör", "Anna Ek", StringComparison.Ordinal)))), "contact-observations");

        Assert.Equal(["observations.csv, row 2, column role: 'Anna Ek' looks like a person's name: write the role in lower case, as in avfallsingenjör."], read.Problems);
        Assert.NotNull(read.Error);
    }

    [Fact]
    public async Task Folder_OfAWorkspace_KeepsTheRulesOfSources()
    {
        var report = await SourceConformance.CheckAsync(RegistersCases.OfAFolder, TestContext.Current.CancellationToken);

        Assert.True(report.Holds, report.ToString());
    }

    [Fact]
    public void Headings_OfARegister_AreUnambiguous()
    {
        foreach (var register in Register.All)
        {
            var headings = register.Columns.SelectMany(column => new[] { column.Name.Replace('_', ' '), column.Label.Sv, column.Label.En }.Distinct(StringComparer.OrdinalIgnoreCase));

            Assert.Equal([], headings.GroupBy(heading => heading, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => $"{register.Id}: {group.Key}"));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task File_Of100000Rows_IsReadWithinBounds(bool workbook)
    {
        const int Rows = 100_000;
        var bytes = workbook
            ? Workbook.Of(Workbook.Row(1, "id", "title", "body", "since") + string.Concat(Enumerable.Range(2, Rows).Select(i => Workbook.Row(i, $"n{i}", "Ett behov av samma slag", "board", "12 mars 2026"))))
            : RegisterReading.Utf8("id,title,body,since\n" + string.Concat(Enumerable.Range(2, Rows).Select(i => $"n{i},Ett behov av samma slag,board,12 mars 2026\n")));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var read = await RegisterReading.OfAsync(workbook ? "needs.xlsx" : "needs.csv", bytes);

        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length / 1024} kB, {watch.Elapsed.TotalSeconds:0.0} s, {held / 1_000_000} MB held for the rows"));
        Assert.Equal(Rows, read.Rows.Count);
        Assert.InRange(held, 0, 200_000_000);
    }

    [Fact]
    public async Task File_With100000WrongRows_TellsTheFirst50000AndStops()
    {
        var read = await RegisterReading.OfAsync(("needs.csv", "id,title,body\n" + string.Concat(Enumerable.Range(2, 100_000).Select(i => $"n{i},b,borad\n"))));

        Assert.Equal(50_000, read.Problems.Count);
        Assert.EndsWith("This is the last problem that is listed (50,000); what follows was not looked at.", read.Problems[^1], StringComparison.Ordinal);
    }
}
