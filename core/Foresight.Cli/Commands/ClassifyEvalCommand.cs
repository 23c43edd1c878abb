using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Classify;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight classify eval</c>: how a model judges texts whose labels are known.</summary>
internal static class ClassifyEvalCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("eval", """
            Judge the policy's model on labelled texts it has not seen, or on held-out folds; or, with --model, a model outside the store.

            Example: foresight classify eval --samples
            Example: foresight classify eval --labels others.csv --model mymodel --group year
            """);
        var labels = new Option<string?>("--labels") { Description = "A CSV file with id, text and labels (| between labels; focus areas or topics, or the labels of --model)", HelpName = "FILE" };
        var model = new Option<string?>("--model") { Description = "The folder of a model outside the store", HelpName = "M" };
        var group = new Option<string?>("--group") { Description = "Figures per group of texts too" };
        group.AcceptOnlyFromAmong("language", "source", "year", "kind");
        command.Add(labels);
        command.Add(model);
        command.Add(group);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            var report = await ReportAsync(call, call.GetValue(labels), call.GetValue(model), call.GetValue(group), common, terminal, cancellationToken);
            if (call.GetValue(common.Json))
                terminal.Out.WriteJson(report);
            else
                EvaluationText.Print(terminal.Out, report);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<EvaluationReport> ReportAsync(
        ParseResult call, string? file, string? model, string? group, CommonOptions common, Terminal terminal, CancellationToken cancellationToken)
    {
        if (model is null)
        {
            using var session = common.OpenToLook(call, terminal);
            return await new Pipeline(session, NullLoggerFactory.Instance).Evaluation().RunAsync(file, group, cancellationToken);
        }

        if (file is null)
            throw new ConfigurationException(["--model needs --labels: name the labelled texts to judge it by."]);
        using var plugins = OutsideClassifier.Plugins(common, call, terminal);
        return OutsideClassifier.Of(model, plugins, terminal.Clock).Evaluate(model, file, group);
    }
}
