using System.Runtime.CompilerServices;

namespace Foresight.Sdk.Testing.Rules;

internal sealed class SecondRunIsEmpty : ISourceRule
{
    public string Sentence => "A second run, from the cursor of the first, gives nothing that is not known, and its cursor stays.";

    public async IAsyncEnumerable<string> BreachesAsync(SourceCase source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = await source.RunAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        var second = await source.RunAsync(first.Cursor, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (second.Error is not null)
        {
            yield return $"The second run ended with {second.Error.GetType().Name}: {second.Error.Message}";
        }

        var known = first.Latest();
        foreach (var (key, content) in second.Records.Where(record => known.GetValueOrDefault(record.Key) != record.Content).Take(5))
        {
            yield return known.TryGetValue(key, out var before) ? $"{key} changed: {before} became {content}." : $"{key} was not there before.";
        }

        if (second.Cursor != first.Cursor)
        {
            yield return $"The cursor moved from {first.Cursor?.Value} to {second.Cursor?.Value} although nothing was new.";
        }

        if (second.Batches.Any(batch => batch.EndsSnapshot) && known.Keys.Except(second.Records.Select(record => record.Key)).FirstOrDefault() is { } missing)
        {
            yield return $"The second run says that it gave everything, but {missing} did not come: the host would retire it.";
        }
    }
}
