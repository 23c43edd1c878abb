using System.Collections.Concurrent;
using Foresight.Engine.Fetch.Raw;

namespace Foresight.Engine.Fetch.Polite;

/// <summary>
/// The gates of all hosts, shared by every source of a run. A host that wants to be left alone for longer than a run waits is
/// remembered in a file, so that the next run does not ask it either; never for longer than a day.
/// </summary>
internal sealed class HostGates : IDisposable
{
    private readonly ConcurrentDictionary<string, HostGate> gates = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyDictionary<string, TimeSpan> pauses;
    private readonly FetchLimits limits;
    private readonly TimeProvider clock;
    private readonly HeldHosts? held;

    /// <param name="pauses">The policy's pauses by host.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="clock">The clock, also of the waits.</param>
    /// <param name="file">Where hosts that want to be left alone are remembered; null for nowhere.</param>
    public HostGates(IReadOnlyDictionary<string, TimeSpan> pauses, FetchLimits limits, TimeProvider clock, string? file)
    {
        (this.pauses, this.limits, this.clock) = (pauses, limits, clock);
        if (file is null)
        {
            return;
        }

        RawFile.RemoveHalfWritten(Path.GetDirectoryName(file)!, below: false);
        held = new HeldHosts(file, limits, clock);
        HoldOff(held.Read());
    }

    public Task<IDisposable> EnterAsync(Uri url, CancellationToken cancellationToken) => Of(url.IdnHost).EnterAsync(cancellationToken);

    public void Pace(Uri url, TimeSpan interval) => Of(url.IdnHost).Pace(interval);

    public async Task HoldOffAsync(Uri url, TimeSpan wait, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + (wait < limits.LongestHoldOff ? wait : limits.LongestHoldOff);
        Of(url.IdnHost).HoldOff(until);
        if (wait > limits.LongestWait && held is not null)
        {
            // Another program may have been told of others meanwhile.
            HoldOff(await held.AddAsync(url.IdnHost, until, cancellationToken));
        }
    }

    public void Dispose()
    {
        foreach (var gate in gates.Values)
        {
            gate.Dispose();
        }

        held?.Dispose();
    }

    private void HoldOff(IReadOnlyDictionary<string, DateTimeOffset> hosts)
    {
        foreach (var (host, until) in hosts)
        {
            Of(host).HoldOff(until);
        }
    }

    private HostGate Of(string host) => gates.GetOrAdd(host, name => new HostGate(name, pauses.GetValueOrDefault(name), limits, clock));
}
