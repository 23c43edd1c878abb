using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>How common the new words are now and were before, the fastest growing first: what <c>emerging-terms</c> tells.</summary>
internal sealed class EmergingTermsChart(EmergingTermsOptions options) : IChart
{
    private const double Thousand = 1000;

    public async Task<ChartOutcome> BuildAsync(ChartContext context, CancellationToken cancellationToken)
    {
        var language = context.Language;
        var words = await NewWords.FindAsync(new AnalysisContext(context.Tables, context.Policy, context.Clock) { Sources = context.Sources }, options, cancellationToken).ConfigureAwait(false);
        var judged = words.Languages.Where(words.CanTell).ToArray();
        if (words.Found.Count == 0)
        {
            return ChartOutcome.Nothing(judged.Length == 0 ? TooFew(words, language) : NoneNew(judged, language));
        }

        var found = words.Found.OrderByDescending(word => word.Term.Stories.Ratio).ThenBy(word => word.Key.Term, StringComparer.Ordinal).ToArray();
        var (earlier, lately) = (options.Weeks - options.Now, BurstSentence.Lately(options.Now, language));
        return ChartOutcome.Drawn(new ChartSpec
        {
            Kind = ChartKind.GroupedBars,
            Title = Title(found, language),
            Subtitle = Say(
                language,
                $"Nyheter av tusen som har ordet, {lately} ({Span(words.Window, earlier, options.Weeks - 1, language)}) och {BurstSentence.Weeks(earlier, language)} dessförinnan; störst tillväxt överst",
                $"Stories in a thousand that have the word, {lately} ({Span(words.Window, earlier, options.Weeks - 1, language)}) and {BurstSentence.Weeks(earlier, language)} before; the fastest growing on top"),
            Unit = Say(language, "nyheter av tusen", "stories in a thousand"),
            Decimals = 1,
            Series =
            [
                new ChartSeries { Name = Phrases.Capitalised(lately), Emphasis = Emphasis.Us, Points = [.. found.Select(word => Point(word, now: true, language))] },
                new ChartSeries { Name = Say(language, "Dessförinnan", "Before"), Emphasis = Emphasis.Reference, Points = [.. found.Select(word => Point(word, now: false, language))] },
            ],
            SourceLine = Say(language, "Egen bearbetning av de bevakade källornas dokument.", "Own calculations from the documents of the watched sources."),
            Notes =
            [
                Say(language, "Speglar vad de bevakade källorna skriver, inte hur viktigt det är. ", "Mirrors what the watched sources write, not how important it is. ")
                    + string.Join(' ', words.Languages.Except(judged).Select(unjudged => words.WhyNot(unjudged).In(language))),
            ],
            Evidence = [.. found.SelectMany(word => Evidence(word, words.Window))],
        });
    }

    private string Title(NewWord[] found, string language)
    {
        var stories = found[0].Term.Stories;
        var word = Quoted(found[0], language);
        var (now, weeks) = (BurstSentence.Stories(stories.Now, language), Phrases.Count(options.Now, language));
        var before = Wording.Number(stories.Before, language);
        return Say(
            language,
            $"{(found.Length == 1 ? "Ett nytt ord," : "Nya ord, främst")} {word}: {now} på {weeks} {(options.Now == 1 ? "vecka" : "veckor")}, mot {before} förut",
            $"{(found.Length == 1 ? "A new word," : "New words, led by")} {word}: {now} in {weeks} {(options.Now == 1 ? "week" : "weeks")}, against {before} before");
    }

    private static ChartPoint Point(NewWord word, bool now, string language)
    {
        var stories = word.Term.Stories;
        var (have, all) = now ? (stories.Now, stories.AllNow) : (stories.Before, stories.AllBefore);
        var counted = Say(language, $"{Wording.Number(have, language)} av {Wording.Number(all, language)}", $"{Wording.Number(have, language)} of {Wording.Number(all, language)}");
        return new ChartPoint
        {
            Label = Quoted(word, language),
            Value = Math.Round(Thousand * have / all, 4),
            Note = now ? $"{counted}, {BurstSentence.Publishers(word.Term.Publishers, language)}" : counted,
        };
    }

    private IEnumerable<Evidence> Evidence(NewWord word, NewsWindow window)
    {
        var (stories, now) = (word.Term.Stories, window.Weeks - options.Now);
        foreach (var (have, all, days) in new[] { (stories.Now, stories.AllNow, window.Days(now, window.Weeks - 1)), (stories.Before, stories.AllBefore, window.Days(0, now - 1)) })
        {
            var record = $"term={word.Key.Term} language={word.Key.Language} {days}";
            yield return NewsEvidence.Count("documents", have, record, "count of stories whose first report has the term");
            yield return NewsEvidence.Count("documents", all, $"language={word.Key.Language} {days}", "count of stories");
            yield return NewsEvidence.Count("documents", Math.Round(Thousand * have / all, 4), record, "stories with the term in a thousand stories");
        }

        yield return NewsEvidence.Count("documents", word.Term.Publishers, $"term={word.Key.Term} language={word.Key.Language} {window.Days(now, window.Weeks - 1)}", "count of publishers with a story of their own");
    }

    private string NoneNew(LanguageStories[] judged, string language)
    {
        string Counts(LanguageStories stories) => Say(
            language,
            $"{Wording.Number(stories.Now, language)} mot {Wording.Number(stories.Before, language)} på {(stories.Language == "sv" ? "svenska" : "engelska")}",
            $"{Wording.Number(stories.Now, language)} against {Wording.Number(stories.Before, language)} in {(stories.Language == "sv" ? "Swedish" : "English")}");
        var counts = Phrases.AndList([.. judged.Select(Counts)], language);
        return Say(
            language,
            $"Inget nytt ord sticker ut i nyheterna {BurstSentence.Lately(options.Now, language)} jämfört med dessförinnan ({counts}).",
            $"No new word stands out in the news {BurstSentence.Lately(options.Now, language)} compared with before ({counts}).");
    }

    private string TooFew(NewWords words, string language)
    {
        var (now, before) = (words.Languages.Max(stories => stories.Now), words.Languages.Max(stories => stories.Before));
        return Say(
            language,
            $"För få nyheter för att se nya ord: som mest {BurstSentence.Stories(now, language)} på ett språk {BurstSentence.Lately(options.Now, language)} och {Wording.Number(before, language)} dessförinnan, och det behövs {Wording.Number(options.AtLeast, language)} av båda.",
            $"Too few stories to see new words: at most {BurstSentence.Stories(now, language)} in a language {BurstSentence.Lately(options.Now, language)} and {Wording.Number(before, language)} before, and it takes {Wording.Number(options.AtLeast, language)} of both.");
    }

    private static string Quoted(NewWord word, string language) =>
        Say(language, $"”{word.Proof.Form}”", $"“{word.Proof.Form}”") + (word.Key.Language == language ? "" : Say(language, " (engelska)", " (Swedish)"));

    private static string Span(NewsWindow window, int from, int to, string language) =>
        $"{Wording.Day(window.First(from), language)}–{Wording.Day(window.First(to + 1).AddDays(-1), language)}";

    private static string Say(string language, string sv, string en) => Phrases.IsSwedish(language) ? sv : en;
}
