using System.Runtime.CompilerServices;

namespace Foresight.Sdk.Testing.Rules;

internal sealed class ReadsRecords : ISourceRule
{
    private const int LongestCursor = 4096;

    public string Sentence => "A first run reads records from the recorded answers to its end.";

    public async IAsyncEnumerable<string> BreachesAsync(SourceCase source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await source.RunAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        if (run.Error is not null)
        {
            yield return $"It ended with {run.Error.GetType().Name}: {run.Error.Message}";
        }

        if (run.Records.Count == 0)
        {
            yield return $"It gave no record ({run.Batches.Count} batches, {run.Rejected} rejections).";
        }

        if (run.Batches.Any(batch => batch is DocumentBatch) && run.Batches.Any(batch => batch is ObservationBatch))
        {
            yield return "It gave documents and observations; an entry gives one of the two.";
        }

        foreach (var batch in run.Batches.Where(batch => batch.Next is { Value.Length: > LongestCursor }))
        {
            yield return $"A cursor has {batch.Next!.Value.Value.Length} characters; {LongestCursor} are the most.";
        }

        foreach (var document in run.Documents.Where(document => document.Published is { Start.Year: 1 } or { IsDay: false, Start.Ticks: 0 }))
        {
            yield return $"{document.Id} is published in the year 1: leave the moment out where the source gives none.";
        }
    }
}
