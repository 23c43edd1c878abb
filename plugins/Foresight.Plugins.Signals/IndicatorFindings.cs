using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>
/// What the indicators tell: a change over the comparable series, a course that parts from the peers', or a level far from
/// theirs. Silent on series that are too short, too noisy, or that moved no more than they do by themselves.
/// </summary>
internal sealed class IndicatorFindings(IndicatorFindingsOptions options) : IAnalysis
{
    // Each further finding of a focus area counts less, so that the first five come from several areas.
    private const double Variety = 0.85;

    public async Task<IReadOnlyList<Signal>> AnalyseAsync(AnalysisContext context, CancellationToken cancellationToken)
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
                Headline = new LocalText(FindingSentence.Of(finding, sexes, "sv"), FindingSentence.Of(finding, sexes, "en")),
                Caveat = CaveatOf(indicator, finding),
                Weight = finding.Weight,
                Evidence = [.. finding.EvidenceOf(), .. sexes?.Evidence ?? []],
            });
        }

        return
        [
            .. signals.GroupBy(signal => signal.FocusArea, StringComparer.Ordinal)
                .SelectMany(area => area.OrderByDescending(signal => signal.Weight).ThenBy(signal => signal.Id, StringComparer.Ordinal)
                    .Select((signal, i) => signal with { Weight = Math.Round(signal.Weight * Math.Pow(Variety, i), 4) }))
                .OrderByDescending(signal => signal.Weight).ThenBy(signal => signal.Id, StringComparer.Ordinal),
        ];
    }

    private static LocalText? CaveatOf(Indicator indicator, Finding finding)
    {
        string In(string language) => string.Join(' ', Texts(language));
        IEnumerable<string> Texts(string language)
        {
            if (indicator.Note is { } note)
            {
                yield return note.In(language);
            }

            // That gap years are left empty is a matter of the chart.
            foreach (var kind in Phrases.KindNotes(indicator with { Kinds = indicator.Kinds & ~SeriesKinds.Gaps }, finding.End.Value, language))
            {
                yield return kind;
            }

            if (indicator.Published is { } published && published > finding.End.Period.Start.Year)
            {
                yield return Phrases.IsSwedish(language)
                    ? $"Källan har nyare uppgifter (till och med {published}) än de som finns här."
                    : $"The source has newer data (up to {published}) than are held here.";
            }
        }

        var sv = In("sv");
        return sv.Length == 0 ? null : new LocalText(sv, In("en"));
    }
}
