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
    private readonly Lock writing = new();
    private readonly Dictionary<string, DateTimeOffset> held = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyDictionary<string, TimeSpan> pauses;
    private readonly FetchLimits limits;
    private readonly TimeProvider clock;
    private readonly string? file;

    /// <param name="pauses">The policy's pauses by host.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="clock">The clock, also of the waits.</param>
    /// <param name="file">Where hosts that want to be left alone are remembered; null for nowhere.</param>
    public HostGates(IReadOnlyDictionary<string, TimeSpan> pauses, FetchLimits limits, TimeProvider clock, string? file)
    {
        (this.pauses, this.limits, this.clock, this.file) = (pauses, limits, clock, file);
        if (file is not null)
        {
            RawFile.RemoveHalfWritten(Path.GetDirectoryName(file)!, below: false);
        }

        foreach (var (host, until) in Remembered())
        {
            // A clock that was set back must not lock a host out.
            if (until > clock.GetUtcNow() && until <= clock.GetUtcNow() + limits.LongestHoldOff)
            {
                held[host] = until;
                Of(host).HoldOff(until);
            }
        }
    }

    public Task<IDisposable> EnterAsync(Uri url, CancellationToken cancellationToken) => Of(url.IdnHost).EnterAsync(cancellationToken);

    public void Pace(Uri url, TimeSpan interval) => Of(url.IdnHost).Pace(interval);

    public void HoldOff(Uri url, TimeSpan wait)
    {
        var until = clock.GetUtcNow() + (wait < limits.LongestHoldOff ? wait : limits.LongestHoldOff);
        Of(url.IdnHost).HoldOff(until);
        if (wait <= limits.LongestWait || file is null)
        {
            return;
        }

        lock (writing)
        {
            // Another program may have been told of another host meanwhile.
            foreach (var (host, later) in Remembered().Where(host => host.Value > clock.GetUtcNow()))
            {
                held.TryAdd(host, later);
            }

            held[url.IdnHost] = until;
            RawFile.WriteJson(file, held);
        }
    }

    public void Dispose()
    {
        foreach (var gate in gates.Values)
        {
            gate.Dispose();
        }
    }

    private HostGate Of(string host) => gates.GetOrAdd(host, name => new HostGate(name, pauses.GetValueOrDefault(name), limits, clock));

    private Dictionary<string, DateTimeOffset> Remembered() => file is null ? [] : RawFile.Read<Dictionary<string, DateTimeOffset>>(file) ?? [];
}
