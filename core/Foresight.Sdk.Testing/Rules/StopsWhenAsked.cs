using System.Runtime.CompilerServices;

namespace Foresight.Sdk.Testing.Rules;

internal sealed class StopsWhenAsked : ISourceRule
{
    public string Sentence => "It stops when it is asked to, also while it waits for an answer.";

    public async IAsyncEnumerable<string> BreachesAsync(SourceCase source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var silent = new SilentTransport(stop);
        var running = source.RunAsync(silent, null, null, null, stop.Token);
        var ended = await Task.WhenAny(running, Task.Delay(source.Patience, cancellationToken)).ConfigureAwait(false) == running;
        if (!ended)
        {
            yield return FormattableString.Invariant($"It still ran {source.Patience.TotalSeconds} seconds after it was asked to stop.");
            yield break;
        }

        var breach = await BreachAsync(running).ConfigureAwait(false);
        if (breach is not null && silent.WasAsked)
        {
            yield return breach;
        }
    }

    private static async Task<string?> BreachAsync(Task<SourceRun> running)
    {
        try
        {
            var run = await running.ConfigureAwait(false);
            return run.Error is null ? "It ended as if all were well." : $"It threw {run.Error.GetType().Name} instead of an OperationCanceledException.";
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Never answers; asks the source to stop at the first request.</summary>
    private sealed class SilentTransport(CancellationTokenSource stop) : HttpMessageHandler
    {
        public bool WasAsked { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            WasAsked = true;
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
            return new HttpResponseMessage();
        }
    }
}
