namespace Foresight.Plugins.FocusClassifier;

/// <summary>
/// A label's second opinion: a logistic regression over the scores of all labels, for one label's score tells of another (what is surely about
/// schools is less likely about waste), and over the labels of the nearest texts. What it makes of the scores is linear, so that folds into the
/// weights and costs nothing when texts are judged.
/// </summary>
/// <param name="Coefficients">One per input: the labels' scores in their order, then what the nearest texts tell.</param>
/// <param name="Offset">What is added.</param>
internal sealed record Stack(double[] Coefficients, double Offset)
{
    /// <summary>How strongly the other labels' coefficients are held small: with few texts they stay near zero.</summary>
    private const double Ridge = 3;

    /// <summary>Of very many labels only those are heard whose scores go most with or against this one: the cost grows with their square.</summary>
    private const int MostOthers = 24;

    /// <summary>Of so many of those the shares among the nearest texts are heard too.</summary>
    private const int MostNearest = 5;

    /// <summary>Fits on the held-out scores of some texts.</summary>
    /// <param name="label">The label's place.</param>
    /// <param name="labels">How many of the inputs are labels' scores.</param>
    /// <param name="heldOut">Per input its held-out value for each text.</param>
    /// <param name="lesson">What the texts teach of the label.</param>
    /// <param name="texts">The texts to fit on.</param>
    public static Stack Of(int label, int labels, float[][] heldOut, Lesson lesson, int[] texts)
    {
        var among = lesson.Among(texts);
        var inputs = heldOut.Select(scores => texts.Select(i => scores[i]).ToArray()).ToArray();
        int[] heard = [label, .. Enumerable.Range(0, labels).Where(l => l != label)
            .OrderByDescending(l => Math.Abs(Correlation(inputs[l], among))).Take(MostOthers)];
        heard = [.. heard, .. Enumerable.Range(labels, heldOut.Length - labels)
            .Where(input => input == heldOut.Length - 1 || heard.AsSpan(0, Math.Min(heard.Length, MostNearest + 1)).Contains((input - labels) % labels))];
        var fitted = LogisticFit.Fit([.. heard.Select(l => inputs[l])], Calibration.Targets(among), among.Weights, [.. heard.Select(l => l == label ? 0 : Ridge)]);
        var coefficients = new double[heldOut.Length];
        for (var k = 0; k < heard.Length; k++)
            coefficients[heard[k]] = fitted[k];
        return new Stack(coefficients, fitted[^1]);
    }

    /// <summary>The held-out scores of the stack itself: each fold by a stack that was fitted on the others.</summary>
    public static float[] HeldOut(int label, int labels, float[][] heldOut, Lesson lesson, int[] fold)
    {
        var scores = new float[fold.Length];
        foreach (var held in fold.Distinct())
        {
            var stack = Of(label, labels, heldOut, lesson, [.. Enumerable.Range(0, fold.Length).Where(i => fold[i] != held)]);
            for (var i = 0; i < fold.Length; i++)
            {
                if (fold[i] == held)
                    scores[i] = stack.Score(heldOut, i);
            }
        }

        return scores;
    }

    /// <summary>One separator instead of all labels' separators and the stack on them.</summary>
    public Separator Fold(IReadOnlyList<Separator> separators)
    {
        var weights = new float[separators[0].Weights.Length];
        var bias = Offset;
        for (var l = 0; l < separators.Count; l++)
        {
            var coefficient = (float)Coefficients[l];
            bias += coefficient * separators[l].Bias;
            for (var f = 0; f < weights.Length; f++)
                weights[f] += coefficient * separators[l].Weights[f];
        }

        return new Separator(weights, (float)bias);
    }

    /// <summary>What each input from the nearest texts weighs.</summary>
    public float[] OfNearest(int labels) => [.. Coefficients.Skip(labels).Select(coefficient => (float)coefficient)];

    private float Score(float[][] scores, int i)
    {
        var sum = Offset;
        for (var l = 0; l < scores.Length; l++)
            sum += Coefficients[l] * scores[l][i];
        return (float)sum;
    }

    private static double Correlation(float[] scores, Lesson lesson)
    {
        var (mean, share, weight) = (0.0, 0.0, 0.0);
        for (var i = 0; i < scores.Length; i++)
        {
            weight += lesson.Weights[i];
            mean += lesson.Weights[i] * scores[i];
            share += lesson.Belongs[i] ? lesson.Weights[i] : 0;
        }

        (mean, share) = (mean / weight, share / weight);
        var (product, squares) = (0.0, 1e-12);
        for (var i = 0; i < scores.Length; i++)
        {
            product += lesson.Weights[i] * (scores[i] - mean) * ((lesson.Belongs[i] ? 1 : 0) - share);
            squares += lesson.Weights[i] * (scores[i] - mean) * (scores[i] - mean);
        }

        return product / Math.Sqrt(squares);
    }
}
