using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>Words that were rare and now grow fast, told by several publishers independently of each other, per language.</summary>
internal sealed class EmergingTermsSignal(EmergingTermsOptions options) : IAnalysis
{
    public async Task<AnalysisOutcome> AnalyseAsync(AnalysisContext context, CancellationToken cancellationToken)
    {
        var words = await NewWords.FindAsync(context, options, cancellationToken).ConfigureAwait(false);
        return new AnalysisOutcome([.. words.Found.Select(word => SignalOf(word, words.Window))])
        {
            Silences = [.. words.Languages.Where(language => !words.CanTell(language)).Select(language => new Silence("emerging-terms/" + language.Language, null, words.WhyNot(language)))],
        };
    }

    private Signal SignalOf(NewWord word, NewsWindow window)
    {
        var (key, term, proof) = (word.Key, word.Term, word.Proof);
        var (stories, reports) = (term.Stories, term.Reports);
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
            Caveat = Caveat(word.Others, reports.Now, term.Publishers),
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

    private static LocalText Caveat(IReadOnlyList<string> all, long reports, int publishers)
    {
        const int MostOthers = 3;
        var others = all.Take(MostOthers).ToArray();
        var (sv, en) = others.Length == 0 ? ("", "")
            : ($" I samma nyheter: {string.Join(", ", others.Select(form => $"”{form}”"))}.", $" In the same stories: {string.Join(", ", others.Select(form => $"“{form}”"))}.");
        return new LocalText(
            $"{BurstSentence.Reports(reports, "sv")} från {BurstSentence.Publishers(publishers, "sv")} med egna nyheter.{sv}",
            $"{BurstSentence.Reports(reports, "en")} from {BurstSentence.Publishers(publishers, "en")} with stories of their own.{en}");
    }
}
