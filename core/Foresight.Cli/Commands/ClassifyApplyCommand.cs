using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Classify.Outside;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight classify apply</c>: the verdicts of a model outside the store on a file of texts.</summary>
internal static class ClassifyApplyCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("apply", """
            Judge a file of texts by a model outside the store; more texts than memory holds stream through, in order.

            Example: foresight classify apply --model mymodel --in texts.csv --out verdicts.jsonl
            """);
        var model = new Option<string>("--model") { Description = "The folder of the model", HelpName = "M", Required = true };
        var input = new Option<string>("--in") { Description = "Texts: .csv or .jsonl (also .gz) with id and text, and where wanted title and language", HelpName = "FILE", Required = true };
        var output = new Option<string>("--out") { Description = "Verdicts: .csv or .jsonl (also .gz)", HelpName = "FILE", Required = true };
        command.Add(model);
        command.Add(input);
        command.Add(output);
        var common = new CommonOptions().AddTo(command, withInput: false);
        command.SetAction(async (call, cancellationToken) =>
        {
            var (folder, from, to) = (call.GetRequiredValue(model), call.GetRequiredValue(input), call.GetRequiredValue(output));
            if (Path.GetFullPath(from) == Path.GetFullPath(to))
                throw new ConfigurationException([$"--in and --out name the same file, {from}; name another for the verdicts."]);
            using var plugins = OutsideClassifier.Plugins(common, call, terminal);
            var result = await Applying.RunAsync(OutsideClassifier.Of(folder, plugins, terminal.Clock).Load(folder).Classifier, from, to, cancellationToken);
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(result);
                return ExitCode.Done;
            }

            terminal.Out.WriteText(
                ["label", "texts"],
                [.. result.PerLabel.Append(KeyValuePair.Create("none", result.None)).Select(label => (IReadOnlyList<string>)[label.Key, ClassifyCommand.Number(label.Value, "F0")])],
                new HashSet<int> { 1 });
            terminal.Out.WriteLine($"Judged {result.Texts} texts into {to}.");
            return ExitCode.Done;
        });
        return command;
    }
}
