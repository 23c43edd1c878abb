namespace Foresight.Engine.Fetch.Raw;

/// <summary>Reads a body from the network as long as enough of it comes; one byte a minute is not enough.</summary>
internal sealed class PatientBody(Uri url, Stream body, FetchLimits limits, TimeProvider clock) : IAsyncDisposable
{
    private long since = clock.GetTimestamp();
    private long came;

    /// <exception cref="HttpRequestException">It broke off or stalled; the fault is within.</exception>
    public async ValueTask<int> ReadAsync(byte[] buffer, CancellationToken cancellationToken)
    {
        var left = limits.Stall - clock.GetElapsedTime(since);
        using var patience = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var read = await body.ReadAsync(buffer, either.Token);
            came += read;
            if (came >= limits.StallBytes)
            {
                (since, came) = (clock.GetTimestamp(), 0);
            }

            return read;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw FetchFaults.ToThrow(FetchFaults.Stalled(url, limits.Stall));
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw FetchFaults.ToThrow(FetchFaults.Broken(url, e));
        }
    }

    public ValueTask DisposeAsync() => body.DisposeAsync();
}
