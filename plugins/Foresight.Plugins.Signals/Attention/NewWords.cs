using Foresight.Methods.Attention;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>A word that was rare and now grows fast.</summary>
/// <param name="Key">The word as it is counted.</param>
/// <param name="Term">Its counts.</param>
/// <param name="Proof">Its stories.</param>
/// <param name="Others">Further new words of the same stories, as they are told.</param>
internal sealed record NewWord(TermKey Key, EmergingTerm Term, TermProof Proof, IReadOnlyList<string> Others);

/// <summary>The stories of a language, now and before.</summary>
internal sealed record LanguageStories(string Language, int Now, int Before);

/// <summary>The new words of every language, and the languages with too few stories to tell: what <c>emerging-terms</c> tells and its chart draws.</summary>
internal sealed class NewWords
{
    private readonly EmergingTermsOptions _options;

    private NewWords(EmergingTermsOptions options, NewsWindow window) => (_options, Window) = (options, window);

    public NewsWindow Window { get; }

    /// <summary>All languages that are read.</summary>
    public required IReadOnlyList<LanguageStories> Languages { get; init; }

    /// <summary>The words, the surest first.</summary>
    public required IReadOnlyList<NewWord> Found { get; init; }

    public static async Task<NewWords> FindAsync(AnalysisContext context, EmergingTermsOptions options, CancellationToken cancellationToken)
    {
        var window = new NewsWindow(DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime), options.Weeks);
        var terms = await NewsTerms.ReaderAsync(context).ConfigureAwait(false);
        var counters = await NewsTerms.CountAsync(context, terms, window, options.Now, options.LeastStories, cancellationToken).ConfigureAwait(false);
        var languages = NewsTerms.Languages.Select(language => new LanguageStories(
            language, counters[language].Stories[^options.Now..].ToArray().Sum(), counters[language].Stories[..^options.Now].ToArray().Sum())).ToArray();
        var likely = languages.Where(language => IsEnough(language, options)).SelectMany(language => EmergingTerms.Find(counters[language.Language], new EmergingTermOptions
        {
            Now = options.Now,
            LeastStories = options.LeastStories,
            LeastPublishers = options.LeastPublishers,
            MostBefore = options.MostBefore,
            FalseDiscovery = options.FalseDiscovery,
        }).Take(4 * options.Most).Select(term => (Key: new TermKey(language.Language, term.Term), Term: term)))
            .OrderBy(term => term.Term.Adjusted).ThenBy(term => term.Key.Term, StringComparer.Ordinal).ToArray();
        var since = likely.ToDictionary(term => term.Key, _ => window.Weeks - options.Now);
        var proofs = await TermProof.ReadAsync(context, terms, window, since, cancellationToken).ConfigureAwait(false);
        return new NewWords(options, window) { Languages = languages, Found = Grouped(likely, proofs, options.Most) };
    }

    /// <summary>Whether a language has enough stories.</summary>
    public bool CanTell(LanguageStories language) => IsEnough(language, _options);

    /// <summary>Why a language cannot be judged.</summary>
    public LocalText WhyNot(LanguageStories language)
    {
        var (sv, en) = language.Language == "sv" ? ("svenska", "Swedish") : ("engelska", "English");
        return new LocalText(
            $"Nya ord på {sv} kan inte bedömas: {BurstSentence.Stories(language.Now, "sv")} {BurstSentence.Lately(_options.Now, "sv")} och {Wording.Number(language.Before, "sv")} dessförinnan; det behövs {Wording.Number(_options.AtLeast, "sv")} av båda.",
            $"New words in {en} cannot be judged: {BurstSentence.Stories(language.Now, "en")} {BurstSentence.Lately(_options.Now, "en")} and {Wording.Number(language.Before, "en")} before; it takes {Wording.Number(_options.AtLeast, "en")} of both.");
    }

    /// <summary>Words of the same stories are one finding: the surest of them, with the others named.</summary>
    private static NewWord[] Grouped(IEnumerable<(TermKey Key, EmergingTerm Term)> likely, IReadOnlyDictionary<TermKey, TermProof> proofs, int most)
    {
        var groups = new List<List<(TermKey Key, EmergingTerm Term)>>();
        foreach (var term in likely)
        {
            var same = groups.FirstOrDefault(group => proofs[group[0].Key].IsTheSameAs(proofs[term.Key]));
            if (same is not null)
            {
                same.Add(term);
            }
            else if (groups.Count < most)
            {
                groups.Add([term]);
            }
        }

        return [.. groups.Select(group => new NewWord(group[0].Key, group[0].Term, proofs[group[0].Key], [.. group.Skip(1).Select(term => proofs[term.Key].Form)]))];
    }

    private static bool IsEnough(LanguageStories language, EmergingTermsOptions options) => language.Now >= options.AtLeast && language.Before >= options.AtLeast;
}
