using Foresight.Engine.Briefs;
using Foresight.Engine.Briefs.Sections;
using Foresight.Engine.Policies.Shapes;
using Foresight.Sdk;

namespace Foresight.Engine.Policies.Keys;

/// <summary>The keys of the entries that plugins carry out, and of briefs.</summary>
internal static class EntryKeys
{
    private static readonly Key Use = Key.Must("use", SharedShapes.Text, "The id of the plugin's part.");
    private static readonly Key Options = Key.May("options", new RawShape(), "The part's options.");

    public static ListShape Sources { get; } = new(
        new MapShape(
            "source",
            Build,
            Key.Must("id", SharedShapes.NewId(Kinds.Source), "The id; tables name it in the column _source."),
            Use,
            Key.Must("title", SharedShapes.Local, "What it is."),
            Key.Must("producer", SharedShapes.Text, "Who makes the data."),
            Key.Must("licence", SharedShapes.Text, "The terms."),
            Key.Must("url", ScalarShape.Address, "The page that a reader may open."),
            Key.May("citation", SharedShapes.Text, "How the source wants to be cited; the producer if left out."),
            Key.May("expectEvery", ScalarShape.Duration, "How often something new is expected, such as 7 days; longer without is silence."),
            Key.May("contract", ScalarShape.WordOf(typeof(SchemaContract)), "What happens when answers change their shape; evolve if left out."),
            Key.May("mayShrinkBy", ScalarShape.Number, "The share of rows, 0 to 1, that a full answer may lose; 0.3 if left out."),
            Key.May(
                "reliability",
                new TextShape { Allowed = ["A", "B", "C", "D", "E", "F"] },
                "How far it is trusted: A completely, B usually, C fairly, D not usually, E not, F cannot be judged; F if left out."),
            Options));

    public static ListShape Analyses { get; } = new(new MapShape(
        "analysis", Build, Key.Must("id", SharedShapes.NewId(Kinds.Analysis), "The id."), Use, Options));

    public static ListShape Charts { get; } = new(new MapShape(
        "chart",
        Build,
        Key.Must("id", SharedShapes.NewId(Kinds.Chart), "The id; briefs name it."),
        Use,
        Key.May("title", SharedShapes.Local, "A name for lists; the picture's title is computed from the data."),
        Options));

    public static MapShape Classifier { get; } = new(
        "classifier",
        (values, context) => new ClassifierEntry
        {
            Id = "classifier",
            Use = values.The<string>("use"),
            LabelsFolder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(context.File) ?? "", values.The<string>("labels"))),
            File = context.File,
            Line = values.Node.Line,
        },
        Use,
        Key.Must("labels", SharedShapes.Text, "The folder with labelled texts, seen from this file."),
        Options);

    public static ListShape Briefs { get; } = new(new MapShape(
        "brief",
        (values, context) => new BriefEntry
        {
            Id = values.The<string>("id"),
            Audience = values.The<string>("audience"),
            Title = values.The<LocalText>("title"),
            Template = values.The<string>("template"),
            Languages = values.List<string>("languages"),
            Findings = values.Number<int>("findings") ?? 5,
            HeadlineCharts = values.Number<int>("headlineCharts") ?? 3,
            Charts = values.List<string>("charts"),
            Sections = values.List<string>("sections"),
            File = context.File,
            Line = values.Node.Line,
        },
        Key.Must("id", SharedShapes.NewId(Kinds.Brief), "The id."),
        Key.Must("audience", SharedShapes.IdOf(Kinds.Audience), "The reader."),
        Key.Must("title", SharedShapes.Local, "The title."),
        Key.Must("template", new TextShape { Allowed = [.. BriefTemplate.Names] }, "The order of its parts: board begins with what was found outside, council with the follow-up."),
        Key.Must("languages", new ListShape(new TextShape { Allowed = ["sv", "en"] }, atLeast: 1), "The languages."),
        Key.May("findings", ScalarShape.Whole, "How many findings it opens with; 5 if left out."),
        Key.May("headlineCharts", ScalarShape.Whole, "How many of the charts stand among the findings, the rest being annex; 3 if left out."),
        Key.Must("charts", SharedShapes.IdsOf(Kinds.Chart), "Ids of chart entries, in order."),
        Key.May("sections", new ListShape(new TextShape { Allowed = [.. BriefSections.All.Select(section => section.Id)] }), "Sections beside the fixed parts, in order.")));

    public static MapShape Fetching { get; } = new(
        "fetching",
        (values, _) => new FetchingRules
        {
            PrivateHosts = values.List<string>("privateHosts"),
            Pauses = values.List<KeyValuePair<string, TimeSpan>>("pauses").ToDictionary(StringComparer.OrdinalIgnoreCase),
            Largest = values.Number<long>("largest"),
            Tries = values.Number<int>("tries"),
        },
        Key.May("privateHosts", new ListShape(SharedShapes.Text), "Hosts that may be asked although their addresses are private."),
        Key.May("pauses", new ListShape(new MapShape(
            "pause",
            (values, _) => KeyValuePair.Create(values.The<string>("host"), values.Number<TimeSpan>("least")!.Value),
            Key.Must("host", SharedShapes.Text, "The host."),
            Key.Must("least", ScalarShape.Duration, "The least time between two requests, such as 00:00:02."))), "Hosts that are to be asked more slowly."),
        Key.May("largest", ScalarShape.Size, "The largest answer that is read, as it travels, such as 500 MB; 4 GB if left out."),
        Key.May("tries", ScalarShape.FewTries, "How often a request is tried before its load ends, 1 to 10; 4 if left out."));

    private static Entry Build(Values values, ReadingContext context) => new()
    {
        Id = values.The<string>("id"),
        Use = values.The<string>("use"),
        Title = values.Maybe<LocalText>("title"),
        Producer = values.Maybe<string>("producer"),
        Licence = values.Maybe<string>("licence"),
        Url = values.Maybe<Uri>("url"),
        Citation = values.Maybe<string>("citation"),
        ExpectEvery = values.Number<TimeSpan>("expectEvery"),
        Contract = values.Number<SchemaContract>("contract") ?? SchemaContract.Evolve,
        MayShrinkBy = values.Number<double>("mayShrinkBy") ?? 0.3,
        Reliability = values.Maybe<string>("reliability") is { } sign ? Enum.Parse<Reliability>(sign) : Reliability.F,
        File = context.File,
        Line = values.Node.Line,
    };
}
