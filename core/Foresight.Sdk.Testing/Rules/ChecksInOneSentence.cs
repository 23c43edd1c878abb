using System.Runtime.CompilerServices;

namespace Foresight.Sdk.Testing.Rules;

internal sealed class ChecksInOneSentence : ISourceRule
{
    public string Sentence => "Its check says in one sentence that it works, or why not, and never throws.";

    public async IAsyncEnumerable<string> BreachesAsync(SourceCase source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (good, thrown) = await CheckAsync(source, source.Answers(), cancellationToken).ConfigureAwait(false);
        if (thrown is not null)
        {
            yield return $"It threw {thrown.GetType().Name} where all answers are there: {thrown.Message}";
        }
        else if (!good!.Works)
        {
            yield return $"It says that it does not work where all answers are there: {good.Sentence}";
        }
        else if (Sentences.Fault(good.Sentence) is { } fault)
        {
            yield return $"Where it works {fault}";
        }

        foreach (var damage in Damage.All.Where(damage => damage.IsNoData))
        {
            var (bad, failure) = await CheckAsync(source, new DamagedTransport(source.Answers(), 0, damage), cancellationToken).ConfigureAwait(false);
            if (failure is not null)
            {
                yield return $"Answered with {damage.Name} it threw {failure.GetType().Name}: {failure.Message}";
            }
            else if (Sentences.Fault(bad!.Sentence) is { } wrong)
            {
                yield return $"Answered with {damage.Name} {wrong}";
            }
        }
    }

    private static async Task<(SourceCheck? Check, Exception? Thrown)> CheckAsync(SourceCase source, HttpMessageHandler transport, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(transport);
        try
        {
            return (await source.Create().CheckAsync(source.Context(http, null, null), cancellationToken).ConfigureAwait(false), null);
        }
        // What a check throws is what the rule judges.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, e);
        }
    }
}
