using System.CommandLine;
using System.Globalization;
using Foresight.Cli.Output;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight cursor</c>: how far each source has read, and how to make it read again.</summary>
internal static class CursorCommand
{
    public static Command Create(Terminal terminal) =>
        new("cursor", "See and reset how far the sources have read.\n\nExample: foresight cursor show --samples") { Show(terminal), Reset(terminal) };

    private static Command Show(Terminal terminal)
    {
        var show = new Command("show", "Show each source's cursor and when it last moved.\n\nExample: foresight cursor show kolada --samples");
        var source = new Argument<string?>("source") { Description = "Only this source", HelpName = "SOURCE", Arity = ArgumentArity.ZeroOrOne };
        show.Add(source);
        var common = new CommonOptions().AddTo(show);
        show.SetAction(call =>
        {
            using var session = common.OpenToLook(call, terminal);
            var only = call.GetValue(source);
            if (only is not null)
            {
                SourceOption.Refuse(only, session);
            }

            var cursors = session.Policy.Sources.Where(entry => only is null || entry.Id == only)
                .Select(entry => (entry.Id, Move: session.Store.CursorMoveOf(entry.Id))).ToList();
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(cursors.Select(pair => new { source = pair.Id, cursor = pair.Move?.Cursor?.Value, movedAt = pair.Move?.At.UtcDateTime, load = pair.Move?.LoadId }));
            }
            else
            {
                terminal.Out.WriteText(
                    ["source", "moved at", "cursor"],
                    [.. cursors.Select(pair => (IReadOnlyList<string>)
                    [
                        pair.Id,
                        pair.Move?.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "",
                        pair.Move is { } move ? move.Cursor?.Value ?? "(reset)" : "(none)",
                    ])]);
            }

            return ExitCode.Done;
        });
        return show;
    }

    private static Command Reset(Terminal terminal)
    {
        var reset = new Command("reset", "Forget a source's cursor: the next run reads all that it gives, and what is known counts as unchanged.\n\nExample: foresight cursor reset kolada --samples");
        var source = new Argument<string>("source") { Description = "The source", HelpName = "SOURCE" };
        reset.Add(source);
        var common = new CommonOptions().AddTo(reset);
        reset.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.Open(call, terminal);
            var id = call.GetRequiredValue(source);
            SourceOption.Refuse(id, session);
            var forgotten = await session.Store.ResetCursorAsync(id, cancellationToken);
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(new { source = id, reset = forgotten is not null, forgotten = forgotten?.Value });
            }
            else
            {
                terminal.Out.WriteLine(forgotten is { } cursor
                    ? $"{id}: the cursor {cursor.Value} is forgotten; the next run reads all that the source gives."
                    : $"{id} has no cursor; nothing was done.");
            }

            return ExitCode.Done;
        });
        return reset;
    }
}
