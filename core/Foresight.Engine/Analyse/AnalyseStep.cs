using Foresight.Engine.Plugins;
using Foresight.Engine.Policies;
using Foresight.Engine.Signals;
using Foresight.Sdk;

namespace Foresight.Engine.Analyse;

/// <summary>What the analyses found, most worth reading first, and which of them failed.</summary>
public sealed record Findings(IReadOnlyList<Signal> Signals, IReadOnlyList<LocalText> Problems)
{
    /// <summary>What the analyses cannot say, each with its reason, in the order of the policy's analyses.</summary>
    public IReadOnlyList<Silence> Silences { get; init; } = [];

    /// <summary>The analyses that ran to their end, each with what it found.</summary>
    public IReadOnlyList<AnalysisRun> Runs { get; init; } = [];
}

/// <summary>An analysis that ran to its end.</summary>
/// <param name="Analysis">The analysis entry's id.</param>
/// <param name="Signals">What it found.</param>
public sealed record AnalysisRun(string Analysis, IReadOnlyList<Signal> Signals);

/// <summary>Runs every analysis of the policy over the stored tables.</summary>
public static class AnalyseStep
{
    /// <summary>Runs the analyses.</summary>
    public static async Task<Findings> RunAsync(
        IReadOnlyList<Entry> entries, PluginHost plugins, AnalysisContext context, CancellationToken cancellationToken)
    {
        var grading = new Grading(context.Sources);
        var runs = new List<AnalysisRun>();
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
                Refuse(outcome.Signals);
                runs.Add(new AnalysisRun(entry.Id, [.. outcome.Signals.Select(grading.Grade)]));
                silences.AddRange(outcome.Silences);
            }
            // One of the few places that catch: one failing analysis must not stop the others.
            catch (Exception e) when (e is not OperationCanceledException)
            {
                problems.Add(Said.NotAnalysed(entry.Id, e.Message));
            }
        }

        return new Findings(
            [.. runs.SelectMany(run => run.Signals).OrderByDescending(signal => signal.Weight).ThenBy(signal => signal.Id, StringComparer.Ordinal)], problems)
        {
            Silences = silences,
            Runs = runs,
        };
    }

    // An id is how a finding is known again, in the register and by people.
    private static void Refuse(IReadOnlyList<Signal> signals)
    {
        if (signals.CountBy(signal => signal.Id, StringComparer.Ordinal).FirstOrDefault(id => id.Value > 1 || string.IsNullOrWhiteSpace(id.Key)) is { Value: > 0 } wrong)
            throw new InvalidDataException(wrong.Value > 1 ? $"It found two things by the id '{wrong.Key}'; each needs its own." : "It found something without an id.");
    }
}
