using Foresight.Engine.Plugins;
using Foresight.Engine.Policies;
using Foresight.Sdk;

namespace Foresight.Engine.Analyse;

/// <summary>What the analyses found, most worth reading first, and which of them failed.</summary>
public sealed record Findings(IReadOnlyList<Signal> Signals, IReadOnlyList<LocalText> Problems);

/// <summary>Runs every analysis of the policy over the stored tables.</summary>
public static class AnalyseStep
{
    /// <summary>Runs the analyses.</summary>
    public static async Task<Findings> RunAsync(
        IReadOnlyList<Entry> entries, PluginHost plugins, AnalysisContext context, CancellationToken cancellationToken)
    {
        var signals = new List<Signal>();
        var problems = new List<LocalText>();
        foreach (var entry in entries)
        {
            var (analysis, problem) = plugins.Make<IAnalysis>(entry);
            if (analysis is null)
            {
                problems.Add(Said.NotAnalysed(entry.Id, problem!));
                continue;
            }

            try
            {
                signals.AddRange(await analysis.AnalyseAsync(context, cancellationToken));
            }
            // One of the few places that catch: one failing analysis must not stop the others.
            catch (Exception e) when (e is not OperationCanceledException)
            {
                problems.Add(Said.NotAnalysed(entry.Id, e.Message));
            }
        }

        return new Findings(
            [.. signals.OrderByDescending(signal => signal.Weight).ThenBy(signal => signal.Id, StringComparer.Ordinal)], problems);
    }
}
