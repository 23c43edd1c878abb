using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Classify;
using Foresight.Engine.Classify.Current;
using Foresight.Engine.Classify.Outside;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight classify train</c>: the policy's model, or one of any labels outside the store.</summary>
internal static class ClassifyTrainCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("train", """
            Train the policy's model again, also when nothing changed; it judges from then on if it wins or ties on the fixed test. Or, with --labels and --model, train a
            model of any labels outside the store.

            Example: foresight classify train --samples
            Example: foresight classify train --labels mine.csv --model mymodel --dev others.csv
            """);
        var labels = new Option<string[]>("--labels") { Description = "CSV files with id, text and labels (| between labels, or none); .gz too", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
        var model = new Option<string?>("--model") { Description = "The folder to write the model and its card to", HelpName = "OUT" };
        var dev = new Option<string?>("--dev") { Description = "Labelled texts to choose the thresholds on; not in --labels", HelpName = "FILE" };
        var licence = new Option<string?>("--licence") { Description = "The terms of the texts, for the model's card", HelpName = "TEXT" };
        var classifier = new Option<string?>("--classifier") { Description = "A plugin's classifier, for a model outside the store (default: the only one there is)", HelpName = "ID" };
        var with = new Option<string[]>("--with") { Description = "A setting of the classifier, for a model outside the store; may be repeated", HelpName = "key=value" };
        var take = new Option<bool>("--force") { Description = "Let the policy's new model judge also where it is worse than the one before" };
        foreach (var option in (Option[])[labels, model, dev, licence, classifier, with, take])
            command.Add(option);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            var (files, folder) = (call.GetValue(labels) ?? [], call.GetValue(model));
            if ((files.Length == 0) != (folder is null))
                throw new ConfigurationException([$"--labels and --model go together: {(folder is null ? "name the folder to write the model to" : "name the labelled texts to learn from")}."]);
            if (folder is null)
                return await TrainPolicyAsync(call, call.GetValue(take), common, terminal, cancellationToken);
            if (call.GetValue(take))
                throw new ConfigurationException(["--force is for the policy's model; a model outside the store has none before it."]);

            using var plugins = OutsideClassifier.Plugins(common, call, terminal);
            var record = await OutsideClassifier.Make(plugins, call.GetValue(classifier), call.GetValue(with) ?? [], terminal.Clock)
                .TrainAsync(files, call.GetValue(dev), call.GetValue(licence), folder, cancellationToken);
            Print(record, folder, call.GetValue(common.Json), terminal);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<int> TrainPolicyAsync(ParseResult call, bool takeWorse, CommonOptions common, Terminal terminal, CancellationToken cancellationToken)
    {
        using var session = common.OpenToLook(call, terminal);
        var ready = await new Pipeline(session, NullLoggerFactory.Instance).TrainAsync(takeWorse, cancellationToken);
        Print(ready.Record with { Comparison = ready.Comparison }, Path.GetDirectoryName(ready.File)!, call.GetValue(common.Json), terminal);
        if (!call.GetValue(common.Json))
            PrintTraining(ready, terminal);
        return ExitCode.Done;
    }

    private static void PrintTraining(ReadyModel ready, Terminal terminal)
    {
        var origins = ready.Record.TextsByOrigin;
        terminal.Out.WriteLine(
            $"It learned from {origins.GetValueOrDefault("labels")} texts of the label files, {origins.GetValueOrDefault("people")} documents that people judged and {origins.GetValueOrDefault("sources")} with categories of their sources.");
        if (ready.Record.Test is { Report.Overall: var overall } test)
        {
            terminal.Out.WriteLine($"Micro F1 {EvaluationText.Within(overall.MicroF1, overall.Intervals.MicroF1)} on the fixed test's {overall.Texts} texts{ByLanguage(test)}.");
        }

        if (ready.Comparison is { } comparison)
            terminal.Out.WriteLine(comparison.Why.En);
    }

    private static string ByLanguage(TestFigures test) => test.Parity is { } parity
        ? $"; Swedish {ClassifyCommand.Number(parity.Swedish)}, English {ClassifyCommand.Number(parity.English)}, difference {EvaluationText.Within(parity.Swedish - parity.English, parity.Difference)}"
        : "";

    private static void Print(ModelRecord record, string folder, bool json, Terminal terminal)
    {
        if (json)
        {
            terminal.Out.WriteJson(record);
            return;
        }

        terminal.Out.WriteText(
            ["label", "texts", "precision", "recall", "F1", "threshold"],
            [.. record.Card.Labels.Select(label => (IReadOnlyList<string>)
            [
                label.Label, ClassifyCommand.Number(label.Support, "F0"), ClassifyCommand.Number(label.Precision), ClassifyCommand.Number(label.Recall),
                ClassifyCommand.Number(label.F1), ClassifyCommand.Number(record.Thresholds?.GetValueOrDefault(label.Label, label.Threshold) ?? label.Threshold),
            ])],
            new HashSet<int> { 1, 2, 3, 4, 5 });
        terminal.Out.WriteLine($"Micro F1 {ClassifyCommand.Number(record.Card.MicroF1)}, macro F1 {ClassifyCommand.Number(record.Card.MacroF1)} on held-out folds of {record.Card.Texts} texts.");
        if (record.Judged is { Overall: var overall } judged)
        {
            terminal.Out.WriteLine(
                $"Micro F1 {EvaluationText.Within(overall.MicroF1, overall.Intervals.MicroF1)}, macro F1 {EvaluationText.Within(overall.MacroF1, overall.Intervals.MacroF1)} on {overall.Texts} texts of {judged.Data}, each judged with thresholds chosen without it.");
        }

        foreach (var limit in record.Card.Limits)
            terminal.Out.WriteLine(limit);
        terminal.Out.WriteLine($"Model {record.Version}: {folder}; {Path.Combine(folder, ModelFolder.Page)} says more.");
    }
}
