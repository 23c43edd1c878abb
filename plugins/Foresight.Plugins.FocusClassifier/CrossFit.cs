namespace Foresight.Plugins.FocusClassifier;

/// <summary>Separators of several labels, and what those that never saw a text say of it.</summary>
/// <param name="Separators">Per label, fitted on all texts.</param>
/// <param name="HeldOut">Per label and text the score by a separator that was fitted on the other folds.</param>
internal sealed record CrossFit(Separator[] Separators, float[][] HeldOut)
{
    /// <summary>Fits; each fit runs on one thread and on its own, so the result is the same however many run at once.</summary>
    public static CrossFit Of(IReadOnlyList<SparseText> texts, IReadOnlyList<Lesson> lessons, HingeTrainer trainer, int[] fold, ParallelOptions threads)
    {
        var folds = fold.Max() + 1;
        var members = Enumerable.Range(0, folds).Select(held => Enumerable.Range(0, fold.Length).Where(i => fold[i] == held).ToArray()).ToArray();
        var fitted = new CrossFit(new Separator[lessons.Count], [.. lessons.Select(_ => new float[texts.Count])]);
        // The last "fold" leaves nothing out.
        Parallel.For(0, (folds + 1) * lessons.Count, threads, job =>
        {
            var (held, l) = (job / lessons.Count, job % lessons.Count);
            var separator = trainer.Fit(Enumerable.Range(0, fold.Length).Where(i => fold[i] != held), lessons[l]);
            if (held == folds)
            {
                fitted.Separators[l] = separator;
                return;
            }

            foreach (var i in members[held])
                fitted.HeldOut[l][i] = separator.Score(texts[i]);
        });
        return fitted;
    }
}
