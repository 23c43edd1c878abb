using System.CommandLine;
using System.Globalization;
using Foresight.Cli.Output;
using Foresight.Engine;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight classify train|run|eval</c>.</summary>
internal static class ClassifyCommand
{
    public static Command Create(Terminal terminal) => new("classify", "Sort documents to the policy's focus areas.\n\nExample: foresight classify run --samples")
    {
        Train(terminal),
        Run(terminal),
        Evaluate(terminal),
    };

    private static Command Train(Terminal terminal)
    {
        var command = new Command("train", "Train the model from data/labels again, also when nothing changed.\n\nExample: foresight classify train --samples");
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var (record, file, _) = await new Pipeline(session, NullLoggerFactory.Instance).ClassifyStep().TrainAsync(force: true, cancellationToken);
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(record);
                return ExitCode.Done;
            }

            terminal.Out.WriteText(
                ["focus area", "texts", "precision", "recall", "F1", "threshold"],
                [.. record.Card.Labels.Select(label => (IReadOnlyList<string>)
                    [label.Label, Number(label.Support, "F0"), Number(label.Precision), Number(label.Recall), Number(label.F1), Number(label.Threshold)])],
                new HashSet<int> { 1, 2, 3, 4, 5 });
            terminal.Out.WriteLine($"Micro F1 {Number(record.Card.MicroF1)}, macro F1 {Number(record.Card.MacroF1)} on held-out folds of {record.Card.Texts} texts.");
            terminal.Out.WriteLine($"Model {record.Version}: {file}");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Run(Terminal terminal)
    {
        var command = new Command("run", "Classify the documents that have no verdict yet.\n\nExample: foresight classify run --samples");
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var result = await new Pipeline(session, NullLoggerFactory.Instance).ClassifyStep().RunAsync(null, cancellationToken);
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(new { result.Classified, result.Documents, result.PerArea, result.None, model = result.Model.Record.Version, result.Model.TrainedNow });
                return ExitCode.Done;
            }

            terminal.Out.WriteText(
                ["focus area", "documents"],
                [.. result.PerArea.Select(area => (IReadOnlyList<string>)[area.Key, Number(area.Value, "F0")])],
                new HashSet<int> { 1 });
            terminal.Out.WriteLine($"Classified {result.Classified} documents now; {result.Documents} have a verdict of model {result.Model.Record.Version}, {result.None} of them belong to no area.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Evaluate(Terminal terminal)
    {
        var command = new Command("eval", "Judge the model on a file of labelled texts it has not seen, or on held-out folds.\n\nExample: foresight classify eval --samples");
        var labels = new Option<string?>("--labels") { Description = "A CSV file with id, text and labels (| between labels; focus areas or topics)", HelpName = "FILE" };
        command.Add(labels);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var evaluation = await new Pipeline(session, NullLoggerFactory.Instance).Evaluation().RunAsync(call.GetValue(labels), cancellationToken);
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(evaluation);
                return ExitCode.Done;
            }

            terminal.Out.WriteText(
                ["focus area", "texts", "precision", "recall", "F1"],
                [.. evaluation.Labels.Select(label => (IReadOnlyList<string>)
                    [label.Label, Number(label.Support, "F0"), Number(label.Precision), Number(label.Recall), Number(label.F1)])],
                new HashSet<int> { 1, 2, 3, 4 });
            terminal.Out.WriteLine($"Micro F1 {Number(evaluation.Overall.MicroF1)}, macro F1 {Number(evaluation.Overall.MacroF1)} on {evaluation.Overall.Texts} texts of {evaluation.Data}.");
            return ExitCode.Done;
        });
        return command;
    }

    private static string Number(double value, string format = "F3") => value.ToString(format, CultureInfo.InvariantCulture);
}
