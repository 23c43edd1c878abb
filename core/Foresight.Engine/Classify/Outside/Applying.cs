using System.Globalization;
using Foresight.Engine.Store.Files;
using Foresight.Sdk;

namespace Foresight.Engine.Classify.Outside;

/// <summary>What applying a model did.</summary>
/// <param name="Texts">How many texts were judged.</param>
/// <param name="None">Of these, how many belong to no label.</param>
/// <param name="PerLabel">How many belong to each label, in the model's order.</param>
public sealed record ApplyResult(long Texts, long None, IReadOnlyDictionary<string, long> PerLabel);

/// <summary>Judges a file of texts into a file of verdicts, of more texts than memory holds.</summary>
public static class Applying
{
    /// <summary>Texts at a time: enough for all cores, few enough for memory.</summary>
    private const int Page = 2000;

    /// <summary>Characters at a time, since a single text may be megabytes long.</summary>
    private const int Characters = 8_000_000;

    /// <summary>More problems than this nobody reads.</summary>
    private const int Problems = 100;

    /// <summary>Judges all; the output appears whole or not at all.</summary>
    /// <exception cref="LabelFileException">The input is wrong; all that is wrong, each with file and line.</exception>
    public static async Task<ApplyResult> RunAsync(IClassifier classifier, string input, string output, CancellationToken cancellationToken)
    {
        // Both names are looked at before any work.
        var form = TextFile.FormOf(output);
        TextFile.FormOf(input);
        NamedFile.ThrowIfNotThere(input);
        NamedFile.ThrowIfNoPlace(output);
        var aside = $"{output}.{Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)}.tmp";
        var counts = new Counts(classifier.Labels);
        var problems = new List<string>();
        try
        {
            using (var writer = new VerdictWriter(aside, form, TextFile.IsPacked(output), classifier.Labels))
            {
                using var rows = TextRows.Read(input).GetEnumerator();
                // The next texts are read while these are judged.
                var next = Task.Run(() => Next(rows, problems), cancellationToken);
                try
                {
                    while (await next.ConfigureAwait(false) is { Count: > 0 } page)
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        next = Task.Run(() => Next(rows, problems), cancellationToken);
                        Judge(classifier, page, counts, writer);
                    }
                }
                finally
                {
                    // Nothing may read on once the file is closed.
                    await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }

            if (problems.Count > 0)
                throw new LabelFileException(problems);
            File.Move(aside, output, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }

        return counts.Result();
    }

    private static void Judge(IClassifier classifier, List<TextRow> page, Counts counts, VerdictWriter writer)
    {
        var verdicts = classifier.Classify([.. page.Select(row => row.Text)]);
        foreach (var (row, verdict) in page.Zip(verdicts))
        {
            counts.Add(verdict);
            writer.Write(row.Id, verdict);
        }
    }

    /// <summary>The next page. Once something is wrong the rest is only read for what else is wrong, and no page comes any more.</summary>
    private static List<TextRow> Next(IEnumerator<TextRow> rows, List<string> problems)
    {
        var page = new List<TextRow>();
        for (var characters = 0; page.Count < Page && characters < Characters && problems.Count < Problems && rows.MoveNext();)
        {
            var row = rows.Current;
            if (row.Problem is { } problem)
                problems.Add(problem);
            else if (problems.Count == 0)
                page.Add(row);
            characters += problems.Count == 0 ? row.Text.Text.Length : 0;
        }

        return problems.Count == 0 ? page : [];
    }

    private sealed class Counts(IReadOnlyList<string> labels)
    {
        private readonly long[] _perLabel = new long[labels.Count];
        private long _texts;
        private long _none;

        public void Add(Verdict verdict)
        {
            _texts++;
            _none += verdict.Scores.Any(score => score.Belongs) ? 0 : 1;
            for (var label = 0; label < _perLabel.Length; label++)
                _perLabel[label] += verdict.Scores[label].Belongs ? 1 : 0;
        }

        public ApplyResult Result() => new(_texts, _none, labels.Index().ToDictionary(pair => pair.Item, pair => _perLabel[pair.Index], StringComparer.Ordinal));
    }
}
