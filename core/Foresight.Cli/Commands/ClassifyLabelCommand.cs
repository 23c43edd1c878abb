using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Classify.Labelling;
using Foresight.Engine.Classify.Labelling.Dialogue;
using Foresight.Engine.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight classify label</c>: records what a person says of documents.</summary>
internal static class ClassifyLabelCommand
{
    private const string Usage = "Give an ID with --labels, or a sheet with --from FILE; one by one they are asked for in a terminal only.";

    public static Command Create(Terminal terminal)
    {
        var command = new Command("label", """
            Say to which focus areas documents belong: in the terminal one key per area, from a script with --labels, from a spreadsheet with --from. The next training uses it.

            Example: foresight classify label --as AB --count 20
            Example: foresight classify label regeringen/12345 --labels living-conditions,energy --as AB --note "about heat pumps"
            """);
        var ids = new Argument<string[]>("ID") { Description = "Documents, as 'classify queue' names them (default: the queue)", Arity = ArgumentArity.ZeroOrMore };
        var person = new Option<string?>("--as") { Description = "Who judges: initials or a role, not a name (default: the environment's FORESIGHT_PERSON)", HelpName = "WHO" };
        var labels = new Option<string?>("--labels") { Description = "Areas or topics, comma between; none; or unsure", HelpName = "LABELS" };
        var note = new Option<string?>("--note") { Description = "A note beside the verdict", HelpName = "TEXT" };
        var from = new Option<string?>("--from") { Description = "A CSV file with id and labels, and where wanted who, note and revision", HelpName = "FILE" };
        var show = new Option<bool>("--show") { Description = "Show the model's verdict before you choose; it may lead you" };
        command.Add(ids);
        foreach (var option in (Option[])[person, labels, note, from, show])
            command.Add(option);
        var queue = new QueueOptions().AddTo(command);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            var (named, said, file, who) = (call.GetValue(ids) ?? [], call.GetValue(labels), call.GetValue(from), call.GetValue(person) ?? terminal.Person);
            if (file is not null && (named.Length > 0 || said is not null || call.GetValue(note) is not null))
                throw new ConfigurationException(["--from names the documents, labels and notes itself: leave out ID, --labels and --note."]);
            if (said is not null && named.Length == 0)
                throw new ConfigurationException(["--labels needs an ID: name the document; 'foresight classify queue' gives ids."]);
            if (call.GetValue(note) is not null && said is null)
                throw new ConfigurationException(["--note needs --labels: say what the document belongs to, or unsure."]);
            if (file is null && said is null && !(terminal.IsInteractive && terminal.HasKeys))
                throw new ConfigurationException([Usage]);
            // A sheet may name people row by row.
            var judge = file is not null && string.IsNullOrWhiteSpace(who) ? null : PersonName.Read(who);
            using var session = common.OpenToLook(call, terminal);
            var pipeline = new Pipeline(session, NullLoggerFactory.Instance);
            var book = pipeline.VerdictBook();
            if (file is not null)
                return Stored(terminal, call.GetValue(common.Json), await book.SayAllAsync(file, judge, cancellationToken));
            if (said is not null)
                return Stored(terminal, call.GetValue(common.Json), (await SayAsync(book, named, judge!, said, call.GetValue(note), cancellationToken), 0));

            var question = queue.Of(call, judge);
            return await AskAsync(pipeline, book, named, question, call.GetValue(show), terminal, cancellationToken);
        });
        return command;
    }

    private static async Task<IReadOnlyList<PersonVerdictRow>> SayAsync(
        VerdictBook book, string[] ids, string person, string said, string? note, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var saying = Saying.Read(said, book.Known, problems);
        if (saying is null)
            throw new ConfigurationException([.. problems.Select(problem => $"--labels: {problem}")]);
        var rows = new List<PersonVerdictRow>();
        foreach (var document in await book.Documents.ReadAsync(ids))
            rows.Add(await book.SayAsync(document, person, saying with { Note = note }, seen: null, cancellationToken));
        return rows;
    }

    private static async Task<int> AskAsync(
        Pipeline pipeline, VerdictBook book, string[] named, QueueQuestion question, bool show, Terminal terminal, CancellationToken cancellationToken)
    {
        var ids = named;
        if (ids.Length == 0)
        {
            var waiting = await pipeline.QueueStep().ReadAsync(question, cancellationToken);
            ids = [.. waiting.Items.Select(item => item.Id)];
            if (ids.Length == 0)
            {
                terminal.Out.WriteLine(waiting.Nothing);
                return ExitCode.Done;
            }
        }

        using var keys = new ConsoleKeys();
        var result = await new LabelDialogue(book, question.Person!, keys, terminal.Out, show).RunAsync(await book.Documents.ReadAsync(ids), cancellationToken);
        terminal.Out.WriteLine($"{Count(result.Recorded, "verdict")} recorded, {result.Skipped} skipped, {result.TakenBack} taken back.");
        if (result.Recorded > 0)
            terminal.Out.WriteLine("'foresight classify train' learns from them; 'foresight classify verdicts' shows them.");
        return ExitCode.Done;
    }

    private static int Stored(Terminal terminal, bool json, (IReadOnlyList<PersonVerdictRow> Rows, int Empty) stored)
    {
        if (json)
        {
            terminal.Out.WriteJson(stored.Rows);
            return ExitCode.Done;
        }

        terminal.Out.WriteLine($"{Count(stored.Rows.Count, "verdict")} recorded{(stored.Empty > 0 ? $"; {Count(stored.Empty, "row")} without labels passed over" : "")}.");
        return ExitCode.Done;
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
