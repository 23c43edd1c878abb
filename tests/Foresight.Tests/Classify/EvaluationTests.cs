using Foresight.Engine.Classify;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Foresight.Tests.Classify;

public sealed class EvaluationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WordClassifier _classifier = new();

    [Fact]
    public async Task RunAsync_File_CountsPerAreaAndOverall()
    {
        // "flats" was seen in one text of both areas. So 3 and 5 are said to be green and are not; the rest is right.
        var file = _folder.Write("judge.csv", """
            id,language,labels,text
            1,sv,energy,vindkraft
            2,en,energy|housing,flats
            3,en,homes,flats
            4,sv,none,polisen
            5,sv,sport,solceller
            """);

        var report = await RunAsync(file);

        Assert.Equal(("green", 2, 0.5, 1, 2 / 3.0), Figures(report.Labels[0]));
        Assert.Equal(("homes", 2, 1, 1, 1), Figures(report.Labels[1]));
        Assert.Equal((5, 4, 4 / 6.0, 1, 0.6), (report.Overall.Texts, report.Overall.Support, report.Overall.Precision, report.Overall.Recall, report.Overall.Exact));
        Assert.Equal(0.8, report.Overall.MicroF1, 9);
        Assert.Equal(5 / 6.0, report.Overall.MacroF1, 9);
        Assert.Equal(["en", "sv"], report.ByLanguage.Keys);
        Assert.Equal(2, report.ByLanguage["en"].Texts);
        Assert.Equal(6 / 7.0, report.ByLanguage["en"].MicroF1, 9);
    }

    [Fact]
    public async Task RunAsync_File_MeasuresProbabilities()
    {
        var file = _folder.Write("judge.csv", "id,labels,text\n1,energy,vindkraft\n2,energy,polisen\n");

        var report = await RunAsync(file);

        // Decisions: .9 true, .1 false, .1 true, .1 false.
        Assert.Equal(((0.01 * 3) + 0.81) / 4, report.Overall.Brier, 9);
        Assert.Equal((0.1 + 0.7) / 4, report.Overall.CalibrationError, 9);
    }

    [Fact]
    public async Task RunAsync_GroupedByYear_CountsEachYearAndLeavesOutTextsWithoutOne()
    {
        var file = _folder.Write("judge.csv", """
            id,published,labels,text
            1,2024-03-01,energy,vindkraft
            2,2025,energy,polisen
            3,,none,polisen
            """);

        var report = await RunAsync(file, "year");

        Assert.Equal("year", report.GroupedBy);
        Assert.Equal([("2024", 1, 1.0), ("2025", 1, 0.0)], report.Groups.Select(group => (group.Key, group.Value.Texts, group.Value.MicroF1)));
    }

    [Fact]
    public async Task RunAsync_GroupedByAColumnThatIsNotThere_SaysSo()
    {
        var file = _folder.Write("judge.csv", "id,labels,text\n1,energy,vindkraft\n");

        var fault = await Assert.ThrowsAsync<LabelFileException>(() => RunAsync(file, "kind"));

        Assert.Equal($"{file}:1: the header has no column kind or type, so its texts cannot be grouped by kind.", fault.Message);
    }

    [Fact]
    public async Task RunAsync_FoldsGroupedByKind_FindsTheColumnInEveryFile()
    {
        var report = await RunAsync(null, "kind");

        Assert.Equal([KeyValuePair.Create("news", 5)], report.Groups.Select(group => KeyValuePair.Create(group.Key, group.Value.Texts)));
    }

    [Fact]
    public async Task RunAsync_NoFile_JudgesEachTextByAModelThatNeverSawIt()
    {
        var report = await RunAsync(null);

        Assert.Equal((5, 5), (report.Overall.Texts, _classifier.Trainings));
        Assert.Null(report.Model);
        Assert.Equal(4, _classifier.Last!.Texts.Count);
    }

    [Fact]
    public async Task RunAsync_FileWithAnUnknownLabel_SaysWhere()
    {
        var file = _folder.Write("judge.csv", "id,labels,text\n1,weather,regn\n");

        var fault = await Assert.ThrowsAsync<LabelFileException>(() => RunAsync(file));

        Assert.StartsWith($"{file}:2: the label 'weather' is unknown; known are energy, green, homes,", fault.Message);
    }

    public void Dispose() => _folder.Dispose();

    private static (string, int, double, double, double) Figures(LabelFigures label) => (label.Label, label.Support, label.Precision, label.Recall, label.F1);

    private Task<EvaluationReport> RunAsync(string? file, string? groupBy = null) =>
        new Evaluation(Some.Setup(_folder, _classifier), new FakeTimeProvider(), NullLogger.Instance).RunAsync(file, groupBy, CancellationToken.None);
}
