using Foresight.Engine.Classify;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Foresight.Tests.Classify;

public sealed class ClassifyStepTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WordClassifier _classifier = new();
    private readonly MemoryTables _tables = new(
        ("feed", "1", 1, "Vindkraft i hamnen", ""),
        ("feed", "2", 1, null, "New flats by the lake"),
        ("feed", "3", 1, "Heat", "Solceller och flats"),
        ("other", "1", 1, "Polisen", "söker"));

    [Fact]
    public async Task RunAsync_FirstTime_TrainsJudgesAndCounts()
    {
        var result = await Step().RunAsync(null, CancellationToken.None);

        Assert.True(result.Model.TrainedNow);
        Assert.Equal((4, 4, 1), (result.Classified, result.Documents, result.None));
        Assert.Equal([KeyValuePair.Create("green", 3L), KeyValuePair.Create("homes", 2L)], result.PerArea);
    }

    [Fact]
    public async Task RunAsync_FirstTime_StoresAVerdictPerDocumentAndArea()
    {
        var result = await Step().RunAsync(null, CancellationToken.None);

        Assert.Equal(8, _tables.Written.Count);
        var row = Assert.Single(_tables.Written, row => row is { Source: "feed", ItemId: "1", FocusArea: "green" });
        Assert.Equal((1, 0.9, 0.5, "2009-1"), (row.Revision, row.Probability, row.Threshold, row.PolicyVersion));
        Assert.Equal(["vindkraft"], row.Terms);
        Assert.Equal(result.Model.Record.Version, row.ModelVersion);
        Assert.Equal(new DateTimeOffset(2026, 9, 5, 0, 0, 0, TimeSpan.Zero), row.ClassifiedAt);
    }

    [Fact]
    public async Task RunAsync_SecondTime_DoesNothing()
    {
        await Step().RunAsync(null, CancellationToken.None);

        var result = await Step().RunAsync(null, CancellationToken.None);

        Assert.False(result.Model.TrainedNow);
        Assert.Equal((0, 4, 1), (result.Classified, result.Documents, result.None));
        Assert.Equal((1, 1), (_classifier.Trainings, _tables.Commits));
    }

    [Fact]
    public async Task RunAsync_DocumentRevised_JudgesTheRevisionOnly()
    {
        await Step().RunAsync(null, CancellationToken.None);
        _tables.Add(("feed", "2", 2, "Polisen", ""));

        var result = await Step().RunAsync(null, CancellationToken.None);

        Assert.Equal((1, 4, 2), (result.Classified, result.Documents, result.None));
        Assert.All(_tables.Written.Skip(8), row => Assert.Equal(("2", 2), (row.ItemId, row.Revision)));
    }

    [Fact]
    public async Task RunAsync_PolicyOfANewVersion_JudgesAllWithTheSameModel()
    {
        var before = await Step().RunAsync(null, CancellationToken.None);

        var result = await Step("2026-1").RunAsync(null, CancellationToken.None);

        Assert.Equal(4, result.Classified);
        Assert.Equal(before.Model.Record.Version, result.Model.Record.Version);
    }

    [Fact]
    public async Task RunAsync_MoreDocumentsThanAPage_JudgesEachOnce()
    {
        using var many = new MemoryTables();
        await many.QueryAsync("INSERT INTO documents SELECT 's' || (i % 3), 'd' || i, 1, 'Vindkraft', '', 'sv', [], NULL, NULL, NULL FROM range(4500) r(i)");
        var progress = new List<ClassifyProgress>();

        var result = await Step(tables: many).RunAsync(new Reports(progress), CancellationToken.None);

        Assert.Equal((4500, 3), (result.Classified, many.Commits));
        Assert.Equal(9000, many.Written.Select(row => (row.Source, row.ItemId, row.FocusArea)).Distinct().Count());
        Assert.Equal([new(2000, 4500), new(4000, 4500), new(4500, 4500)], progress);
    }

    [Fact]
    public async Task RunAsync_StoreDropsVerdicts_StillEnds()
    {
        var step = new ClassifyStep(
            Some.Setup(_folder, _classifier), _tables, (_, _, _) => Task.FromResult(new Engine.Store.AppendCounts(0, 0, 0)), new FakeTimeProvider(), NullLogger.Instance);

        var result = await step.RunAsync(null, CancellationToken.None);

        Assert.Equal((4, 0), (result.Classified, result.Documents));
    }

    [Fact]
    public async Task RunAsync_TrainingFails_SaysSoInASentence()
    {
        _classifier.Fault = new InvalidDataException("Nothing can be learned.");

        var fault = await Assert.ThrowsAsync<ClassifyException>(() => Step().RunAsync(null, CancellationToken.None));

        Assert.Equal("The classifier 'words' could not be trained: Nothing can be learned.", fault.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_folder.Path, "models")));
    }

    public void Dispose()
    {
        _tables.Dispose();
        _folder.Dispose();
    }

    private ClassifyStep Step(string policy = "2009-1", MemoryTables? tables = null) => new(
        Some.Setup(_folder, _classifier, Some.Policy(policy)),
        tables ?? _tables,
        (tables ?? _tables).Append,
        new FakeTimeProvider(new DateTimeOffset(2026, 9, 5, 0, 0, 0, TimeSpan.Zero)),
        NullLogger.Instance);

    private sealed class Reports(List<ClassifyProgress> reports) : IProgress<ClassifyProgress>
    {
        public void Report(ClassifyProgress value) => reports.Add(value);
    }
}
