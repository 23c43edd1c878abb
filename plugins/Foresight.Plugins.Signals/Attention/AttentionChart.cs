using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>
/// Stories over time of the focus area in the surest burst, else with the surest drift, beside its usual level; of all areas where nothing stands out. It draws what
/// <c>bursts</c> and <c>attention</c> tell, and says what they cannot tell.
/// </summary>
internal sealed class AttentionChart(AttentionChartOptions options) : IChart
{
    public async Task<ChartOutcome> BuildAsync(ChartContext context, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime);
        var asked = options.FocusArea is null ? null
            : context.Policy.FocusAreas.FirstOrDefault(area => area.Id == options.FocusArea)
            ?? throw new InvalidOperationException($"The policy {context.Policy.Id} has no focus area '{options.FocusArea}': name one of {string.Join(", ", context.Policy.FocusAreas.Select(area => area.Id))}.");
        var bursts = await AreaBursts.FindAsync(context.Tables, context.Policy, today, options.Bursts).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var drifts = await AreaDrifts.FindAsync(context.Tables, context.Policy, today, options.Drift).ConfigureAwait(false);
        var sentences = new AttentionSentences(context.Language, bursts, drifts, options);
        if (bursts.UnderWay.FirstOrDefault(burst => asked is null || burst.Label == asked.Id) is { } burst)
        {
            return ChartOutcome.Drawn(Burst(context.Policy.FocusAreas.First(area => area.Id == burst.Label), burst, bursts, sentences, context.Language));
        }

        if (drifts.Found.FirstOrDefault(drift => asked is null || drift.Area == asked) is { } drift)
        {
            return ChartOutcome.Drawn(Drift(drift, drifts, bursts.Watched.Contains(drift.Area), sentences, context.Language));
        }

        return Quiet(asked, context.Policy.FocusAreas, bursts, drifts.CanTell || sentences.CanTellOfBursts(asked), sentences, context.Language);
    }

    private ChartSpec Burst(FocusArea area, UnderWay burst, AreaBursts bursts, AttentionSentences sentences, string language)
    {
        const string Formula = "share of stories in the quiet weeks before";
        var lines = new AttentionLines(bursts.Window, bursts.Counts, weekly: true);
        var (from, days) = (burst.Burst.Start - BurstWatch.Reference, bursts.Window.Days(burst.Burst.Start, burst.Burst.End));
        return Spec(sentences.Title(area, burst), lines, sentences, language) with
        {
            FocusArea = area.Id,
            Series = [lines.Of(area, language, burst.Burst), lines.At(burst.Before, from, sentences.UsualName, language)],
            Notes = [sentences.Usual(burst), .. sentences.Rest(area, options.FocusArea is not null)],
            Evidence =
            [
                NewsEvidence.Count("classifications", burst.Burst.Relevant, $"focus_area={area.Id} {days}", "count of stories (story_id of document_stories)"),
                NewsEvidence.Count("classifications", burst.Burst.Expected, $"focus_area={area.Id} {days}", $"{Formula}, times {burst.Burst.Documents} stories"),
                .. lines.Evidence([area]), .. lines.Evidence(burst.Before, from, Formula),
            ],
        };
    }

    private ChartSpec Drift(AreaDrift drift, AreaDrifts drifts, bool weekly, AttentionSentences sentences, string language)
    {
        var lines = new AttentionLines(drifts.Window, drifts.Counts, weekly, drifts.Window.Weeks);
        var share = (double)drift.Before / drifts.Before;
        return Spec(sentences.Title(drift), lines, sentences, language) with
        {
            FocusArea = drift.Area.Id,
            Series = [lines.Of(drift.Area, language), lines.At(share, 0, sentences.UsualName, language)],
            Notes = [sentences.Usual(drift), .. sentences.Rest(drift.Area, options.FocusArea is not null)],
            Evidence = [.. drifts.Evidence(drift), .. lines.Evidence([drift.Area]), .. lines.Evidence(share, 0, "share of stories in the first half")],
        };
    }

    private ChartOutcome Quiet(FocusArea? asked, IReadOnlyList<FocusArea> all, AreaBursts bursts, bool canTell, AttentionSentences sentences, string language)
    {
        // Many lines week by week cannot be told apart.
        var lines = new AttentionLines(bursts.Window, bursts.Counts, weekly: asked is not null && bursts.Watched.Contains(asked));
        FocusArea[] areas = [.. all.Where(area => (asked is null || area == asked) && lines.Stories(area) >= options.Bursts.AtLeast)];
        if (areas.Length == 0 || !canTell)
        {
            return ChartOutcome.Nothing(areas.Length == 0 ? sentences.TooFew(asked, lines) : sentences.TooFew(asked));
        }

        FocusArea[] left = asked is null ? [.. all.Except(areas)] : [];
        var everyArea = left.Length == 0 && (bursts.Watched.Count == 0 || bursts.TooFew.Count == 0);
        return ChartOutcome.Drawn(Spec(sentences.TitleOfNothing(asked, everyArea), lines, sentences, language) with
        {
            FocusArea = asked?.Id,
            Series = [.. areas.Select(area => lines.Of(area, language))],
            Notes = [sentences.Mirrors + sentences.NotDrawn(left), .. sentences.Rest(asked, asked is not null)],
            Evidence = [.. lines.Evidence(areas)],
        });
    }

    private static ChartSpec Spec(string title, AttentionLines lines, AttentionSentences sentences, string language) => new()
    {
        Kind = ChartKind.Line,
        Title = title,
        Subtitle = sentences.Subtitle(lines),
        Unit = Phrases.IsSwedish(language) ? "antal nyheter" : "number of stories",
        SourceLine = Phrases.IsSwedish(language)
            ? "Egen bearbetning av de bevakade källornas dokument; fokusområde enligt klassificeringsmodellen."
            : "Own calculations from the documents of the watched sources; focus area by the classification model.",
        Series = [],
        Evidence = [],
    };
}
