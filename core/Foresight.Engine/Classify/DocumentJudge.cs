using Foresight.Engine.Classify.Rules;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Classify;

/// <summary>Judges documents by model, rules and language, and words what the store keeps of it.</summary>
internal sealed class DocumentJudge(ClassifySetup setup, ModelRecord model, IClassifier classifier)
{
    /// <summary>Terms stored per verdict, for and against.</summary>
    private const int Terms = 6;

    private readonly RuleBook _rules = new(setup.Policy.Classification.Rules);
    private readonly string _rulesVersion = RulesVersion.Of(setup.Policy.Classification.Rules);
    private readonly LearnedLanguages _learned = new(model.TextsByLanguage);

    /// <param name="page">Rows with <c>_source</c>, <c>_item_id</c>, <c>_revision</c>, <c>title</c>, <c>text</c> and <c>language</c>.</param>
    /// <param name="now">When they are judged.</param>
    /// <exception cref="ClassifyException">The classifier failed, or a rule's pattern takes too long.</exception>
    public (IReadOnlyList<ClassificationRow> Areas, IReadOnlyList<TagRow> Tags) Judge(Table page, DateTimeOffset now)
    {
        var documents = page.Rows.Select(row => Document.Of(row, now)).ToArray();
        var verdicts = Classify([.. documents.Select(document => new ClassifierText(document.Title, document.Text, document.Language.Code))]);
        return
        (
            [.. documents.Zip(verdicts).SelectMany(pair => Areas(pair.First, pair.Second))],
            [.. documents.Zip(verdicts).Select(pair => Tags(pair.First, pair.Second))]
        );
    }

    private IReadOnlyList<Verdict> Classify(ClassifierText[] texts)
    {
        IReadOnlyList<Verdict> verdicts;
        try
        {
            verdicts = classifier.Classify(texts);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new ClassifyException($"The classifier '{setup.ClassifierId}' could not judge {texts.Length} documents: {fault.Message}", fault);
        }

        return verdicts.Count == texts.Length
            ? verdicts
            : throw new ClassifyException($"The classifier '{setup.ClassifierId}' gave {verdicts.Count} verdicts on {texts.Length} documents; it must give one each.");
    }

    private IEnumerable<ClassificationRow> Areas(Document document, Verdict verdict)
    {
        var other = _learned.IsOther(document.Language.Code);
        return AreaDecision.Decide(verdict, _rules.Hits(document.Title, document.Text, document.Language.Code))
            // Of an area that the model does not know, only a rule's decision says anything.
            .Where(decision => decision.Score is not null || !decision.IsModels)
            .Select(decision => new ClassificationRow(
                document.Source, document.Id, document.Revision, decision.FocusArea,
                decision.Score?.Probability ?? (decision.Belongs ? 1 : 0), decision.Score?.Threshold ?? 0.5,
                [.. decision.For.Take(Terms)], model.Version, setup.Policy.Version, document.Now)
            {
                Belongs = decision.Belongs,
                DecidedBy = decision.DecidedBy,
                Against = [.. decision.Against.Take(Terms)],
                // In a language that it did not learn the model's yes is a guess.
                Abstained = decision.IsModels && (decision.Score is { Sure: false } || (other && decision.Belongs)),
                Trust = _learned.TrustOf(document.Language.Code),
                RulesVersion = _rulesVersion,
            });
    }

    private TagRow Tags(Document document, Verdict verdict)
    {
        // In a language that the model did not learn it cannot say what the text is about.
        var said = _learned.IsOther(document.Language.Code) ? [] : verdict.Tags.Where(tag => tag.Belongs).OrderByDescending(tag => tag.Probability).ThenBy(tag => tag.Label, StringComparer.Ordinal).ToList();
        return new TagRow(document.Source, document.Id, document.Revision, model.Version, setup.Policy.Version, document.Now)
        {
            Topics = [.. Of(TagGroup.Topic)],
            Steep = Likeliest(TagGroup.Steep),
            TextKind = Likeliest(TagGroup.TextKind),
            Language = document.Language.Found,
        };

        IEnumerable<(string Label, double Probability)> Of(string group) => said.Where(tag => tag.Group == group).Select(tag => (tag.Label, tag.Probability));

        (string Label, double Probability)? Likeliest(string group) => Of(group).Select(tag => ((string, double)?)tag).FirstOrDefault();
    }

    private sealed record Document(string Source, string Id, int Revision, string Title, string Text, DocumentLanguage Language, DateTimeOffset Now)
    {
        public static Document Of(TableRow row, DateTimeOffset now)
        {
            var (title, text) = (row.Text("title"), row.Text("text"));
            return new Document(
                row.Text("_source"), row.Text("_item_id"), (int)(row.Number("_revision") ?? 1), title, text, DocumentLanguage.Of(title, text, row["language"] as string), now);
        }
    }
}
