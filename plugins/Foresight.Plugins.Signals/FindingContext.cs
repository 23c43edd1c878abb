using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>What else the store tells of a finding.</summary>
internal sealed record FindingContext
{
    public SexFigures? Sexes { get; private init; }

    public FindingTrend? Trend { get; private init; }

    /// <summary>The first figures after each change point.</summary>
    public IReadOnlyList<Figure> Changes { get; private init; } = [];

    public Everyone? Everyone { get; private init; }

    public IReadOnlyList<Revision> Revisions { get; private init; } = [];

    public static async Task<FindingContext> ReadAsync(ITables tables, Finding finding, string? municipalities)
    {
        var (indicator, figures) = (finding.Indicator, finding.Figures);
        return new FindingContext
        {
            Sexes = indicator.BySex ? await SexFigures.ReadAsync(tables, figures, indicator, finding.Start, finding.End).ConfigureAwait(false) : null,
            Trend = finding.Start is { } start ? FindingTrend.Of(figures, indicator, start) : null,
            Changes = FindingTrend.Changes(figures, indicator),
            Everyone = await Everyone.ReadAsync(tables, indicator, finding.End, municipalities).ConfigureAwait(false),
            Revisions = await Revision.ReadAsync(tables, indicator, [.. new[] { finding.Start, finding.End }.OfType<Figure>()]).ConfigureAwait(false),
        };
    }

    public IEnumerable<Evidence> EvidenceOf(IndicatorFigures figures) =>
    [
        .. Trend is { IsSure: true } trend ? trend.EvidenceOf(figures) : [],
        .. Everyone?.Sentence("en") is null ? [] : new[] { Everyone.EvidenceOf(figures) },
        .. Revisions.Select(revision => revision.EvidenceOf(figures)),
        .. Sexes?.Evidence ?? [],
    ];
}
