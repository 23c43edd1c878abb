using System.CommandLine;
using System.Globalization;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Classify;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight classify train|run|eval|apply|status|drift|queue|label|verdicts</c>.</summary>
internal static class ClassifyCommand
{
    public static Command Create(Terminal terminal) => new("classify", "Sort documents to the policy's focus areas, or any texts to any labels.\n\nExample: foresight classify run --samples")
    {
        ClassifyQueueCommand.Create(terminal),
        ClassifyLabelCommand.Create(terminal),
        ClassifyVerdictsCommand.Create(terminal),
        ClassifyTrainCommand.Create(terminal),
        Run(terminal),
        ClassifyEvalCommand.Create(terminal),
        ClassifyApplyCommand.Create(terminal),
        ClassifyStatusCommand.Create(terminal),
        ClassifyDriftCommand.Create(terminal),
    };

    /// <summary>A figure as text.</summary>
    public static string Number(double value, string format = "F3") => value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>How many verdicts are not the model's plain yes or no, as a sentence.</summary>
    public static string Marked(VerdictMarks marks) => FormattableString.Invariant(
        $"Of them {marks.ByRules} were decided by rules for at least one area, for {marks.CannotSay} the model cannot say of at least one area, and {marks.OtherLanguages} are in a language that it did not learn.");

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
                terminal.Out.WriteJson(new { result.Classified, result.Documents, result.PerArea, result.None, result.Marks, model = result.Model.Record.Version, result.Model.TrainedNow });
                return ExitCode.Done;
            }

            terminal.Out.WriteText(
                ["focus area", "documents"],
                [.. result.PerArea.Select(area => (IReadOnlyList<string>)[area.Key, Number(area.Value, "F0")])],
                new HashSet<int> { 1 });
            terminal.Out.WriteLine($"Classified {result.Classified} documents now; {result.Documents} have a verdict of model {result.Model.Record.Version}, {result.None} of them belong to no area.");
            terminal.Out.WriteLine(Marked(result.Marks));
            return ExitCode.Done;
        });
        return command;
    }
}
