using Foresight.Engine.Classify;
using Foresight.Engine.Classify.Current;
using Foresight.Engine.Classify.Drift;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Foresight.Tests.Store;
using Xunit;

namespace Foresight.Tests.Classify;

/// <summary>The store's clock stands at 5 September 2026; each document is of one of a few dozen words.</summary>
public sealed class DriftStepTests : IDisposable
{
    private static readonly DateTimeOffset Trained = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly StoreFolder _store = new();
    private readonly TemporaryFolder _folder = new();
    private readonly List<ClassificationRow> _verdicts = [];
    private readonly List<Document> _documents = [];

    [Fact]
    public async Task ReadAsync_MonthsAlike_NothingIsPastItsBound()
    {
        for (var month = 1; month <= 8; month++)
            Month(month, 80, "gammalt", i => i % 4 == 0 ? 0.9 : 0.03);

        var report = await ReadAsync();

        Assert.Empty(report.Alarms);
        Assert.Equal(8, report.Months.Count);
        Assert.Null(report.Months[0].Words);
        Assert.Equal((80, 560, 0.25), (report.Months[^1].Documents, report.Months[^1].Reference, report.Months[^1].Areas["green"].Share));
        Assert.InRange(report.Months[^1].Words!.Value, 0, 0.02);
    }

    [Fact]
    public async Task ReadAsync_OtherWordsInTheNewestMonth_AreAnAlarm()
    {
        for (var month = 1; month <= 7; month++)
            Month(month, 80, "gammalt", i => i % 4 == 0 ? 0.9 : 0.03);
        Month(8, 80, "nytt", i => i % 4 == 0 ? 0.9 : 0.03);

        var report = await ReadAsync();

        Assert.InRange(report.Months[^1].Words!.Value, 0.3, 1);
        Assert.StartsWith("The texts of 2026-08 use other words than before (Jensen–Shannon divergence ", Assert.Single(report.Alarms).En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_WordsThatTheLabelledTextsLack_AreAnAlarm()
    {
        _folder.Write("labels/known.csv", "id,labels,text\nk,none,\"" + string.Join(' ', Enumerable.Range(0, 40).Select(i => Word("gammalt", i))) + "\"\n");
        for (var month = 1; month <= 7; month++)
            Month(month, 80, "gammalt", _ => 0.03);
        Month(8, 80, "nytt", _ => 0.03);

        var report = await ReadAsync();

        Assert.Equal((1.0, 0.0), (report.Months[^1].Unknown, report.Months[^1].UnknownBefore!.Value));
        Assert.Contains(report.Alarms, alarm => alarm.En.StartsWith("Of the words in the texts of 2026-08 100% are not in the labelled texts, before 0%", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadAsync_OtherProbabilities_AreAnAlarmThatNamesTheArea()
    {
        for (var month = 1; month <= 7; month++)
            Month(month, 80, "gammalt", i => i % 4 == 0 ? 0.9 : 0.03);
        Month(8, 80, "gammalt", i => i % 4 == 0 ? 0.3 : 0.15);

        var report = await ReadAsync();

        Assert.InRange(report.Months[^1].Areas["green"].Scores!.Value, 1, 20);
        Assert.Contains("for green (stability index from 0.25 on)", Assert.Single(report.Alarms).En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_SlowChangeSinceTraining_IsMeasuredByTheMonthsBeforeIt()
    {
        for (var month = 1; month <= 3; month++)
            Month(month, 80, "gammalt", _ => 0.03);
        for (var month = 4; month <= 8; month++)
            Month(month, 80, "nytt", _ => 0.03);

        var report = await ReadAsync(new DateTimeOffset(2026, 3, 31, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(240, report.Months[^1].Reference);
        Assert.InRange(report.Months[^1].Words!.Value, 0.3, 1);
    }

    [Fact]
    public async Task ReadAsync_MonthWithFewDocuments_SaysNothing()
    {
        for (var month = 1; month <= 7; month++)
            Month(month, 80, "gammalt", _ => 0.03);
        Month(8, 49, "nytt", _ => 0.9);

        var report = await ReadAsync();

        Assert.Equal(("2026-07", "2026-08"), (report.Months[^1].Month, Assert.Single(report.TooFew)));
        Assert.Empty(report.Alarms);
    }

    [Fact]
    public async Task ReadAsync_LanguagesJudgedUnlike_IsAnAlarm()
    {
        var report = await ReadAsync(parity: new Parity(0.8, 0.75, new Interval(0.01, 0.09)));

        Assert.Equal("The model does not judge Swedish and English alike: F1 0.80 and 0.75 on the same texts (bound 0.04).", Assert.Single(report.Alarms).En);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private static string Word(string kind, int number) => kind + (char)('a' + (number % 26)) + (char)('a' + (number / 26));

    private void Month(int month, int documents, string kind, Func<int, double> probability)
    {
        for (var i = 0; i < documents; i++)
        {
            var id = $"{month}-{i}";
            var text = string.Join(' ', Enumerable.Range(0, 20).Select(n => Word(kind, ((i * 7) + (n * 3) + month) % 40)));
            _documents.Add(new Document { Id = id, Title = "", Text = text, Language = "sv", Published = Moment.On(new DateOnly(2026, month, 1 + (i % 28))) });
            _verdicts.Add(new ClassificationRow("feed", id, 1, "green", probability(i), 0.5, [], "m", "1", Trained));
        }
    }

    private async Task<DriftReport> ReadAsync(DateTimeOffset? trained = null, Parity? parity = null)
    {
        if (_documents.Count > 0)
        {
            await _store.LoadAsync("feed", Store.Some.Documents([.. _documents]));
            await _store.Store.AppendClassificationsAsync(_verdicts, [], CancellationToken.None);
        }

        var classifier = new WordClassifier();
        var setup = Some.Setup(_folder, classifier);
        var (ready, _) = await new FocusModels(setup, _store.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance).GetAsync(force: false, CancellationToken.None);
        var record = ready.Record with
        {
            Version = "m",
            TrainedAt = trained ?? Trained,
            Test = parity is null ? null : new TestFigures("t", Scoring.Report("t", "m", ["green"], []), new Dictionary<string, OverallFigures>(), parity),
        };
        return await new DriftStep(setup, _store.Store.Tables, _store.Clock).ReadAsync(record, CancellationToken.None);
    }
}
