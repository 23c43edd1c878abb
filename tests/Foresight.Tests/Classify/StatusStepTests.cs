using Foresight.Engine.Classify;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Foresight.Tests.Classify;

public sealed class StatusStepTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WordClassifier _classifier = new();
    private readonly MemoryTables _tables = new(("feed", "1", 1, "Vindkraft i hamnen", ""), ("feed", "2", 1, "Polisen", "söker"));

    [Fact]
    public async Task ReadAsync_NoModelYet_TrainsNoneAndCountsAllAsWaiting()
    {
        var status = await new StatusStep(Some.Setup(_folder, _classifier), _tables).ReadAsync();

        Assert.Null(status.Model);
        Assert.Equal((2, 0, 2, 0), (status.Documents, status.Judged, status.Waiting, _classifier.Trainings));
    }

    [Fact]
    public async Task ReadAsync_SomeJudged_CountsByAreaAndLanguage()
    {
        var setup = Some.Setup(_folder, _classifier);
        var result = await new ClassifyStep(setup, _tables, _tables.Append, new FakeTimeProvider(), NullLogger.Instance).RunAsync(null, CancellationToken.None);
        _tables.Add(("feed", "3", 1, "Flats", ""));

        var status = await new StatusStep(setup, _tables).ReadAsync();

        Assert.Equal(result.Model.Record.Version, status.Model!.Version);
        Assert.EndsWith("card.md", status.Card);
        Assert.Equal((3, 2, 1), (status.Documents, status.Judged, status.Waiting));
        Assert.Equal([KeyValuePair.Create("green", 1L), KeyValuePair.Create("homes", 0L), KeyValuePair.Create("none", 1L)], status.PerArea);
        Assert.Equal(new LanguageStatus(3, 2), status.PerLanguage["sv"]);
    }

    public void Dispose()
    {
        _tables.Dispose();
        _folder.Dispose();
    }
}
