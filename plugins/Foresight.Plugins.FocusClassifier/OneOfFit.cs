using Foresight.Sdk;

namespace Foresight.Plugins.FocusClassifier;

/// <summary>Calibrates the labels of an exclusive group together, and chooses from which probability on the likeliest is said.</summary>
/// <param name="Calibrations">Per label.</param>
/// <param name="Threshold">The same for all labels.</param>
internal sealed record OneOfFit(Calibration[] Calibrations, double Threshold)
{
    /// <summary>Of what is said so many are right, on held-out texts; the rest stays unsaid.</summary>
    private const double Right = 0.8;

    /// <summary>Fits on the held-out scores of some texts; those without one of the labels are passed over.</summary>
    public static OneOfFit Of(IReadOnlyList<Lesson> lessons, float[][] heldOut, IEnumerable<int> among)
    {
        var texts = among.Where(i => lessons[0].Weights[i] > 0 && LabelOf(lessons, i) >= 0).ToArray();
        var scores = heldOut.Select(given => texts.Select(i => given[i]).ToArray()).ToArray();
        var (label, weights) = (texts.Select(i => LabelOf(lessons, i)).ToArray(), texts.Select(i => lessons[0].Weights[i]).ToArray());
        var calibrations = Softmax.Fit(scores, label, weights);
        var said = texts.Select((_, n) =>
        {
            var (likeliest, probability) = Likeliest(calibrations, scores, n);
            return (P: probability, Weight: (double)weights[n], Hit: likeliest == label[n] ? weights[n] : 0.0);
        }).OrderByDescending(d => d.P).ToArray();
        var (last, all, hits) = (said.Length - 1, said.Sum(d => d.Weight), said.Sum(d => d.Hit));
        while (last >= 0 && hits < Right * all)
        {
            all -= said[last].Weight;
            hits -= said[last--].Hit;
        }

        return new OneOfFit(calibrations, last < 0 ? 1 : last == said.Length - 1 ? 0 : said[last].P);
    }

    /// <summary>Figures per label from the folds: each is judged by what was fitted on the others.</summary>
    public static IReadOnlyList<LabelCard> Cards(IReadOnlyList<Lesson> lessons, float[][] heldOut, int[] fold, double threshold)
    {
        var says = lessons.Select(_ => new bool[fold.Length]).ToArray();
        for (var held = fold.Max(); held >= 0; held--)
        {
            var fit = Of(lessons, heldOut, Enumerable.Range(0, fold.Length).Where(i => fold[i] != held));
            for (var i = 0; i < fold.Length; i++)
            {
                if (fold[i] == held && Likeliest(fit.Calibrations, heldOut, i) is var (label, probability))
                    says[label][i] = probability >= fit.Threshold;
            }
        }

        return [.. lessons.Select((lesson, l) => HeldOutFigures.Of(lesson, says[l]).ToCard(lesson, threshold))];
    }

    private static (int Label, double Probability) Likeliest(Calibration[] calibrations, float[][] scores, int i)
    {
        var probabilities = Softmax.Probabilities(calibrations, [.. scores.Select(given => (double)given[i])]);
        var highest = probabilities.Max();
        return (Array.IndexOf(probabilities, highest), highest);
    }

    private static int LabelOf(IReadOnlyList<Lesson> lessons, int text)
    {
        for (var l = 0; l < lessons.Count; l++)
        {
            if (lessons[l].Belongs[text])
                return l;
        }

        return -1;
    }
}
