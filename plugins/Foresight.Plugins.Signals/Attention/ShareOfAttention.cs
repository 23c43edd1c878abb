using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>
/// Focus areas that take a larger share of the classified stories than in the months before: the same news from several places
/// counts once, when it was first told. A share, because the number of stories also grows when a source is added or keeps a longer
/// archive. Announced releases of statistics are dates, not news.
/// </summary>
internal sealed class ShareOfAttention(AttentionOptions options) : IAnalysis
{
    private const int Most = 2;

    public async Task<AnalysisOutcome> AnalyseAsync(AnalysisContext context, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime);
        var drifts = await AreaDrifts.FindAsync(context.Tables, context.Policy, today, options).ConfigureAwait(false);
        return drifts.CanTell
            ? new AnalysisOutcome([.. drifts.Found.Take(Most).Select(found => SignalOf(found, drifts))])
            : new AnalysisOutcome([]) { Silences = [new Silence("attention", null, drifts.WhyNone())] };
    }

    private Signal SignalOf(AreaDrift found, AreaDrifts all)
    {
        string N(int number, string language) => Wording.Number(number, language);
        var (area, before, now, drift) = found;
        var (svMonths, enMonths) = (Phrases.Count(options.Months, "sv"), Phrases.Count(options.Months, "en"));
        return new Signal
        {
            Id = "attention/" + area.Id,
            Kind = "attention",
            FocusArea = area.Id,
            Headline = options.Months == 1
                ? new LocalText(
                    $"{area.ShortName.Sv} tar större plats: {N(now, "sv")} av {N(all.Now, "sv")} nyheter den senaste månaden mot {N(before, "sv")} av {N(all.Before, "sv")} månaden före.",
                    $"{area.ShortName.En} takes up more room: {N(now, "en")} of {N(all.Now, "en")} stories in the last month against {N(before, "en")} of {N(all.Before, "en")} in the month before.")
                : new LocalText(
                    $"{area.ShortName.Sv} tar större plats: {N(now, "sv")} av {N(all.Now, "sv")} nyheter de senaste {svMonths} månaderna mot {N(before, "sv")} av {N(all.Before, "sv")} de {svMonths} månaderna före.",
                    $"{area.ShortName.En} takes up more room: {N(now, "en")} of {N(all.Now, "en")} stories in the last {enMonths} months against {N(before, "en")} of {N(all.Before, "en")} in the {enMonths} months before."),
            Caveat = new LocalText(
                "Speglar vad de bevakade källorna publicerar och hur modellen sorterar det, inte hur viktigt området är.",
                "Mirrors what the watched sources publish and how the model sorts it, not how important the area is."),
            Weight = Math.Round(Math.Min(0.49, 0.25 + (0.05 * drift.Deviation)), 4),
            Level = SignalLevel.Trend,
            Method = BurstSignal.Method,
            Figures =
            [
                new SignalFigure("share-before", (double)before / all.Before),
                new SignalFigure("share-now", (double)now / all.Now),
                new SignalFigure("drift-deviation", drift.Deviation) { Method = "Cochran–Armitage over weeks, bursts left out" },
            ],
            Evidence = all.Evidence(found),
        };
    }
}
