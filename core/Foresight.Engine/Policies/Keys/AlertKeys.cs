using Foresight.Engine.Alerts.Grammar;
using Foresight.Engine.Policies.Shapes;
using Foresight.Sdk;

namespace Foresight.Engine.Policies.Keys;

/// <summary>The keys of an alert rule, and what must hold between them.</summary>
internal static class AlertKeys
{
    private static readonly Key Level = Key.May("level", ScalarShape.WordOf(typeof(AlertLevel)), "For a rule of one step: how serious it is.");

    private static readonly Key When = Key.May("when", SharedShapes.Text, "For a rule of one step: the condition in plain words (docs/methods/alerts.md).");

    private static readonly ListShape Steps = new(
        new MapShape(
            "alertStep",
            BuildStep,
            Key.Must("level", ScalarShape.WordOf(typeof(AlertLevel)), "How serious it is: watch, warning or alarm."),
            Key.Must("when", SharedShapes.Text, "The condition in plain words, English or Swedish (docs/methods/alerts.md).")),
        atLeast: 1);

    public static ListShape Alerts { get; } = new(new MapShape(
        "alertRule",
        Build,
        Key.Must("id", SharedShapes.NewId(Kinds.Alert), "The id."),
        Key.Must("name", SharedShapes.Local, "The name for lists."),
        Key.May("focusArea", SharedShapes.IdOf(Kinds.FocusArea), "The focus area that it informs."),
        Key.May("steps", Steps, "The levels and their conditions, the lowest first; all watch the same thing."),
        Level,
        When,
        Key.May("coolDown", ScalarShape.Duration, "How long after an alert the same or a lower level is not staged again; 30 days if left out. A higher level always is."),
        Key.Must("why", SharedShapes.Local, "Why it is watched.")));

    private static AlertStep? BuildStep(Values values, ReadingContext context)
    {
        var step = new AlertStep(values.The<AlertLevel>("level"), values.The<string>("when"));
        return Understood(step.When, values.Node.Find("when")!.Line, context) ? step : null;
    }

    private static AlertRule? Build(Values values, ReadingContext context)
    {
        var (id, line) = (values.The<string>("id"), values.Node.Line);
        var steps = values.List<AlertStep>("steps");
        var (level, when) = (values.Number<AlertLevel>("level"), values.Maybe<string>("when"));
        if (steps.Count > 0 == (level is not null || when is not null) || level is null != when is null)
        {
            context.Report(line, $"The alert '{id}' needs either 'steps', or 'level' and 'when'.");
            return null;
        }

        if (when is not null)
        {
            if (!Understood(when, values.Node.Find("when")!.Line, context))
            {
                return null;
            }

            steps = [new AlertStep(level!.Value, when)];
        }

        var before = context.Problems.Count;
        var first = ConditionGrammar.Of(steps[0].When);
        foreach (var (earlier, later) in steps.Zip(steps.Skip(1)))
        {
            if (later.Level <= earlier.Level)
            {
                context.Report(line, $"The steps of the alert '{id}' must rise in level: watch, warning, alarm.");
            }

            if (ConditionGrammar.Of(later.When) is { } other && other.Watched != first.Watched)
            {
                context.Report(line, $"The steps of the alert '{id}' must watch the same thing: the first watches {first.Watched}, another {other.Watched}. Make it an alert of its own.");
            }
        }

        return context.Problems.Count > before ? null : new AlertRule
        {
            Id = id,
            Name = values.The<LocalText>("name"),
            FocusArea = values.Maybe<string>("focusArea"),
            Steps = steps,
            CoolDown = values.Number<TimeSpan>("coolDown") ?? TimeSpan.FromDays(30),
            Why = values.The<LocalText>("why"),
        };
    }

    private static bool Understood(string sentence, int line, ReadingContext context)
    {
        var reading = ConditionGrammar.Read(sentence);
        if (reading.Condition is not { } condition)
        {
            context.Report(line, $"'when' cannot be understood: {reading.Problem}. docs/methods/alerts.md shows all that can be said.");
            return false;
        }

        context.AtEnd(() =>
        {
            foreach (var problem in ConditionNames.ProblemsOf(condition, context))
            {
                context.Report(line, problem);
            }
        });
        return true;
    }
}
