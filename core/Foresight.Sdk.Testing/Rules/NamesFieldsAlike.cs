using System.Runtime.CompilerServices;

namespace Foresight.Sdk.Testing.Rules;

internal sealed class NamesFieldsAlike : ISourceRule
{
    public string Sentence => "Where it names the fields of its answers, it does so with all records, and the same in another run over the same answers.";

    public async IAsyncEnumerable<string> BreachesAsync(SourceCase source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = await source.RunAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        var again = await source.RunAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        if (first.Batches.Any(batch => batch.Fields is { Count: 0 }))
        {
            yield return "A batch names an empty list of fields, which says that all of them are gone: leave it null where the answer says nothing.";
        }

        if (first.Batches.Any(batch => batch.Fields?.Any(string.IsNullOrWhiteSpace) is true))
        {
            yield return "A field has no name.";
        }

        if (first.Batches.Any(batch => batch.Fields is not null) && first.Batches.FirstOrDefault(batch => batch.Fields is null && HasRecords(batch)) is { } silent)
        {
            yield return $"A {silent.GetType().Name} with records names no fields, but others do: the host would miss them.";
        }

        if (NamesOf(first) is var names && NamesOf(again) is var others && names != others)
        {
            yield return $"The same answers had the fields {names} and then {others}.";
        }
    }

    // The host looks at the shape of documents and observations only.
    private static bool HasRecords(RecordBatch batch) => batch is DocumentBatch { Documents.Count: > 0 } or ObservationBatch { Count: > 0 } or RegisterBatch { Rows.Count: > 0 };

    private static string NamesOf(SourceRun run) => string.Join("; ", run.Batches.Select(batch => string.Join(' ', batch.Fields ?? [])));
}
