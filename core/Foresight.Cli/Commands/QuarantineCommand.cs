using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Foresight.Cli.Output;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight quarantine</c>: what did not fit and was kept out of the tables.</summary>
internal static class QuarantineCommand
{
    private const int LongestShown = 600;

    public static Command Create(Terminal terminal)
    {
        var command = new Command("quarantine", """
            Show what did not fit and was kept out of the tables: by reason, and of one source item by item, newest first.

            Example: foresight quarantine --samples --source kolada
            """);
        var source = new Option<string?>("--source") { Description = "Only this source entry, with its items", HelpName = "ID" };
        var limit = new Option<int>("--limit") { Description = "Items to show; all are counted", DefaultValueFactory = _ => 20 };
        command.Add(source);
        command.Add(limit);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var only = call.GetValue(source);
            var content = await session.Store.QuarantineAsync(only, Math.Max(0, call.GetValue(limit)), cancellationToken);
            if (only is not null && content.Reasons.Count == 0)
            {
                SourceOption.Refuse(only, session);
            }

            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(content);
                return ExitCode.Done;
            }

            if (content.Reasons.Count == 0)
            {
                terminal.Out.WriteLine($"Nothing{(only is null ? "" : $" of {only}")} is in quarantine.");
                return ExitCode.Done;
            }

            terminal.Out.WriteText(
                ["source", "kind", "items", "last load", "reason"],
                [.. content.Reasons.Select(reason => (IReadOnlyList<string>)
                    [reason.Source, reason.Kind, reason.Items.ToString(CultureInfo.InvariantCulture), reason.LastLoad, reason.Reason])],
                new HashSet<int> { 2 });
            if (only is not null)
            {
                foreach (var entry in content.Newest)
                {
                    terminal.Out.WriteLine();
                    terminal.Out.WriteLine($"{entry.Where}: {entry.Reason}");
                    terminal.Out.WriteLine($"  load {entry.Load}{(entry.Raw is null ? "" : $", answer {entry.Raw}")}");
                    if (entry.Item is { } item)
                    {
                        terminal.Out.WriteLine("  " + Shown(item));
                    }
                }

                if (content.Reasons.Sum(reason => reason.Items) - content.Newest.Count is var more and > 0)
                {
                    terminal.Out.WriteLine();
                    terminal.Out.WriteLine($"… {more.ToString(CultureInfo.InvariantCulture)} more items (--limit shows more)");
                }
            }

            terminal.Out.WriteLine();
            terminal.Out.WriteLine($"The files are in {content.Folder}.");
            return ExitCode.Done;
        });
        return command;
    }

    // A text is shown as it came; all of it is in the file.
    private static string Shown(JsonElement item)
    {
        var text = (item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText()).ReplaceLineEndings(" ");
        return text.Length <= LongestShown ? text : text[..LongestShown] + "…";
    }
}
