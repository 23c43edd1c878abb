using Foresight.Engine.Classify;
using Foresight.Engine.Classify.Labelling;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Foresight.Tests.Store;
using Xunit;

namespace Foresight.Tests.Classify.Labelling;

/// <summary>A real store with documents, verdicts of a model, and people who judge them. The policy has the areas green (energy) and homes (housing).</summary>
internal sealed class LabellingStore : IDisposable
{
    private readonly StoreFolder _folder = new();
    private readonly TemporaryFolder _labels = new();

    public LabellingStore() => Setup = Some.Setup(_labels, new WordClassifier());

    public ClassifySetup Setup { get; init; }

    public ITables Tables => _folder.Store.Tables;

    public DateTimeOffset Now => _folder.Clock.GetUtcNow();

    public VerdictBook Book => new(Setup.Policy, Setup.Topics, Tables, _folder.Store.AppendPersonVerdictsAsync, _folder.Clock);

    /// <summary>A document of source <c>feed</c>.</summary>
    public static Document Document(string id, string title, string language = "sv", int daysOld = 1) => new()
    {
        Id = id,
        Title = title,
        Text = $"Det här är {id} om {title}.",
        Language = language,
        Published = Moment.At(new DateTimeOffset(2026, 9, 5, 5, 0, 0, TimeSpan.Zero).AddDays(-daysOld)),
    };

    public Task LoadAsync(params Document[] documents) => _folder.LoadAsync("feed", new DocumentBatch { Documents = documents });

    public Task LoadOtherAsync(params Document[] documents) => _folder.LoadAsync("other", new DocumentBatch { Documents = documents });

    /// <summary>Stores what the model says: the probability of green and of homes, each with a threshold of a half.</summary>
    public Task JudgeAsync(string id, double green, double homes = 0.01, int revision = 1) => _folder.Store.AppendClassificationsAsync(
        [Row(id, revision, "green", green), Row(id, revision, "homes", homes)], [], TestContext.Current.CancellationToken);

    /// <summary>Records what a person says.</summary>
    public async Task<PersonVerdictRow> SayAsync(string id, string person, string labels)
    {
        var document = (await Book.Documents.ReadAsync([id]))[0];
        return await Book.SayAsync(document, person, Saying.Read(labels, Book.Known, [])!, null, TestContext.Current.CancellationToken);
    }

    public async Task<QueueResult> QueueAsync(QueueQuestion question) =>
        await new QueueStep(Setup.Policy, Setup.Topics, Tables, _folder.Clock).ReadAsync(question, TestContext.Current.CancellationToken);

    public async Task<IReadOnlyList<string>> IdsAsync(QueueQuestion question) => [.. (await QueueAsync(question)).Items.Select(item => item.ItemId)];

    public async Task StoryAsync(string story, params string[] ids) => await _folder.Store.AppendStoriesAsync(
        [.. ids.Select(id => new StoryRow("feed", id, 1, story, new DateOnly(2026, 9, 1), "text", 1, []))], _folder.Store.StoriesVersion(), TestContext.Current.CancellationToken);

    public Task<VerdictSummary> SummaryAsync() => new VerdictReport(Setup.Policy, Setup.Topics, Tables).ReadAsync(TestContext.Current.CancellationToken);

    public Task<IReadOnlyList<LabelledText>> TextsAsync() => PersonTexts.ReadAsync(Setup, Tables, TestContext.Current.CancellationToken);

    public string Write(string name, string content) => _labels.Write(name, content);

    public void Dispose()
    {
        _folder.Dispose();
        _labels.Dispose();
    }

    private ClassificationRow Row(string id, int revision, string area, double probability) =>
        new("feed", id, revision, area, probability, 0.5, ["ord"], "m1", Setup.Policy.Version, Now);
}
