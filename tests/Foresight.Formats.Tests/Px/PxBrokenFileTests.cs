using Foresight.Formats.Px;
using Xunit;

namespace Foresight.Formats.Tests.Px;

/// <summary>
/// The broken files of PxWeb's own tests. Refused is what leaves open which figure is which, or of what unit; what only describes is
/// left out and said.
/// </summary>
public class PxBrokenFileTests
{
    [Theory]
    [InlineData("errorCodes", "CODES(\"region\") on line 24 has a quotation mark inside a text")]
    [InlineData("errorContVariableunits", "UNITS(\"Inmigratedx\") on line 42 gives the unit of a value that 'type' does not have")]
    [InlineData("errorContvariable", "CONTVARIABLE on line 17 names 'typex'")]
    [InlineData("errorHeading", "HEADING on line 16 has a quotation mark inside a text")]
    [InlineData("errorStub", "STUB on line 15 has a quotation mark inside a text")]
    [InlineData("errorTimeval", "TIMEVAL(\"period\") on line 23 lists more periods than the 1")]
    [InlineData("errorUnit", "UNITS on line 14 has a quotation mark inside a text")]
    [InlineData("errorValues", "VALUES(\"region\") on line 18 has a quotation mark inside a text")]
    [InlineData("errorVarValue", "no VALUES(\"region\")")]
    [InlineData("errormissingValues", "no VALUES(\"age\")")]
    [InlineData("missingData", "ends on line 81 without DATA")]
    [InlineData("missingStubHeading", "neither STUB nor HEADING")]
    public async Task Open_FiguresCannotBeTrusted_RefusesWithWhatAndWhere(string file, string part)
    {
        await using var stream = Open(file);

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => PxReader.OpenAsync(stream, TestContext.Current.CancellationToken));

        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ensvcontvarerror", null)]
    [InlineData("ensvdescdefaulterror", null)]
    [InlineData("ensvdescerror", "DESCRIPTION[svx] on line 14")]
    [InlineData("errorAggregAllowed", null)]
    [InlineData("errorCellnote", null)]
    [InlineData("errorContVariabledetails", "LAST-UPDATED(\"Inmigratedx\") on line 38")]
    [InlineData("errorContact", "CONTACT(\"Inmigrated\") on line 45")]
    [InlineData("errorDescDefault", null)]
    [InlineData("errorDescription", "DESCRIPTION on line 10")]
    [InlineData("errorDomain", "DOMAIN(\"regionx\") on line 30")]
    [InlineData("errorDoubleCol", "DOUBLECOLUMN(\"regionx\") on line 28")]
    [InlineData("errorElimYalue", "ELIMINATION(\"regionx\") on line 34")]
    [InlineData("errorElimYes", "ELIMINATION(\"sexx\") on line 35")]
    [InlineData("errorMap", "MAP(\"region\") on line 33")]
    [InlineData("errorMatrix", "MATRIX on line 8")]
    [InlineData("errorNote", "NOTE on line 49")]
    [InlineData("errorNoteVar", "NOTE(\"regionx\") on line 52")]
    [InlineData("errorShowdecimals", null)]
    [InlineData("errorShowdecimals2", null)]
    [InlineData("errorShowdecimals2d", null)]
    [InlineData("errorSource", "SOURCE on line 44")]
    [InlineData("errorSubjectArea", "SUBJECT-AREA on line 6")]
    [InlineData("errorValueNote", "VALUENOTE(\"age\",\"20\") on line 60")]
    [InlineData("errorValuenotex", "VALUENOTEX(\"region\",\"0114 Upplands Väsby\") on line 59")]
    [InlineData("langensvfiolikacelln2error", "CELLNOTE[fix]")]
    [InlineData("misingSubjectArea", null)]
    [InlineData("missingContents", null)]
    [InlineData("missingDecimal", "no DECIMALS")]
    [InlineData("missingMatrix", null)]
    [InlineData("missingSubjectCode", null)]
    [InlineData("missingTitle", "neither TITLE nor DESCRIPTION")]
    [InlineData("missingUnit", null)]
    public async Task Read_OnlyADescriptionIsBroken_ReadsAllCellsAndSaysWhatIsLeftOut(string file, string? problem)
    {
        await using var stream = Open(file);

        var table = await PxReader.OpenAsync(stream, TestContext.Current.CancellationToken);
        var cells = await ReadPx.CellsAsync(table);

        Assert.Equal(48, cells.Count);
        if (problem is null)
            Assert.Empty(table.Problems);
        else
            Assert.Contains(problem, Assert.Single(table.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void TheListsAbove_NameEveryFile()
    {
        var files = Directory.EnumerateFiles(SharedFolder.Path("captures", "statistics", "pxweb", "px-broken")).Select(Path.GetFileNameWithoutExtension);

        var named = typeof(PxBrokenFileTests).GetMethods().SelectMany(method => method.GetCustomAttributes(typeof(InlineDataAttribute), false))
            .Select(one => "BE0101F1" + ((InlineDataAttribute)one).Data[0]);

        Assert.Equal(files.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    private static FileStream Open(string file) =>
        File.OpenRead(SharedFolder.Path("captures", "statistics", "pxweb", "px-broken", $"BE0101F1{file}.px"));
}
