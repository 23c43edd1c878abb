using System.Runtime.CompilerServices;

namespace Foresight.Sdk.Testing.Rules;

internal sealed class BadAnswersAreTold : ISourceRule
{
    private const int MostRequests = 4;

    public string Sentence => "A bad answer is told as a SourceException in one sentence, and never passes as an empty success.";

    public async IAsyncEnumerable<string> BreachesAsync(SourceCase source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var transport = source.Answers();
        await source.RunAsync(transport, null, null, null, cancellationToken).ConfigureAwait(false);
        for (var which = 0; which < Math.Min(transport.Requests.Count, MostRequests); which++)
        {
            foreach (var damage in Damage.All)
            {
                using var damaged = new DamagedTransport(source.Answers(), which, damage);
                var run = await source.RunAsync(damaged, null, null, null, cancellationToken).ConfigureAwait(false);
                if (Breach(source, damage, which, run) is { } breach)
                {
                    yield return $"Request {which + 1} answered with {damage.Name}: {breach}";
                }
            }
        }
    }

    private static string? Breach(SourceCase source, Damage damage, int which, SourceRun run)
    {
        if (run.Error is SourceException told)
        {
            return Sentences.Fault(told.Message);
        }

        if (run.Error is not null)
        {
            return $"it threw {run.Error.GetType().Name} ({run.Error.Message}) instead of a SourceException.";
        }

        // A later request may be one that a source can do without; the first never is.
        var excused = damage.Name == "404" && source.NotFoundIsNothingNew;
        return which == 0 && damage.IsNoData && !excused ? "it ended as if all were well."
            : which == 0 && !damage.IsNoData && run.Records.Count == 0 && run.Rejected == 0 ? "it ended as if all were well, without a record or a rejection."
            : null;
    }
}
