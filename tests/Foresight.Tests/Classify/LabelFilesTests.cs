using System.IO.Compression;
using System.Text;
using Foresight.Engine.Classify;
using Xunit;

namespace Foresight.Tests.Classify;

public sealed class LabelFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Read_AllColumns_GivesRows()
    {
        var rows = Read("id,language,kind,steep,labels,text\na,sv,call,environmental,energy|sport,\"Sol, \"\"vind\"\"\noch vatten\"\nb,en,,,none,Plain\n");

        Assert.Equal(("a", "sv", "call", "Sol, \"vind\"\noch vatten"), (rows[0].Id, rows[0].Language, rows[0].Kind, rows[0].Text));
        Assert.Equal("environmental", rows[0].Steep);
        Assert.Equal((null, null), (rows[1].Kind, rows[1].Steep));
        Assert.Equal(["energy", "sport"], rows[0].Labels.Order());
        Assert.Empty(rows[1].Labels);
    }

    [Fact]
    public void Read_OnlyTheThreeColumnsAndOthersBeside_GivesRows()
    {
        var rows = Read("\uFEFFid,text,labels,more\r\n1,Text,K1|k 2,x\r\n\r\n", known: null);

        var row = Assert.Single(rows);
        Assert.Equal(("1", "Text", null, null), (row.Id, row.Text, row.Language, row.Kind));
        Assert.Equal(["K1", "k 2"], row.Labels.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_Gzip_GivesRows()
    {
        var file = Path.Combine(_folder.Path, "x.csv.gz");
        using (var stream = new GZipStream(File.Create(file), CompressionMode.Compress))
            stream.Write("id,text,labels\n1,Text,none"u8);

        Assert.Single(LabelFiles.Read([file], null));
    }

    [Fact]
    public void Read_ManyProblemsInTwoFiles_ListsThemAllWithFileAndLine()
    {
        var one = _folder.Write("one.csv", "id,labels,text\na,energy,Text\na,weather,\"\n\"\nb,none|sport,Text\n,energy||sport,Text\nc,sport|sport\n");
        var two = _folder.Write("two.csv", "id,text\n1,x\n");

        var fault = Assert.Throws<LabelFileException>(() => LabelFiles.Read([one, two], Some.Topics));

        Assert.Equal(
            [
                $"{one}:3: the id 'a' is already at {one}:2; every text needs its own.",
                $"{one}:3: the text is empty.",
                $"{one}:3: the label 'weather' is unknown; known are energy, green, housing, school, sport.",
                $"{one}:5: none stands beside other labels; it must stand alone.",
                $"{one}:6: the id is empty.",
                $"{one}:6: a label is empty; a text that belongs to nothing has the label none.",
                $"{one}:7: 2 fields where the header has 3; is a quote or a comma missing?",
                $"{two}:1: the header lacks labels; it needs id, text and labels, and may have language, kind and steep.",
            ],
            fault.Problems);
    }

    [Theory]
    [InlineData("id,labels,text\n1,none,\"open\n", "2: a quoted field is never closed.")]
    [InlineData("id,labels,text\n1,none,a\"b\n", "2: a quote stands inside a field; put the whole field in quotes and double the quotes in it.")]
    [InlineData("id,labels,text\n1,none,\"a\" b\n", "2: a quote stands inside a field; put the whole field in quotes and double the quotes in it.")]
    [InlineData("", "1: the file is empty; it needs the header id,language,kind,steep,labels,text.")]
    public void Read_BrokenCsv_SaysWhere(string content, string problem)
    {
        var fault = Assert.Throws<LabelFileException>(() => Read(content));

        Assert.EndsWith(problem, Assert.Single(fault.Problems));
    }

    [Fact]
    public void Read_Latin1_SaysSo()
    {
        var file = Path.Combine(_folder.Path, "x.csv");
        File.WriteAllBytes(file, Encoding.Latin1.GetBytes("id,labels,text\n1,none,återvinning\n"));

        var fault = Assert.Throws<LabelFileException>(() => LabelFiles.Read([file], null));

        Assert.EndsWith("the file is not UTF-8. Save it as UTF-8.", fault.Message);
    }

    [Fact]
    public void Read_UnknownKindAndSteep_NamesThoseThatAreKnown()
    {
        var fault = Assert.Throws<LabelFileException>(() => Read("id,kind,steep,labels,text\na,News,weather,none,Text\n", new HashSet<string> { "housing" }));

        Assert.Contains(":2: the kind 'News' is unknown; known are press-release, news, statistics, motion, abstract, call, minutes, event;", fault.Message);
        Assert.Contains(":2: the steep 'weather' is unknown; known are social, technological, economic, environmental, political;", fault.Message);
    }

    [Fact]
    public void Read_OthersFileWithColumnsOfTheSameName_LeavesThemAsTheyAre()
    {
        var row = Assert.Single(Read("id,kind,labels,text\na,blog,x,Text\n"));

        Assert.Equal("blog", row.Kind);
    }

    [Fact]
    public void In_FolderWithoutFiles_SaysSo()
    {
        var fault = Assert.Throws<LabelFileException>(() => LabelFiles.In(Path.Combine(_folder.Path, "nowhere")));

        Assert.Contains("no labelled texts", fault.Message);
    }

    public void Dispose() => _folder.Dispose();

    private IReadOnlyList<LabelledRow> Read(string content, IReadOnlySet<string>? known = null) => LabelFiles.Read([_folder.Write("x.csv", content)], known);
}
