using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>
/// What the indicators tell: a change over the comparable series, a course that parts from the peers', or a level far from
/// theirs. Silent on series that are too short, too noisy, or that moved no more than they do by themselves.
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
        List<Signal> signals = [];
        foreach (var indicator in context.Policy.Indicators.Where(indicator => !options.Leave.Contains(indicator.Id)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var figures = await IndicatorFigures.ReadAsync(context.Tables, context.Policy, indicator).ConfigureAwait(false);
            if (Finding.Of(figures, indicator) is not { } finding)
            {
                continue;
            }

            var sexes = indicator.BySex ? await SexFigures.ReadAsync(context.Tables, figures, indicator, finding.End).ConfigureAwait(false) : null;
            signals.Add(new Signal
            {
                Id = "indicator/" + indicator.Id,
                Kind = "indicator",
                FocusArea = indicator.FocusAreas.Count == 0 ? null : indicator.FocusAreas[0],
                Headline = new LocalText(FindingSentence.Of(finding, "sv"), FindingSentence.Of(finding, "en")),
                Caveat = FindingCaveat.Of(finding, sexes),
                Weight = finding.Weight,
                Chart = options.Charts.GetValueOrDefault(indicator.Id),
                Evidence = [.. finding.EvidenceOf(), .. sexes?.Evidence ?? []],
            });
        }

        return new AnalysisOutcome(
        [
            .. signals.GroupBy(signal => signal.FocusArea, StringComparer.Ordinal)
                .SelectMany(area => area.OrderByDescending(signal => signal.Weight).ThenBy(signal => signal.Id, StringComparer.Ordinal)
                    .Select((signal, i) => signal with { Weight = Math.Round(area.Key is not null && i == 0 ? FirstOfArea + (ShareOfFirst * signal.Weight) : ShareOfOthers * signal.Weight, 4) }))
                .OrderByDescending(signal => signal.Weight).ThenBy(signal => signal.Id, StringComparer.Ordinal),
        ]);
    }
}
