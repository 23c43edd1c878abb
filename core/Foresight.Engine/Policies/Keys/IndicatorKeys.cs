using Foresight.Engine.Policies.Shapes;
using Foresight.Sdk;

namespace Foresight.Engine.Policies.Keys;

/// <summary>The keys of an indicator, and what must hold between them.</summary>
internal static class IndicatorKeys
{
    public static ListShape Indicators { get; } = new(new MapShape(
        "indicator",
        Build,
        Key.Must("id", new TextShape { Defines = Kinds.Indicator, Pattern = @"^\S+$", PatternMeans = "an id without blanks" }, "The id in its source, such as N00401."),
        Key.Must("source", SharedShapes.IdOf(Kinds.Source), "The source entry that brings it."),
        Key.Must("dataset", SharedShapes.Text, "The dataset."),
        Key.Must("focusAreas", SharedShapes.IdsOf(Kinds.FocusArea), "The focus areas it informs; an empty list for a figure that only weighs others."),
        Key.Must("name", SharedShapes.Local, "The name for charts and sentences, in lower case unless it is a name."),
        Key.Must("unit", SharedShapes.Local, "The unit as printed."),
        Key.May("decimals", ScalarShape.Whole, "The number of decimals to print; 0 if left out."),
        Key.Must("good", ScalarShape.WordOf(typeof(Direction)), "Which direction is better; none: report, never judge."),
        Key.May("target", ScalarShape.Number, "The value whose distance counts, where good is target."),
        Key.May("kinds", new ListShape(ScalarShape.WordOf(typeof(SeriesKinds))), "What the series is like, and so what may be said of it; annual if left out."),
        Key.May("measuredYears", new ListShape(ScalarShape.Whole, atLeast: 1), "For a step: the years in which it was measured."),
        Key.May("rollingYears", ScalarShape.Whole, "For a rolling mean: over how many years."),
        Key.May("denominator", ScalarShape.Whole, "For a small count: about how many cases there are."),
        Key.May("noise", ScalarShape.Number, "The median absolute change in a year."),
        Key.May("breaks", new ListShape(ScalarShape.Whole), "Years from which it is not comparable with what went before."),
        Key.May("since", ScalarShape.Whole, "The year from which a change is told, where it is not the usual one."),
        Key.May("zeroIsBlank", ScalarShape.YesNo, "Whether the source writes a blank as zero; false if left out."),
        Key.May("bySex", ScalarShape.YesNo, "Whether the source splits it by sex; false if left out."),
        Key.May("peers", SharedShapes.IdOf(Kinds.PeerGroup), "The peer group to compare with."),
        Key.May("published", ScalarShape.Whole, "The newest period that the source has published, for the staleness test."),
        Key.May("steep", ScalarShape.WordOf(typeof(Steep)), "The factor of a scan that it belongs to."),
        Key.Must("producer", SharedShapes.Text, "The authority behind the figure."),
        Key.Must("why", SharedShapes.Local, "Why it fits."),
        Key.May("note", SharedShapes.Local, "What a reader must know before judging it.")));

    private static Indicator Build(Values values, ReadingContext context)
    {
        var indicator = new Indicator
        {
            Id = values.The<string>("id"),
            Source = values.The<string>("source"),
            Dataset = values.The<string>("dataset"),
            FocusAreas = values.List<string>("focusAreas"),
            Name = values.The<LocalText>("name"),
            Unit = values.The<LocalText>("unit"),
            Decimals = values.Number<int>("decimals") ?? 0,
            Good = values.The<Direction>("good"),
            Target = values.Number<double>("target"),
            Kinds = values.List<SeriesKinds>("kinds").Aggregate(SeriesKinds.Annual, (all, kind) => all | kind),
            MeasuredYears = values.List<int>("measuredYears"),
            RollingYears = values.Number<int>("rollingYears"),
            Denominator = values.Number<int>("denominator"),
            Noise = values.Number<double>("noise"),
            Breaks = values.List<int>("breaks"),
            Since = values.Number<int>("since"),
            ZeroIsBlank = values.Number<bool>("zeroIsBlank") ?? false,
            BySex = values.Number<bool>("bySex") ?? false,
            Peers = values.Maybe<string>("peers"),
            Published = values.Number<int>("published"),
            Steep = values.Number<Steep>("steep"),
            Producer = values.The<string>("producer"),
            Why = values.The<LocalText>("why"),
            Note = values.Maybe<LocalText>("note"),
        };
        Together(indicator.Good == Direction.Target, indicator.Target is not null, "good: target", "target");
        Together(indicator.Kinds.HasFlag(SeriesKinds.Step), indicator.MeasuredYears.Count > 0, "the kind step", "measuredYears");
        Together(indicator.Kinds.HasFlag(SeriesKinds.Rolling), indicator.RollingYears is not null, "the kind rolling", "rollingYears");
        Together(indicator.Kinds.HasFlag(SeriesKinds.SmallCount), indicator.Denominator is not null, "the kind small-count", "denominator");
        return indicator;

        void Together(bool said, bool given, string what, string key)
        {
            if (said != given)
            {
                context.Report(values.Node.Line, said ? $"'{indicator.Id}' has {what} but no '{key}'." : $"'{indicator.Id}' has '{key}' but not {what}.");
            }
        }
    }
}
