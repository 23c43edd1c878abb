using Foresight.Sdk;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace Foresight.Engine.Fetch.Polite;

/// <summary>How often a request is tried, and how long one try and all of them may take.</summary>
internal static class Tries
{
    /// <summary>All tries: what may pass by itself is tried again, also a POST, for sources post questions only.</summary>
    public static ResilienceHandler All(FetchLimits limits, TimeProvider clock, HttpMessageHandler inner)
    {
        var tries = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }.AddTimeout(limits.Total);
        return new ResilienceHandler((limits.Retries == 0 ? tries : tries.AddRetry(Again(limits, clock))).Build()) { InnerHandler = inner };
    }

    /// <summary>One try, until the answer begins.</summary>
    public static ResilienceHandler One(FetchLimits limits, TimeProvider clock, HttpMessageHandler inner) => new(
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }.AddTimeout(limits.Try).Build())
    { InnerHandler = inner };

    private static HttpRetryStrategyOptions Again(FetchLimits limits, TimeProvider clock) => new()
    {
        MaxRetryAttempts = limits.Retries,
        Delay = limits.FirstWait,
        MaxDelay = limits.LongestWait,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldRetryAfterHeader = false,
        ShouldHandle = args => new(MayPass(args.Outcome, limits, clock) && !args.Context.CancellationToken.IsCancellationRequested),
        // The host's gate keeps the wait that it asks for; here it only must not be waited twice.
        DelayGenerator = args => new(RetryAfter.Of(args.Outcome.Result, clock) is null ? null : TimeSpan.Zero),
    };

    private static bool MayPass(Outcome<HttpResponseMessage> outcome, FetchLimits limits, TimeProvider clock) => outcome switch
    {
        { Result: { } response } => (int)response.StatusCode is 408 or 429 or >= 500 && !(RetryAfter.Of(response, clock) > limits.LongestWait),
        { Exception: HttpRequestException e } => Told(e) is not { } fault || fault.Fault is Fault.Broken or Fault.TimedOut,
        // A connection that is not made in time is told as a cancellation for want of time.
        { Exception: TimeoutRejectedException or HttpIOException or OperationCanceledException { InnerException: TimeoutException } } => true,
        _ => false,
    };

    private static SourceException? Told(Exception e)
    {
        for (var inner = e.InnerException; inner is not null; inner = inner.InnerException)
        {
            if (inner is SourceException told)
            {
                return told;
            }
        }

        return null;
    }
}
