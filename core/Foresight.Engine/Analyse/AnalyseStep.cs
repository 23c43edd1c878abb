using Foresight.Engine.Plugins;
using Foresight.Engine.Policies;
using Foresight.Sdk;

namespace Foresight.Engine.Analyse;

/// <summary>What the analyses found, most worth reading first, and which of them failed.</summary>
public sealed record Findings(IReadOnlyList<Signal> Signals, IReadOnlyList<LocalText> Problems)
{
    /// <summary>What the analyses cannot say, each with its reason, in the order of the policy's analyses.</summary>
    public IReadOnlyList<Silence> Silences { get; init; } = [];
}

/// <summary>Runs every analysis of the policy over the stored tables.</summary>
public static class AnalyseStep
{
    /// <summary>Runs the analyses.</summary>
    public static async Task<Findings> RunAsync(
        IReadOnlyList<Entry> entries, PluginHost plugins, AnalysisContext context, CancellationToken cancellationToken)
    {
        var signals = new List<Signal>();
        var silences = new List<Silence>();
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
                var outcome = await analysis.AnalyseAsync(context, cancellationToken);
                signals.AddRange(outcome.Signals);
                silences.AddRange(outcome.Silences);
            }
            // One of the few places that catch: one failing analysis must not stop the others.
            catch (Exception e) when (e is not OperationCanceledException)
            {
                problems.Add(Said.NotAnalysed(entry.Id, e.Message));
            }
        }

        return new Findings(
            [.. signals.OrderByDescending(signal => signal.Weight).ThenBy(signal => signal.Id, StringComparer.Ordinal)], problems)
        {
            Silences = silences,
        };
    }
}
