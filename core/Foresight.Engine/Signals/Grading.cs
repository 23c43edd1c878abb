using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>
/// Grades what an analysis leaves open: the source by the policy, the claim by who tells it and by what it rests on. The rules and where they are
/// from: <c>docs/methods/grading.md</c>.
/// </summary>
/// <param name="sources">The policy's sources.</param>
internal sealed class Grading(IReadOnlyList<WatchedSource> sources)
{
    /// <summary>Evidence that was counted over the texts of all sources.</summary>
    private const string EverySource = "*";

    private const int Improbable = 5;
    private const int CannotBeJudged = 6;
    private const double Significant = 0.05;

    private readonly Dictionary<string, WatchedSource> _sources = sources.ToDictionary(source => source.Id, StringComparer.Ordinal);

    public Signal Grade(Signal signal)
    {
        var publishers = signal.Publishers ?? Producers(signal);
        return signal with
        {
            Reliability = signal.Reliability ?? ReliabilityOf(signal),
            Credibility = signal.Credibility ?? CredibilityOf(signal, publishers),
            Publishers = publishers,
        };
    }

    // F stands lowest: a chain with one link that nobody can judge cannot be judged.
    private Reliability ReliabilityOf(Signal signal) => signal.Evidence
        .SelectMany(evidence => evidence.Source == EverySource ? sources.Select(source => source.Reliability) : [_sources.GetValueOrDefault(evidence.Source)?.Reliability ?? Reliability.F])
        .DefaultIfEmpty(Reliability.F).Min();

    private static int CredibilityOf(Signal signal, int? publishers)
    {
        if (signal.Evidence.Count == 0)
            return CannotBeJudged;
        var credibility = signal switch
        {
            { Kind: "forecast" } => 3,
            _ when signal.Evidence.Any(evidence => evidence.View == "observations") => MayBeChance(signal) ? 3 : 2,
            { Kind: "date" } when publishers == 1 => 2,
            _ => publishers switch { >= 3 => 1, 2 => 2, 0 => CannotBeJudged, _ => 3 },
        };
        return signal.Uncertainty == Sdk.Grade.High && credibility < Improbable ? credibility + 1 : credibility;
    }

    private static bool MayBeChance(Signal signal) => signal.Figures.Any(figure =>
        figure.Name == "p-value" ? figure.Value > Significant
        : figure is { Low: { } low, High: { } high } && Changes(figure.Name) && low <= 0 && high >= 0);

    private static bool Changes(string name) =>
        name.Contains("slope", StringComparison.Ordinal) || name.Contains("change", StringComparison.Ordinal) || name.Contains("growth", StringComparison.Ordinal);

    private int? Producers(Signal signal)
    {
        var named = signal.Evidence.Select(evidence => evidence.Source).Where(source => source != EverySource).Distinct(StringComparer.Ordinal).ToList();
        return named.Count == 0 ? null : named.Select(source => _sources.GetValueOrDefault(source)?.Producer ?? source).Distinct(StringComparer.Ordinal).Count();
    }
}
