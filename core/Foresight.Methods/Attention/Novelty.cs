namespace Foresight.Methods.Attention;

/// <summary>A document as novelty sees it.</summary>
/// <param name="Story">What it tells: reports of one story are not compared.</param>
/// <param name="Day">The number of its day.</param>
/// <param name="Terms">Its terms, each once.</param>
public sealed record NoveltyDocument(string Story, int Day, IReadOnlyList<string> Terms);

/// <summary>
/// How unlike a document is to all before it: 1 − the greatest cosine with an earlier document of the window, terms weighted by their inverse
/// document frequency ln(N / df). It is first-story detection's measure (Allan, Lavrenko and Jin, "First story detection in TDT is hard",
/// CIKM 2000). 0 for a document that repeats another, 1 for one that shares nothing; what is much depends on the archive and its language, so it is
/// read as a rank among documents of one area, never alone.
/// </summary>
public static class Novelty
{
    /// <summary>Fewer terms say too little: a short text is unlike all others.</summary>
    public const int LeastTerms = 12;

    /// <summary>A document's most telling terms stand for it: a long text costs no more than a short one.</summary>
    private const int MostTerms = 60;

    /// <summary>A term in more of the documents tells none of them apart.</summary>
    private const double MostCommon = 0.25;

    /// <summary>The novelty of each document against those before it.</summary>
    /// <param name="documents">The documents, the oldest first.</param>
    /// <param name="window">How many days back a document is compared.</param>
    /// <param name="asked">Which documents to judge; the others are only compared with.</param>
    /// <returns>Null where it was not asked, has fewer than <see cref="LeastTerms"/> terms, or nothing stands before it.</returns>
    public static double?[] Of(IReadOnlyList<NoveltyDocument> documents, int window, Func<int, bool> asked)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(asked);
        var vectors = Vectors(documents);
        var postings = new Dictionary<int, List<(int Document, double Weight)>>();
        var novelty = new double?[documents.Count];
        var likeness = new double[documents.Count];
        var (oldest, touched) = (0, new List<int>());
        for (var i = 0; i < documents.Count; i++)
        {
            while (documents[oldest].Day < documents[i].Day - window)
            {
                oldest++;
            }

            if (asked(i) && documents[i].Terms.Count >= LeastTerms && oldest < i)
            {
                novelty[i] = 1 - Closest(documents, vectors[i], postings, likeness, touched, oldest, documents[i].Story);
            }

            foreach (var (term, weight) in vectors[i])
            {
                if (!postings.TryGetValue(term, out var list))
                {
                    postings.Add(term, list = []);
                }

                list.Add((i, weight));
            }
        }

        return novelty;
    }

    private static double Closest(
        IReadOnlyList<NoveltyDocument> documents, (int Term, double Weight)[] vector, Dictionary<int, List<(int Document, double Weight)>> postings,
        double[] likeness, List<int> touched, int oldest, string story)
    {
        touched.Clear();
        foreach (var (term, weight) in vector)
        {
            if (!postings.TryGetValue(term, out var list))
            {
                continue;
            }

            for (var at = list.Count - 1; at >= 0 && list[at].Document >= oldest; at--)
            {
                if (likeness[list[at].Document] == 0)
                {
                    touched.Add(list[at].Document);
                }

                likeness[list[at].Document] += weight * list[at].Weight;
            }
        }

        var closest = 0.0;
        foreach (var other in touched)
        {
            closest = documents[other].Story == story ? closest : Math.Max(closest, likeness[other]);
            likeness[other] = 0;
        }

        return Math.Min(1, closest);
    }

    /// <summary>Each document's terms with their weights, of length 1.</summary>
    private static (int Term, double Weight)[][] Vectors(IReadOnlyList<NoveltyDocument> documents)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var frequency = new List<int>();
        foreach (var term in documents.SelectMany(document => document.Terms))
        {
            if (numbers.TryAdd(term, frequency.Count))
            {
                frequency.Add(0);
            }

            frequency[numbers[term]]++;
        }

        var most = Math.Max(1, MostCommon * documents.Count);
        return
        [
            .. documents.Select(document =>
            {
                var weights = document.Terms.Select(term => numbers[term]).Where(term => frequency[term] <= most)
                    .Select(term => (Term: term, Weight: Math.Log((double)documents.Count / frequency[term])))
                    .OrderByDescending(term => term.Weight).ThenBy(term => term.Term).Take(MostTerms).ToArray();
                var length = Math.Sqrt(weights.Sum(term => term.Weight * term.Weight));
                return length == 0 ? [] : weights.Select(term => (term.Term, term.Weight / length)).ToArray();
            }),
        ];
    }
}
