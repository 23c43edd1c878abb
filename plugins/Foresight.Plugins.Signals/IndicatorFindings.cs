using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>
/// What the indicators tell: a change over the comparable series, a course that parts from the peers', or a level far from
/// theirs, each with its trend, standing and uncertainty. Of series that are too short, too noisy, or that moved no more than they do by themselves it says that.
/// </summary>
internal sealed class IndicatorFindings(IndicatorFindingsOptions options) : IAnalysis
{
    // The weightiest finding of each focus area stands before all second ones, so that the first of a brief come from several
    // areas; all of them stand after the project money.
    private const double FirstOfArea = 0.5;
    private const double ShareOfFirst = 0.4;
    private const double ShareOfOthers = 0.49;

    public async Task<AnalysisOutcome> AnalyseAsync(AnalysisContext context, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime);
        List<Signal> signals = [];
        List<Silence> silences = [.. IndicatorSilence.NotMeasured(context.Policy)];
        foreach (var indicator in context.Policy.Indicators)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var figures = await IndicatorFigures.ReadAsync(context.Tables, context.Policy, indicator).ConfigureAwait(false);
            var left = options.Leave.Contains(indicator.Id);
            if (left || Finding.Of(figures, indicator) is not { } finding)
            {
                silences.Add(IndicatorSilence.Of(figures, indicator, left));
                continue;
            }

            signals.Add(SignalOf(finding, await FindingContext.ReadAsync(context.Tables, finding, options.Municipalities).ConfigureAwait(false), context.Policy.Home, today));
        }

        return new AnalysisOutcome(
        [
            .. signals.GroupBy(signal => signal.FocusArea, StringComparer.Ordinal)
                .SelectMany(area => area.OrderByDescending(signal => signal.Weight).ThenBy(signal => signal.Id, StringComparer.Ordinal)
                    .Select((signal, i) => signal with { Weight = Math.Round(area.Key is not null && i == 0 ? FirstOfArea + (ShareOfFirst * signal.Weight) : ShareOfOthers * signal.Weight, 4) }))
                .OrderByDescending(signal => signal.Weight).ThenBy(signal => signal.Id, StringComparer.Ordinal),
        ])
        {
            Silences = silences,
        };
    }

    private Signal SignalOf(Finding finding, FindingContext context, Place home, DateOnly today)
    {
        var indicator = finding.Indicator;
        return new Signal
        {
            Id = "indicator/" + indicator.Id,
            Kind = "indicator",
            FocusArea = indicator.FocusAreas.Count == 0 ? null : indicator.FocusAreas[0],
            Headline = new LocalText(FindingSentence.Of(finding, "sv"), FindingSentence.Of(finding, "en")),
            Caveat = FindingCaveat.Of(finding, context),
            Weight = finding.Weight,
            Chart = options.Charts.GetValueOrDefault(indicator.Id),
            Steep = indicator.Steep,
            Evidence = [.. finding.EvidenceOf(), .. context.EvidenceOf(finding.Figures)],
            Level = context.Trend is { IsSure: true } ? SignalLevel.Trend : SignalLevel.Signal,
            Uncertainty = context.Trend is not { } trend ? null : trend.Test.IsTrend(0.01) ? Grade.Low : trend.Test.IsTrend() ? Grade.Medium : Grade.High,
            Horizon = ProposedHorizon.Of(finding, context.Trend, today),
            Impact = ProposedImpact.Of(finding, home),
            Figures = [.. FindingFigures.Of(finding, context)],
            Method = "indicators",
        };
    }
}
