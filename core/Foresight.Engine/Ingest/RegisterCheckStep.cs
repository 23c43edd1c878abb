using Foresight.Engine.Fetch;
using Foresight.Engine.Policies;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Engine.Ingest;

/// <summary>What was found in the registers of a source.</summary>
/// <param name="Source">The entry's id.</param>
/// <param name="Registers">How many rows each register has that could be read, by the register's id; none where anything is wrong.</param>
/// <param name="Problems">Everything that is wrong.</param>
/// <param name="Notes">What is odd, and does no harm.</param>
/// <param name="Failure">Why the registers could not be read at all; null where they could.</param>
public sealed record CheckedRegisters(
    string Source, IReadOnlyDictionary<string, int> Registers, IReadOnlyList<Rejection> Problems, IReadOnlyList<string> Notes, string? Failure);

/// <summary>Reads the registers that people keep as a run does, and lists every problem. Nothing is stored, no answer is kept.</summary>
internal sealed class RegisterCheckStep(Input input, PolicyFile policy, string storeFolder, ILoggerFactory loggers)
{
    public async Task<IReadOnlyList<CheckedRegisters>> RunAsync(IReadOnlyList<ReadySource> sources, CancellationToken cancellationToken)
    {
        using var outlet = input.Open(storeFolder, policy.Fetching, refresh: true);
        var found = new List<CheckedRegisters>();
        foreach (var entry in sources)
        {
            if (entry.Source is null)
                found.Add(new CheckedRegisters(entry.Id, new Dictionary<string, int>(), [], [], entry.Problem ?? Opening.NoSource));
            else if (entry.Source.KeepsRegisters)
                found.Add(await CheckAsync(entry.Id, entry.Source, outlet, cancellationToken));
        }

        return found;
    }

    private async Task<CheckedRegisters> CheckAsync(string id, ISource source, Outlet outlet, CancellationToken cancellationToken)
    {
        var warnings = new SourceWarnings(loggers.CreateLogger(id));
        var (registers, problems) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<Rejection>());
        string? failure = null;
        try
        {
            using var http = new HttpClient(outlet.Unkept()) { Timeout = Timeout.InfiniteTimeSpan };
            var context = new SourceContext(null, http, input.Clock, warnings) { Policy = policy.Policy };
            await foreach (var batch in source.ReadAsync(context, cancellationToken).WithCancellation(cancellationToken))
            {
                problems.AddRange(batch.Rejections);
                if (batch is RegisterBatch { Rejections.Count: 0 } register)
                    registers[register.Register] = registers.GetValueOrDefault(register.Register) + register.Rows.Count;
            }
        }
        // A plugin's code may throw anything; what it told before is listed.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            failure = problems.Count > 0 && e is SourceException ? null : LoadFaults.Sentence(e);
        }

        return new CheckedRegisters(id, problems.Count > 0 ? new Dictionary<string, int>() : registers, problems, warnings.Notes, failure);
    }
}
