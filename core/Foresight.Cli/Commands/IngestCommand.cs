using System.CommandLine;
using System.Globalization;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Ingest;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight ingest</c>: reads the sources into the store.</summary>
internal static class IngestCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("ingest", "Read the policy's sources into the store.\n\nExample: foresight ingest --samples --source kolada");
        var source = new SourceOption();
        var since = new Option<string?>("--since") { Description = "Read days of the past instead of what is new: from this day; the cursor stays", HelpName = "DAY" };
        var until = new Option<string?>("--until") { Description = "… up to this day, which is not read (default: today)", HelpName = "DAY" };
        var failIfNothingNew = new Option<bool>("--fail-if-nothing-new") { Description = "End with 3 when no row was added or revised" };
        command.Add(source);
        command.Add(since);
        command.Add(until);
        var refresh = new Option<bool>("--refresh") { Description = "Ask for every answer in full, also where the kept one still holds" };
        var fromRaw = new Option<bool>("--from-raw") { Description = "Ask nobody: make every table again from the raw answers, and put it in the store's place" };
        var into = new Option<string?>("--into") { Description = "With --from-raw: make them in this new folder and leave the store alone", HelpName = "DIR" };
        command.Add(failIfNothingNew);
        command.Add(refresh);
        command.Add(fromRaw);
        command.Add(into);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.Open(call, terminal);
            var only = source.Ids(call, session);
            if (call.GetValue(fromRaw))
            {
                return await RebuildAsync(session, only, call.GetValue(into), call.GetValue(common.Json), terminal, cancellationToken);
            }

            if (call.GetValue(into) is not null)
            {
                throw new ConfigurationException(["--into needs --from-raw: sources are read into the store itself (--store names another)."]);
            }

            var backfill = Backfill(call.GetValue(since), call.GetValue(until), only, DateOnly.FromDateTime(session.Input.Clock.GetUtcNow().UtcDateTime));
            using var warnings = new Warnings();
            var pipeline = new Pipeline(session, warnings) { Refresh = call.GetValue(refresh) };
            IReadOnlyList<LoadResult> loads = [];
            await new Progress(terminal).WhileAsync(async progress => loads = await pipeline.IngestAsync(only, backfill, progress, cancellationToken));
            warnings.Tell(terminal.Error);
            var problem = await pipeline.StoriesAsync(cancellationToken);
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(loads);
            }
            else
            {
                Progress.Summarise(terminal, loads, session.LeftOut);
            }

            if (problem is not null)
            {
                terminal.Error.WriteLine(problem.En);
            }

            return problem is not null || loads.Any(load => load.Health is LoadHealth.Failed) ? ExitCode.PartFailed
                : call.GetValue(failIfNothingNew) && loads.All(load => load.Rows is { Added: 0, Revised: 0 }) ? ExitCode.NothingNew
                : ExitCode.Done;
        });
        return command;
    }

    private static async Task<int> RebuildAsync(
        Session session, IReadOnlySet<string>? only, string? into, bool json, Terminal terminal, CancellationToken cancellationToken)
    {
        RebuildResult result = null!;
        await new Progress(terminal).WhileAsync(async progress =>
            result = await new Pipeline(session, NullLoggerFactory.Instance).RebuildAsync(only, into, progress, cancellationToken));
        if (json)
        {
            terminal.Out.WriteJson(result);
        }
        else
        {
            terminal.Out.WriteLine(FormattableString.Invariant($"{result.Loads.Count} loads were made again in {result.Folder}."));
            terminal.Out.WriteLine(result.Before is not null ? $"The tables of before are in {result.Before}; delete it when you need it no more. Verdicts are no answers: 'foresight classify' gives them anew."
                : into is null ? "The store was left as it is." : "The store itself was not touched.");
        }

        foreach (var problem in result.Problems)
        {
            terminal.Error.WriteLine(problem);
        }

        return result.Problems.Count > 0 ? ExitCode.PartFailed : ExitCode.Done;
    }

    private static DayRange? Backfill(string? since, string? until, IReadOnlySet<string>? only, DateOnly today)
    {
        if (since is null)
        {
            return until is null ? null : throw new ConfigurationException(["--until needs --since: name the first day to read."]);
        }

        if (only is null)
        {
            throw new ConfigurationException(["--since needs --source: name the source whose past is to be read."]);
        }

        var range = new DayRange(Day("--since", since), until is null ? today : Day("--until", until));
        return range.From < range.Until
            ? range
            : throw new ConfigurationException([$"--since {since} must be before {(until is null ? "today" : $"--until {until}")}, which is not read itself."]);
    }

    private static DateOnly Day(string option, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new ConfigurationException([$"{option} {text} is no day; write it as 2026-01-31."]);
}
