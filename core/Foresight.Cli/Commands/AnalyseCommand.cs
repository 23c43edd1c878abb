using System.CommandLine;
using System.Globalization;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Analyse;
using Foresight.Engine.Signals;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight analyse</c>: what is changing, area by area, how sure that is, and what cannot be said.</summary>
internal static class AnalyseCommand
{
    private const int SilencesShown = 3;
    private const string Everywhere = "Across areas";

    public static Command Create(Terminal terminal)
    {
        var command = new Command("analyse", """
            Look for what changes in what is stored, focus area by focus area: findings with their grades, and what cannot be said and why. What is found is kept; 'foresight signals' shows it.

            Example: foresight analyse --samples
            """);
        var area = new Option<string?>("--area") { Description = "Only this focus area", HelpName = "ID" };
        var all = new Option<bool>("--all") { Description = "Show everything that cannot be said, not the first few of each kind" };
        command.Add(area);
        command.Add(all);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var policy = session.Policy.Policy;
            FocusAreaOption.Check(policy, call.GetValue(area));
            var pipeline = new Pipeline(session, NullLoggerFactory.Instance);
            await ReadFirstAsync(session, pipeline, terminal, cancellationToken);
            var (findings, recorded) = await pipeline.AnalyseAndRecordAsync(cancellationToken);
            var areas = AreaFindings.Of(policy, findings).Where(one => call.GetValue(area) is not { } chosen || one.Area?.Id == chosen).ToList();
            var known = (await pipeline.SignalBook().ReadAsync()).ToLookup(signal => signal.Id, StringComparer.Ordinal);
            if (call.GetValue(common.Json))
                terminal.Out.WriteJson(Json(session, areas, findings, recorded, known));
            else
                Print(terminal.Out, session, areas, findings, recorded, known, call.GetValue(all));
            return findings.Problems.Count > 0 ? ExitCode.PartFailed : ExitCode.Done;
        });
        return command;
    }

    // Answers that are kept cost nothing to read; live sources are read when somebody says so.
    private static async Task ReadFirstAsync(Session session, Pipeline pipeline, Terminal terminal, CancellationToken cancellationToken)
    {
        if ((await session.Store.Tables.QueryAsync("SELECT 1 FROM loads LIMIT 1")).RowCount > 0)
            return;
        if (session.Input.StoreName == "live")
            throw new ConfigurationException(["Nothing has been read into this store yet: 'foresight run' reads the sources; 'foresight analyse --samples' shows what it looks like."]);
        await terminal.Error.WriteLineAsync("Nothing was read into this store yet: reading what was kept …");
        await pipeline.IngestAsync(null, null, null, cancellationToken);
    }

    private static void Print(
        TextWriter output, Session session, IReadOnlyList<AreaFindings> areas, Findings findings, Recorded recorded, ILookup<string, KnownSignal> known, bool all)
    {
        output.WriteLine(FormattableString.Invariant(
            $"As of {session.Input.Clock.GetUtcNow():yyyy-MM-dd}: {areas.Sum(area => area.Signals.Count)} findings, and {areas.Sum(area => area.Silences.Count)} things that cannot be said. New in the register {recorded.New}, changed {recorded.Changed}, no longer found {recorded.Gone}."));
        output.WriteLine("A grade has a letter for the source (A best, F cannot be judged) and a figure for the claim (1 best, 6 cannot be judged): docs/methods/grading.md.");
        foreach (var area in areas.Where(area => area.Area is not null || area.Signals.Count + area.Silences.Count > 0))
        {
            output.WriteLine();
            output.WriteLine(area.Area is { } known1 ? $"{known1.Name.En} ({known1.Id})" : Everywhere);
            foreach (var (i, signal) in area.Signals.Index())
                output.WriteSignal(signal, i + 1, known[signal.Id].FirstOrDefault(one => one.IsFound));
            if (area.Nothing is { } nothing)
                output.WriteLine($"  No finding. {nothing.En}");
            else if (area.Area?.NotMeasured is { } notMeasured)
                output.WriteLine($"  {notMeasured.En}");
            PrintSilences(output, area.Silences, all);
        }

        foreach (var problem in findings.Problems)
        {
            output.WriteLine();
            output.WriteLine($"Missing: {problem.En}");
        }
    }

    private static void PrintSilences(TextWriter output, IReadOnlyList<Silence> silences, bool all)
    {
        if (silences.Count == 0)
            return;
        output.WriteLine(FormattableString.Invariant($"  Cannot be said ({silences.Count}):"));
        foreach (var kind in SilenceKind.Group(silences))
        {
            foreach (var silence in kind.Silences.Take(all || kind.Silences.Count == SilencesShown + 1 ? int.MaxValue : SilencesShown))
                output.WriteLine($"   - {silence.Reason.En}");
            if (!all && kind.Silences.Count > SilencesShown + 1)
                output.WriteLine(FormattableString.Invariant($"   - … {kind.Silences.Count - SilencesShown} more of the kind '{kind.Kind}'; --all shows them."));
        }
    }

    private static object Json(
        Session session, IReadOnlyList<AreaFindings> areas, Findings findings, Recorded recorded, ILookup<string, KnownSignal> known) => new
        {
            policy = session.Policy.Policy.Id,
            asOf = session.Input.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            recorded,
            areas = areas.Select(area => new
            {
                id = area.Area?.Id,
                name = area.Area?.Name,
                notMeasured = area.Area?.NotMeasured,
                nothing = area.Nothing,
                findings = area.Signals.Select(signal => new { signal = SignalOutput.Json(signal), standing = SignalOutput.Standing(known[signal.Id].FirstOrDefault(one => one.IsFound)) }),
                silences = area.Silences,
            }),
            problems = findings.Problems,
        };
}
