using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Classify;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight classify status</c>: which model judges, and how the documents stand.</summary>
internal static class ClassifyStatusCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("status", "Show which model judges, how good it is, and how many documents have a verdict or wait.\n\nExample: foresight classify status --samples");
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, _) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var status = await new Pipeline(session, NullLoggerFactory.Instance).ModelStatusAsync();
            if (call.GetValue(common.Json))
                terminal.Out.WriteJson(status);
            else
                Print(terminal.Out, status);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(TextWriter output, ModelStatus status)
    {
        output.WriteLine(status.Model is { } model
            ? $"Model {model.Version}, trained {model.TrainedAt:yyyy-MM-dd} on {model.Card.Texts} texts: micro F1 {ClassifyCommand.Number(model.Card.MicroF1)}, macro F1 {ClassifyCommand.Number(model.Card.MacroF1)} on held-out folds."
            : "There is no model for today's labels and settings yet; 'foresight classify run' trains one.");
        if (status.Model?.Test is { Report.Overall: var overall } test)
        {
            output.WriteLine($"On the fixed test's {overall.Texts} texts: micro F1 {EvaluationText.Within(overall.MicroF1, overall.Intervals.MicroF1)}{string.Concat(
                test.Report.ByLanguage.Select(language => $"; {language.Key} {ClassifyCommand.Number(language.Value.MicroF1)}"))}.");
        }

        if (status.Refused is { } refused)
            output.WriteLine(refused.En);
        if (status.Card is { } card)
            output.WriteLine($"Its card: {card}");
        output.WriteLine(status.Documents == 0
            ? "The store holds no documents; 'foresight run' reads some."
            : $"{status.Judged} of {status.Documents} documents have its verdict, {status.Waiting} wait.");
        if (status.Judged > 0)
            output.WriteLine(ClassifyCommand.Marked(status.Marks));
        if (status.Judged > 0)
            Table(output, "focus area", ["documents"], status.PerArea.Select(area => (area.Key, (long[])[area.Value])));
        if (status.Documents > 0)
            Table(output, "language", ["documents", "with verdict", "waiting"], status.PerLanguage.Select(pair => (pair.Key, (long[])[pair.Value.Documents, pair.Value.Judged, pair.Value.Documents - pair.Value.Judged])));
    }

    private static void Table(TextWriter output, string name, IReadOnlyList<string> columns, IEnumerable<(string Name, long[] Counts)> rows)
    {
        output.WriteLine();
        output.WriteText(
            [name, .. columns],
            [.. rows.Select(row => (IReadOnlyList<string>)[row.Name, .. row.Counts.Select(count => ClassifyCommand.Number(count, "F0"))])],
            Enumerable.Range(1, columns.Count).ToHashSet());
    }
}
