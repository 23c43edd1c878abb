using Foresight.Engine.Analyse;
using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>What was found of a focus area and what cannot be said of it, so that silence does not read as calm.</summary>
/// <param name="Area">The area; null for what concerns several or none.</param>
/// <param name="Signals">The findings, the weightiest first.</param>
/// <param name="Silences">What cannot be said, in the order of the analyses; that nothing measures the area is said by the area itself.</param>
/// <param name="Nothing">Why nothing was found; null where something was.</param>
public sealed record AreaFindings(FocusArea? Area, IReadOnlyList<Signal> Signals, IReadOnlyList<Silence> Silences, LocalText? Nothing)
{
    /// <summary>All areas of the policy in its order, then what concerns several or none.</summary>
    public static IReadOnlyList<AreaFindings> Of(Policy policy, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(findings);
        var known = policy.FocusAreas.Select(area => area.Id).ToHashSet(StringComparer.Ordinal);
        var (signals, silences) = (findings.Signals.ToLookup(signal => Place(signal.FocusArea)), findings.Silences.ToLookup(silence => Place(silence.FocusArea)));
        return
        [
            .. policy.FocusAreas.Select(area => new AreaFindings(
                area, [.. signals[area.Id]], [.. silences[area.Id].Where(silence => silence.Reason != area.NotMeasured)], signals[area.Id].Any() ? null : WhyNothing(policy, area, silences[area.Id].Any()))),
            new AreaFindings(null, [.. signals[""]], [.. silences[""]], null),
        ];

        // An area that the policy does not know must not swallow a finding.
        string Place(string? area) => area is not null && known.Contains(area) ? area : "";
    }

    private static LocalText WhyNothing(Policy policy, FocusArea area, bool silent) =>
        area.NotMeasured
        ?? (silent ? new LocalText("Det som finns räcker inte till en iakttagelse.", "What there is does not suffice for a finding.")
            : policy.Indicators.Any(indicator => indicator.FocusAreas.Contains(area.Id))
                ? new LocalText("Inget i uppgifterna skiljer sig från det vanliga.", "Nothing in the data stands out from what is usual.")
                : new LocalText("Policyn har inget nyckeltal för området, och inget annat gav en iakttagelse.", "The policy has no indicator for the area, and nothing else gave a finding."));
}
