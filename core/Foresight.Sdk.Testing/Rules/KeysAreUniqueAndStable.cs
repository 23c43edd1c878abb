using System.Runtime.CompilerServices;

namespace Foresight.Sdk.Testing.Rules;

internal sealed class KeysAreUniqueAndStable : ISourceRule
{
    public string Sentence => "Ids are there, unique within a run, and the same in another run over the same answers.";

    public async IAsyncEnumerable<string> BreachesAsync(SourceCase source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = await source.RunAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        var again = await source.RunAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        foreach (var (key, _) in first.Records.Where(record => string.IsNullOrWhiteSpace(record.Key)))
        {
            yield return $"A record has no id: '{key}'.";
        }

        foreach (var twice in first.Records.GroupBy(record => record.Key, StringComparer.Ordinal).Where(group => group.Count() > 1).Take(5))
        {
            yield return $"{twice.Key} came {twice.Count()} times in one run.";
        }

        if (!first.Records.SequenceEqual(again.Records))
        {
            var differs = first.Records.Zip(again.Records).FirstOrDefault(pair => pair.First != pair.Second);
            yield return $"The same answers gave other records: {differs.First.Key} {differs.First.Content} and then {differs.Second.Key} {differs.Second.Content}.";
        }
    }
}
