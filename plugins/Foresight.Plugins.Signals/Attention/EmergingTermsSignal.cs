using Foresight.Methods.Attention;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>Words that were rare and now grow fast, told by several publishers independently of each other, per language.</summary>
internal sealed class EmergingTermsSignal(EmergingTermsOptions options) : IAnalysis
{
    public async Task<AnalysisOutcome> AnalyseAsync(AnalysisContext context, CancellationToken cancellationToken)
    {
        var window = new NewsWindow(DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime), options.Weeks);
        var terms = await NewsTerms.ReaderAsync(context).ConfigureAwait(false);
        var counters = await NewsTerms.CountAsync(context, terms, window, options.Now, options.LeastStories, cancellationToken).ConfigureAwait(false);
        var silences = new List<Silence>();
        var found = new List<(TermKey Key, EmergingTerm Term, int Missed)>();
        foreach (var language in NewsTerms.Languages)
        {
            var counter = counters[language];
            var (now, before) = (counter.Stories[^options.Now..].ToArray().Sum(), counter.Stories[..^options.Now].ToArray().Sum());
            if (now < options.AtLeast || before < options.AtLeast)
            {
                silences.Add(new Silence("emerging-terms/" + language, null, TooFew(language, now, before)));
                continue;
            }

            found.AddRange(EmergingTerms.Find(counter, new EmergingTermOptions
            {
                Now = options.Now,
                LeastStories = options.LeastStories,
                LeastPublishers = options.LeastPublishers,
                MostBefore = options.MostBefore,
                FalseDiscovery = options.FalseDiscovery,
            }).Take(4 * options.Most).Select(term => (new TermKey(language, term.Term), term, counter.Missed)));
        }

        var told = found.OrderBy(term => term.Term.Adjusted).ThenBy(term => term.Key.Term, StringComparer.Ordinal).ToArray();
        var since = told.ToDictionary(term => term.Key, _ => window.Weeks - options.Now);
        var proofs = await TermProof.ReadAsync(context, terms, window, since, cancellationToken).ConfigureAwait(false);
        var groups = new List<List<(TermKey Key, EmergingTerm Term)>>();
        foreach (var term in told)
        {
            // Words of the same stories are one finding: the surest of them, with the others named.
            var same = groups.FirstOrDefault(group => proofs[group[0].Key].IsTheSameAs(proofs[term.Key]));
            if (same is not null)
            {
                same.Add((term.Key, term.Term));
            }
            else if (groups.Count < options.Most)
            {
                groups.Add([(term.Key, term.Term)]);
            }
        }

        return new AnalysisOutcome([.. groups.Select(group => SignalOf(group, proofs, window))]) { Silences = silences };
    }

    private Signal SignalOf(List<(TermKey Key, EmergingTerm Term)> group, IReadOnlyDictionary<TermKey, TermProof> proofs, NewsWindow window)
    {
        var (key, term) = group[0];
        var (proof, stories, reports) = (proofs[key], term.Stories, term.Reports);
        var (now, before) = (window.Days(window.Weeks - options.Now, window.Weeks - 1), window.Days(0, window.Weeks - options.Now - 1));
        var record = $"term={key.Term} language={key.Language}";
        var (low, high) = stories.Interval;
        string Headline(string language) => Phrases.IsSwedish(language)
            ? $"Nytt ord i nyheterna{TermBursts.In(key.Language, language)}: ”{proof.Form}” står i {BurstSentence.Stories(stories.Now, language)} av {Wording.Number(stories.AllNow, language)} {BurstSentence.Lately(options.Now, language)}, mot {Wording.Number(stories.Before, language)} av {Wording.Number(stories.AllBefore, language)} dessförinnan."
            : $"A new word in the news{TermBursts.In(key.Language, language)}: “{proof.Form}” is in {BurstSentence.Stories(stories.Now, language)} of {Wording.Number(stories.AllNow, language)} {BurstSentence.Lately(options.Now, language)}, against {Wording.Number(stories.Before, language)} of {Wording.Number(stories.AllBefore, language)} before.";
        return new Signal
        {
            Id = $"term/{key.Language}/{key.Term}",
            Kind = "term",
            FocusArea = proof.FocusArea,
            Level = SignalLevel.Signal,
            Steep = proof.News.Steep,
            Publishers = term.Publishers,
            Method = BurstSignal.Method,
            Headline = new LocalText(Headline("sv"), Headline("en")),
            Caveat = Caveat(group, proofs, reports.Now, term.Publishers),
            Weight = Math.Round(Math.Min(0.45, 0.2 + (0.01 * -Math.Log10(Math.Max(term.Adjusted, 1e-25)))), 4),
            Figures =
            [
                new SignalFigure("share-before", (double)stories.Before / stories.AllBefore),
                new SignalFigure("share-now", (double)stories.Now / stories.AllNow),
                new SignalFigure("ratio", stories.Ratio) { Low = low, High = high, Confidence = 0.95, Method = "log interval, half a story added" },
                new SignalFigure("log-likelihood-ratio", stories.LogLikelihoodRatio) { Method = "Dunning" },
                new SignalFigure("p-value", term.Adjusted) { Method = "Fisher's exact test, adjusted by Benjamini and Hochberg" },
                new SignalFigure("reports", reports.Now),
            ],
            Evidence =
            [
                NewsEvidence.Count("documents", stories.Now, $"{record} {now}", "count of stories whose first report has the term"),
                NewsEvidence.Count("documents", stories.AllNow, $"language={key.Language} {now}", "count of stories"),
                NewsEvidence.Count("documents", stories.Before, $"{record} {before}", "count of stories whose first report has the term"),
                NewsEvidence.Count("documents", stories.AllBefore, $"language={key.Language} {before}", "count of stories"),
                NewsEvidence.Count("documents", reports.Now, $"{record} {now}", "count of reports"),
                NewsEvidence.Count("documents", term.Publishers, $"{record} {now}", "count of publishers with a story of their own"),
                .. proof.News.Documents,
            ],
        };
    }

    private static LocalText Caveat(List<(TermKey Key, EmergingTerm Term)> group, IReadOnlyDictionary<TermKey, TermProof> proofs, long reports, int publishers)
    {
        const int MostOthers = 3;
        var others = group.Skip(1).Take(MostOthers).Select(term => proofs[term.Key].Form).ToArray();
        var (sv, en) = others.Length == 0 ? ("", "")
            : ($" I samma nyheter: {string.Join(", ", others.Select(form => $"”{form}”"))}.", $" In the same stories: {string.Join(", ", others.Select(form => $"“{form}”"))}.");
        return new LocalText(
            $"{BurstSentence.Reports(reports, "sv")} från {BurstSentence.Publishers(publishers, "sv")} med egna nyheter.{sv}",
            $"{BurstSentence.Reports(reports, "en")} from {BurstSentence.Publishers(publishers, "en")} with stories of their own.{en}");
    }

    private LocalText TooFew(string language, int now, int before)
    {
        var (sv, en) = language == "sv" ? ("svenska", "Swedish") : ("engelska", "English");
        return new LocalText(
            $"Nya ord på {sv} kan inte bedömas: {BurstSentence.Stories(now, "sv")} {BurstSentence.Lately(options.Now, "sv")} och {Wording.Number(before, "sv")} dessförinnan; det behövs {Wording.Number(options.AtLeast, "sv")} av båda.",
            $"New words in {en} cannot be judged: {BurstSentence.Stories(now, "en")} {BurstSentence.Lately(options.Now, "en")} and {Wording.Number(before, "en")} before; it takes {Wording.Number(options.AtLeast, "en")} of both.");
    }
}
