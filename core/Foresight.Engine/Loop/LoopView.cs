using Foresight.Engine.Calendar;
using Foresight.Engine.Policies;
using Foresight.Engine.Registers;
using Foresight.Engine.Signals;
using Foresight.Sdk;

namespace Foresight.Engine.Loop;

/// <summary>The loop as it stands on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Chains">The chains: what is overdue first, then what has the nearest day.</param>
public sealed record LoopView(DateOnly Day, IReadOnlyList<LoopChain> Chains)
{
    /// <summary>How many chains of examples alone were left out, since there are real ones.</summary>
    public int ExamplesLeftOut { get; init; }

    /// <summary>How many signals that are found now nobody has taken up, dropped or confirmed.</summary>
    public int Untouched { get; init; }

    /// <summary>The chain of a signal; null where nobody did anything about it.</summary>
    public LoopChain? Of(KnownSignal signal) => Chains.FirstOrDefault(chain => chain.Signal?.Id == signal.Id && chain.Signal.Analysis == signal.Analysis);

    /// <summary>The chain of that id.</summary>
    /// <exception cref="ConfigurationException">There is none.</exception>
    public LoopChain Find(string id) => Chains.FirstOrDefault(chain => chain.Id == id || $"{chain.Signal?.Analysis}:{chain.Id}" == id)
        ?? throw new ConfigurationException([$"There is no chain '{id}'{Nearest.Hint(id, Chains.Select(chain => chain.Id))}; 'foresight loop' shows them, and 'foresight signals take' begins one."]);

    /// <summary>Reads it.</summary>
    /// <param name="tables">The store's tables.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="registers">The registers.</param>
    /// <param name="meetings">When the bodies meet.</param>
    /// <param name="today">The run's own day: steps of later days are not known yet.</param>
    public static async Task<LoopView> ReadAsync(ITables tables, Policy policy, RegisterBook registers, MeetingCalendar meetings, DateOnly today)
    {
        var steps = (await StoredSteps.AllAsync(tables).ConfigureAwait(false)).Where(step => DateOnly.FromDateTime(step.TakenAt.UtcDateTime) <= today).ToList();
        var known = await SignalBook.ReadAsync(tables).ConfigureAwait(false);
        var builder = new ChainBuilder(policy, registers, meetings, today);
        var all = new ChainSeeds(known, steps, registers).All().Select(builder.Build).ToList();
        var real = all.Where(chain => !chain.IsExample).ToList();
        var chains = real.Count > 0 ? real : all;
        var touched = all.Where(chain => chain.Signal is not null).Select(chain => (chain.Signal!.Analysis, chain.Signal.Id)).ToHashSet();
        return new LoopView(today,
            [
                .. chains.OrderByDescending(chain => chain.IsOverdue).ThenBy(chain => chain.Open.Count == 0)
                    .ThenBy(chain => chain.Open.Min(end => end.Due ?? end.NextMeeting) ?? DateOnly.MaxValue).ThenBy(chain => chain.Id, StringComparer.Ordinal),
            ])
        {
            ExamplesLeftOut = all.Count - chains.Count,
            Untouched = known.Count(signal => signal.IsFound && !touched.Contains((signal.Analysis, signal.Id))),
        };
    }
}
