using System.CommandLine;
using System.Globalization;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Classify.Labelling;
using Foresight.Engine.Classify.Labelling.Dialogue;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight classify queue</c>: the documents whose labels would teach the model most.</summary>
internal static class ClassifyQueueCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("queue", """
            List the documents whose label would teach the model most, and why: uncertain, varied, recent, areas and languages in turn.

            Example: foresight classify queue --count 50 --csv sheet.csv
            """);
        var queue = new QueueOptions().AddTo(command);
        var csv = new Option<string?>("--csv") { Description = "Write them to a sheet too; filled in, 'classify label --from FILE' reads it", HelpName = "FILE" };
        command.Add(csv);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var result = await new Pipeline(session, NullLoggerFactory.Instance).QueueStep().ReadAsync(queue.Of(call, terminal.Person), cancellationToken);
            if (call.GetValue(csv) is { } file)
                QueueSheet.Write(file, result.Items);
            if (call.GetValue(common.Json))
                terminal.Out.WriteJson(result.Items);
            else
                Print(terminal.Out, result, call.GetValue(csv));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(TextWriter output, QueueResult result, string? file)
    {
        foreach (var (index, item) in result.Items.Index())
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{index + 1,4}  {item.Id}"));
            output.WriteLine($"      {OneLine.Of(item.Title.Length > 0 ? item.Title : item.Lead, 73)}");
            output.WriteLine($"      {item.Why}");
        }

        output.WriteLine(result.Items.Count == 0 ? result.Nothing : string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Items.Count} of {result.State.Judged} documents with a verdict of the model; people have judged {result.State.Seen}. 'foresight classify label --as AB' asks for them one by one."));
        if (file is not null)
            output.WriteLine($"Sheet: {file}. Fill in labels (areas or topics, none, unsure) and give it back with 'foresight classify label --from {file} --as AB'.");
    }
}
