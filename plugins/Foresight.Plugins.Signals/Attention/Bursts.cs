using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>
/// Focus areas, topics and terms that are in a burst of attention now: more stories, as a share of all, than the quiet ones of the 13 weeks before let
/// expect. What has grown over months is no burst but a matter of <c>attention</c>; terms that were rare before are one of <c>emerging-terms</c>.
/// </summary>
internal sealed class Bursts(BurstsOptions options) : IAnalysis
{
    private const string AreaJoin =
        "JOIN classifications c ON c._source = d._source AND c._item_id = d._item_id AND c._revision = d._revision AND c.belongs AND c.focus_area = $3";

    private const string TopicJoin =
        "JOIN tags g ON g._source = d._source AND g._item_id = d._item_id AND g._revision = d._revision AND list_contains(g.topics, $3)";

    public async Task<AnalysisOutcome> AnalyseAsync(AnalysisContext context, CancellationToken cancellationToken)
    {
        var found = await AreaBursts.FindAsync(context.Tables, context.Policy, DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime), options).ConfigureAwait(false);
        if (found.Watched.Count == 0)
        {
            return new AnalysisOutcome([]) { Silences = [new Silence("burst", null, found.WhyNone())] };
        }

        var window = found.Window;
        var areas = await AreasAsync(context, found).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var topics = await TopicsAsync(context, window).ConfigureAwait(false);
        var terms = options.MostTerms == 0 ? []
            : await TermBursts.FindAsync(context, window, options, cancellationToken).ConfigureAwait(false);
        return new AnalysisOutcome(
        [
            .. areas.Select(area => area with { Related = [.. topics.Where(topic => topic.FocusArea == area.FocusArea).Select(topic => topic.Id)] }),
            .. topics, .. terms,
        ])
        {
            Silences = [.. found.TooFew.Select(area => new Silence("burst/area/" + area.Id, area.Id, found.WhyNot(area)))],
        };
    }

    private static async Task<IReadOnlyList<Signal>> AreasAsync(AnalysisContext context, AreaBursts found)
    {
        var signals = new List<Signal>();
        foreach (var burst in found.UnderWay)
        {
            var area = context.Policy.FocusAreas.First(area => area.Id == burst.Label);
            var proof = await ProofAsync(context, found.Window, burst, AreaJoin).ConfigureAwait(false);
            signals.Add(BurstSignal.Of(
                "area/" + area.Id, burst,
                new LocalText($"{area.ShortName.Sv} får mer uppmärksamhet än vanligt", $"{area.ShortName.En} gets more attention than usual"),
                proof, found.Window, "classifications", $"focus_area={area.Id}") with
            { FocusArea = area.Id });
        }

        return signals;
    }

    private async Task<IReadOnlyList<Signal>> TopicsAsync(AnalysisContext context, NewsWindow window)
    {
        if (context.TopicNames.Count == 0)
        {
            return [];
        }

        var signals = new List<Signal>();
        var counts = await NewsCounts.OfTopicsAsync(context.Tables, window).ConfigureAwait(false);
        var watched = context.TopicNames.Keys.Order(StringComparer.Ordinal).Select(topic => (topic, counts.Of(topic))).Where(topic => BurstWatch.Usual(topic.Item2) >= options.AtLeast);
        foreach (var burst in BurstWatch.Find(watched, counts.All.Stories, options.FalseDiscovery))
        {
            var name = context.TopicNames[burst.Label];
            var proof = await ProofAsync(context, window, burst, TopicJoin).ConfigureAwait(false);
            var areas = context.Policy.FocusAreas.Where(area => area.WeightOf(burst.Label) > 0).ToArray();
            var signal = BurstSignal.Of(
                "topic/" + burst.Label, burst,
                new LocalText($"Ämnet ”{Phrases.Small(name.Sv)}” får mer uppmärksamhet än vanligt", $"The topic “{Phrases.Small(name.En)}” gets more attention than usual"),
                proof, window, "tags", $"topic={burst.Label}");
            signals.Add(signal with { FocusArea = areas.Length == 1 ? areas[0].Id : null, Weight = Math.Round(signal.Weight - 0.1, 4) });
        }

        return signals;
    }

    private static Task<NewsProof> ProofAsync(AnalysisContext context, NewsWindow window, UnderWay burst, string join) =>
        NewsProof.ReadAsync(context.Tables, join, burst.Label, window.First(burst.Burst.Start), window.Today);
}
