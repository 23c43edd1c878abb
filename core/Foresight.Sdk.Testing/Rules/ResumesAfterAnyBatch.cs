using System.Runtime.CompilerServices;

namespace Foresight.Sdk.Testing.Rules;

internal sealed class ResumesAfterAnyBatch : ISourceRule
{
    private const int MostStops = 25;

    public string Sentence => "Stopped after any batch and run again from its cursor, all records are there in the end.";

    public async IAsyncEnumerable<string> BreachesAsync(SourceCase source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var whole = await source.RunAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        var expected = whole.Latest();
        for (var stop = 0; stop < Math.Min(whole.Batches.Count, MostStops); stop++)
        {
            var part = await source.RunAsync(batches: stop, cancellationToken: cancellationToken).ConfigureAwait(false);
            var rest = await source.RunAsync(part.Cursor, cancellationToken: cancellationToken).ConfigureAwait(false);
            var held = rest.Latest(part);
            var lost = expected.Where(pair => !held.TryGetValue(pair.Key, out var content) || content != pair.Value).ToList();
            if (rest.Error is not null)
            {
                yield return $"After {stop} batches the next run ended with {rest.Error.GetType().Name}: {rest.Error.Message}";
            }
            else if (lost.Count > 0)
            {
                yield return $"After {stop} batches {lost.Count} of {expected.Count} records never came, such as {lost[0].Key}.";
            }
            else if (held.Count > expected.Count)
            {
                yield return $"After {stop} batches the next run gave records that a whole run does not, such as {held.Keys.Except(expected.Keys).First()}.";
            }
        }
    }
}
