using Xunit;

namespace Foresight.Tests.Classify.Labelling;

public sealed class VerdictReportTests : IDisposable
{
    private readonly LabellingStore _store = new();

    [Fact]
    public async Task ReadAsync_PeopleWhoDiffer_KeepsAndShowsBothAndSaysHowFarTheyAgree()
    {
        await LoadAsync("a", "b", "c");
        await _store.SayAsync("a", "AB", "green");
        await _store.SayAsync("a", "CD", "energy");
        await _store.SayAsync("b", "AB", "green");
        await _store.SayAsync("b", "CD", "none");
        await _store.SayAsync("c", "AB", "homes");
        await _store.SayAsync("c", "CD", "homes");

        var summary = await _store.SummaryAsync();

        Assert.Equal((6L, 3), (summary.Verdicts, summary.Documents));
        Assert.Equal((3, 2, 2.0 / 3), (summary.Agreement.Documents, summary.Agreement.Agreed, summary.Agreement.Share!.Value));
        var disagreement = Assert.Single(summary.Disagreements);
        Assert.Equal(("feed/b", true), (disagreement.Id, disagreement.Tied));
        Assert.Equal([("AB", 1), ("CD", 0)], disagreement.Sayings.Select(saying => (saying.Person, saying.Labels.Count)));
        // Ten of twelve voices are in agreeing pairs: green 1,1 1,0 0,0 and homes 0,0 0,0 1,1, so Do = 2/12 and De = 2·5·7/(12·11).
        Assert.Equal(1 - (2.0 / 12 / (70.0 / 132)), summary.Agreement.Alpha!.Value, 9);
        Assert.Equal(1, summary.Agreement.AlphaByArea["homes"]);
    }

    [Fact]
    public async Task ReadAsync_BesideTheModel_CountsAndNamesDifferences()
    {
        await LoadAsync("a", "b", "c");
        await _store.JudgeAsync("a", green: 0.9);
        await _store.JudgeAsync("b", green: 0.9, homes: 0.9);
        await _store.JudgeAsync("c", green: 0.1);
        await _store.SayAsync("a", "AB", "green");
        await _store.SayAsync("b", "AB", "homes");
        await _store.SayAsync("c", "AB", "green");

        var model = (await _store.SummaryAsync()).Model;

        Assert.Equal((3, 1), (model.Documents, model.Agreed));
        Assert.Equal((1, 1, 1), (model.Areas["green"].Both, model.Areas["green"].PeopleOnly, model.Areas["green"].ModelOnly));
        Assert.Equal(["feed/b", "feed/c"], model.Differences.Select(one => one.Id));
        Assert.Equal(["green", "homes"], model.Differences[0].Model);
    }

    [Fact]
    public async Task ReadAsync_LatestOfEach_IsWhatCounts()
    {
        await LoadAsync("a");
        await _store.SayAsync("a", "AB", "green");
        await _store.SayAsync("a", "CD", "none");
        await _store.SayAsync("a", "CD", "green");
        await _store.SayAsync("a", "EF", "unsure");

        var summary = await _store.SummaryAsync();

        Assert.Empty(summary.Disagreements);
        Assert.Equal((4L, 1, 1), (summary.Verdicts, summary.Agreement.Documents, summary.Agreement.Agreed));
        Assert.Equal([("AB", 0), ("CD", 0), ("EF", 1)], summary.Persons.Select(one => (one.Person, one.Unsure)));
    }

    [Fact]
    public async Task ReadAsync_NobodySaidAnything_IsEmpty()
    {
        var summary = await _store.SummaryAsync();

        Assert.Empty(summary.Persons);
        Assert.Null(summary.Agreement.Share);
        Assert.Null(summary.Agreement.Alpha);
    }

    public void Dispose() => _store.Dispose();

    private Task LoadAsync(params string[] ids) => _store.LoadAsync([.. ids.Select(id => LabellingStore.Document(id, $"Rubrik {id}"))]);
}
