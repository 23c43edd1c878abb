using System.Text.Json.Nodes;
using Foresight.Engine.Classify.Rules;
using Foresight.Engine.Policies.Shapes;
using Foresight.Engine.Policies.Yaml;
using Foresight.Sdk;

namespace Foresight.Engine.Policies.Keys;

/// <summary>The keys of what classifies beside the model.</summary>
internal static class ClassificationKeys
{
    /// <summary>Said of a category that belongs to no focus area.</summary>
    private const string None = "none";

    private static readonly ListShape WordList = new(
        new ScalarShape(RuleWord.Due, text => RuleWord.Parse(text) is null ? null : text, new JsonObject { ["type"] = "string", ["minLength"] = 2 }), atLeast: 1);

    private static readonly MapShape Words = new(
        "words",
        (values, _) => new LocalWords(values.List<string>("sv"), values.List<string>("en")),
        Key.May("sv", WordList, "For Swedish texts: a word with its forms and compounds, \"exact\", start*, *end, a row of words, or -not this one."),
        Key.May("en", WordList, "For English texts: a word with its forms, \"exact\", start*, *end, a row of words, or -not this one."));

    private static readonly MapShape Rule = new(
        "rule",
        BuildRule,
        Key.Must("id", SharedShapes.NewId(Kinds.Rule), "The id; a verdict that the rule decided names it."),
        Key.Must("focusArea", SharedShapes.IdOf(Kinds.FocusArea), "The focus area that it is about."),
        Key.Must("effect", ScalarShape.WordOf(typeof(RuleEffect)), "add: the text belongs; forbid: it does not; explain: its words are told as reasons."),
        Key.May("words", Words, "Words and phrases of which one must be there."),
        Key.May("pattern", SharedShapes.Text, "A .NET regular expression without look-around and back-references that does as well as a word."),
        Key.May("unless", Words, "Words and phrases that must be nowhere in the text."),
        Key.May("where", ScalarShape.WordOf(typeof(TextPart)), "title, lead (title and first paragraph) or text; text if left out."),
        Key.Must("reason", SharedShapes.Local, "Why the rule is there, for readers."));

    private static readonly MapShape Categories = new(
        "sourceCategories",
        (values, context) => BuildCategories(values, context),
        Key.Must("source", SharedShapes.IdOf(Kinds.Source), "The source entry."),
        Key.Must(
            "categories",
            new DictionaryShape(new OneOrManyShape(SharedShapes.Text)),
            "Ids of focus areas by category, as the source's documents carry it; none for a category that belongs to no area."),
        Key.Must("weight", ScalarShape.Share, "How far to trust it beside a person's label: above 0, at most 1."));

    public static SharesShape Topics { get; } = new(Kinds.Topic);

    public static MapShape Classification { get; } = new(
        "classification",
        (values, _) => new Classification { Rules = values.List<ClassificationRule>("rules"), Categories = values.List<SourceCategories>("categories") },
        Key.May("rules", new ListShape(Rule), "Words and patterns that add, forbid or explain a focus area."),
        Key.May("categories", new ListShape(Categories), "What the categories that sources give their documents say of focus areas."));

    private static ClassificationRule? BuildRule(Values values, ReadingContext context)
    {
        var rule = new ClassificationRule
        {
            Id = values.The<string>("id"),
            FocusArea = values.The<string>("focusArea"),
            Effect = values.The<RuleEffect>("effect"),
            Words = values.Maybe<LocalWords>("words") ?? new LocalWords([], []),
            Pattern = values.Maybe<string>("pattern"),
            Unless = values.Maybe<LocalWords>("unless") ?? new LocalWords([], []),
            Where = values.Number<TextPart>("where") ?? TextPart.Text,
            Reason = values.The<LocalText>("reason"),
        };
        var before = context.Problems.Count;
        if (rule.Pattern is null && !rule.Words.Sv.Concat(rule.Words.En).Any(word => !RuleWord.Parse(word)!.Excepts))
            context.Report(values.Node.Line, $"The rule '{rule.Id}' has neither words nor a pattern to look for; give it one of them.");
        if (rule.Pattern is not null && RulePattern.Fault(rule.Pattern) is { } fault)
            context.Report(values.Node.Find("pattern")!.Line, $"The pattern of the rule '{rule.Id}' cannot be used: {fault}");
        return context.Problems.Count == before ? rule : null;
    }

    private static SourceCategories BuildCategories(Values values, ReadingContext context)
    {
        var categories = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in ((MapNode)values.Node.Find("categories")!).Items)
        {
            var areas = values.The<Dictionary<string, object?>>("categories")[item.Key];
            string[] ids = [.. ((IEnumerable<object?>)areas!).Cast<string>()];
            foreach (var id in ids.Where(id => id != None))
                context.Refer(Kinds.FocusArea, id, item.Value.Line);
            if (ids.Length > 1 && ids.Contains(None))
                context.Report(item.Value.Line, $"The category '{item.Key}' cannot be none and an area; keep one.");
            // A source has one meaning per category, over all entries that name it.
            context.Define($"category of {values.The<string>("source")}", item.Key.Trim().ToLowerInvariant(), item.Line);
            categories.TryAdd(item.Key.Trim(), [.. ids.Where(id => id != None)]);
        }

        return new SourceCategories(values.The<string>("source"), categories, values.Number<double>("weight")!.Value);
    }
}
