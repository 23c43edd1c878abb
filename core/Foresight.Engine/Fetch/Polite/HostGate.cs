namespace Foresight.Engine.Fetch.Polite;

/// <summary>One host's gate: so many at once, so long between two, and none before the host wants to be asked again.</summary>
internal sealed class HostGate(string host, TimeSpan pause, FetchLimits limits, TimeProvider clock) : IDisposable
{
    private readonly Lock state = new();
    private readonly SemaphoreSlim places = new(limits.SideBySide);
    private TimeSpan? asked;
    private long? last;
    private DateTimeOffset heldUntil;

    /// <summary>Takes a turn, waiting for it; dispose it when the answer is whole.</summary>
    /// <exception cref="HttpRequestException">The host asked for a longer wait than a run may make.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            for (var wait = Take(); wait > TimeSpan.Zero; wait = Take())
            {
                await Task.Delay(wait, clock, cancellationToken);
            }

            return new Turn(places);
        }
        catch
        {
            places.Release();
            throw;
        }
    }

    /// <summary>A source says what its host allows; the slowest of them counts, and the policy may only slow it down.</summary>
    public void Pace(TimeSpan interval)
    {
        lock (state)
        {
            asked = asked > interval ? asked : interval;
        }
    }

    public void HoldOff(DateTimeOffset until)
    {
        lock (state)
        {
            heldUntil = until > heldUntil ? until : heldUntil;
        }
    }

    public void Dispose() => places.Dispose();

    /// <summary>Takes the turn if it is there; else says how long to wait before asking again.</summary>
    private TimeSpan Take()
    {
        lock (state)
        {
            var held = heldUntil - clock.GetUtcNow();
            if (held > limits.LongestWait)
            {
                throw FetchFaults.ToThrow(FetchFaults.HeldOff(host, heldUntil));
            }

            var least = asked ?? limits.Pause;
            least = least > pause ? least : pause;
            var wait = last is { } at ? least - clock.GetElapsedTime(at) : TimeSpan.Zero;
            wait = wait > held ? wait : held;
            if (wait <= TimeSpan.Zero)
            {
                last = clock.GetTimestamp();
                return TimeSpan.Zero;
            }

            // A timer may ring a moment early.
            return wait + TimeSpan.FromMilliseconds(1);
        }
    }

    private sealed class Turn(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
