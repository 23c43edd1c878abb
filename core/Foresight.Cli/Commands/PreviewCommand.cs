using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Fetch;
using Foresight.Engine.Ingest;
using Foresight.Engine.Plugins;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight preview</c>: what a source would yield from one answer.</summary>
internal static class PreviewCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("preview", "Show the records that a source would yield from one answer; nothing is stored.\n\nExample: foresight preview data/samples/feeds/ec-press.rss.xml --with timeZone=Europe/Brussels");
        var answer = new Argument<string>("answer") { Description = "A file or an http(s) address", HelpName = "FILE|URL" };
        var source = new Option<string?>("--source") { Description = "What an entry's use: names (default: the source that recognises the answer)", HelpName = "ID" };
        var with = new Option<string[]>("--with") { Description = "An option of the source, also each that it requires; may be repeated", HelpName = "key=value" };
        var limit = new Option<int>("--limit") { Description = "Records to print as text", DefaultValueFactory = _ => 10 };
        command.Add(answer);
        command.Add(source);
        command.Add(with);
        command.Add(limit);
        var common = new CommonOptions().AddTo(command, withInput: false);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var plugins = PluginHost.Load(common.PluginFolders(call, terminal));
            using var kept = await AnswerFile.OpenAsync(call.GetRequiredValue(answer), terminal.Clock, cancellationToken);
            using var warnings = new Warnings();
            var preview = await PreviewStep.RunAsync(
                kept.Path, kept.Url, kept.ContentType, call.GetValue(source), Pairs(call.GetValue(with) ?? []), plugins, terminal.Clock, warnings.CreateLogger("preview"), cancellationToken);
            warnings.Tell(terminal.Error);
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(PreviewRecords.Of(preview));
            }
            else
            {
                PreviewRecords.Print(terminal.Out, preview, call.GetValue(limit));
            }

            return preview.Failed ? ExitCode.PartFailed : ExitCode.Done;
        });
        return command;
    }

    private static Dictionary<string, string> Pairs(IReadOnlyList<string> pairs)
    {
        var options = new Dictionary<string, string>();
        foreach (var pair in pairs)
        {
            var cut = pair.IndexOf('=', StringComparison.Ordinal);
            if (cut <= 0)
            {
                throw new ConfigurationException([$"--with {pair}: write key=value, as in --with timeZone=Europe/Brussels."]);
            }

            options[pair[..cut]] = pair[(cut + 1)..];
        }

        return options;
    }
}
