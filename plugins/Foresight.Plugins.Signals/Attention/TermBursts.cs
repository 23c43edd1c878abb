using Foresight.Methods.Attention;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>Terms that are always in the news, and now more so. Those that were rare are told by <c>emerging-terms</c>.</summary>
internal static class TermBursts
{
    /// <summary>A longer burst has become the usual.</summary>
    private const int Recent = 8;

    public static async Task<IReadOnlyList<Signal>> FindAsync(AnalysisContext context, NewsWindow window, BurstsOptions options, CancellationToken cancellationToken)
    {
        var terms = await NewsTerms.ReaderAsync(context).ConfigureAwait(false);
        var counters = await NewsTerms.CountAsync(context, terms, window, Recent, least: 3, cancellationToken).ConfigureAwait(false);
        var rare = new EmergingTermOptions();
        var found = new List<(TermKey Key, UnderWay Burst)>();
        foreach (var (language, counter) in counters.OrderBy(counter => counter.Key, StringComparer.Ordinal))
        {
            var all = counter.Stories.ToArray();
            var watched = counter.Finish().Select(term => (term.Term, term.Series, News: new NewsSeries(term.Series.Stories.ToArray(), term.Series.Reports.ToArray())))
                .Where(term => BurstWatch.Usual(term.News) >= options.AtLeast && term.Series.Publishers >= rare.LeastPublishers).ToArray();
            found.AddRange(BurstWatch.Find(watched.Select(term => (term.Term, term.News)), all, options.FalseDiscovery, counter.DifferentTerms)
                .Where(burst => burst.Before > rare.MostBefore && burst.Burst.Length <= Recent)
                .Select(burst => (new TermKey(language, burst.Label), burst)));
        }

        var told = found.OrderByDescending(term => term.Burst.Burst.Weight).ThenBy(term => term.Key.Term, StringComparer.Ordinal).Take(4 * options.MostTerms).ToArray();
        var proofs = await TermProof.ReadAsync(context, terms, window, told.ToDictionary(term => term.Key, term => term.Burst.Burst.Start), cancellationToken).ConfigureAwait(false);
        var signals = new List<Signal>();
        var before = new List<TermProof>();
        foreach (var (key, burst) in told)
        {
            var proof = proofs[key];
            if (signals.Count == options.MostTerms || proof.News.Publishers < rare.LeastPublishers || before.Any(proof.IsTheSameAs))
            {
                continue;
            }

            before.Add(proof);
            var signal = BurstSignal.Of(
                $"term/{key.Language}/{key.Term}", burst,
                new LocalText($"”{proof.Form}” nämns oftare än vanligt{In(key.Language, "sv")}", $"“{proof.Form}” is mentioned more than usual{In(key.Language, "en")}"),
                proof.News, window, "documents", $"term={key.Term} language={key.Language}");
            signals.Add(signal with { Kind = "term", Level = SignalLevel.Signal, FocusArea = proof.FocusArea, Weight = Math.Round(signal.Weight - 0.1, 4) });
        }

        return signals;
    }

    /// <summary>" i texter på engelska": the reader's own language is not named.</summary>
    internal static string In(string termLanguage, string language) => termLanguage == language ? ""
        : Phrases.IsSwedish(language) ? " i texter på engelska" : " in Swedish texts";
}
