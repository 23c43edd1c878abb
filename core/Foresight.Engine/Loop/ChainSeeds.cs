using Foresight.Engine.Registers;
using Foresight.Engine.Signals;
using Foresight.Engine.Store;

namespace Foresight.Engine.Loop;

/// <summary>What belongs to one chain, before it is looked at.</summary>
internal sealed record ChainSeed(string Id, KnownSignal? Signal, SignalSteps Steps)
{
    /// <summary>Whether it began at a signal, also one that was never found in this store.</summary>
    public bool IsOfSignal { get; init; }

    public IReadOnlyList<RegisterEntry> Decisions { get; init; } = [];

    public IReadOnlyList<RegisterEntry> Activities { get; init; } = [];

    public IReadOnlyList<RegisterEntry> Applications { get; init; } = [];
}

/// <summary>Finds where chains begin and what belongs to each: registers and steps name each other, and one way is enough.</summary>
internal sealed class ChainSeeds(IReadOnlyList<KnownSignal> known, IReadOnlyList<StepRow> steps, RegisterBook registers)
{
    private readonly Dictionary<string, KnownSignal> byName = ByName(known);

    public IEnumerable<ChainSeed> All()
    {
        var seeds = OfSignals().ToList();
        var decided = seeds.SelectMany(seed => seed.Decisions).Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        seeds.AddRange(registers.Decisions.Where(entry => !decided.Contains(entry.Id)).Select(entry => Seed($"decision/{entry.Id}", null, SignalSteps.None, [entry], [])));
        var done = seeds.SelectMany(seed => seed.Activities).Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        seeds.AddRange(registers.Activities.Where(entry => !done.Contains(entry.Id)).Select(entry => Seed($"activity/{entry.Id}", null, SignalSteps.None, [], [entry])));
        var applied = seeds.SelectMany(seed => seed.Applications).Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        seeds.AddRange(registers.Applications.Where(entry => !applied.Contains(entry.Id)).Select(entry => new ChainSeed($"application/{entry.Id}", null, SignalSteps.None) { Applications = [entry] }));
        return seeds;
    }

    private IEnumerable<ChainSeed> OfSignals()
    {
        var taken = steps.ToLookup(step => (step.Analysis, step.SignalId));
        var named = registers.Decisions.Concat(registers.Activities).SelectMany(entry => entry.Many("signals").Select(name => (Name: name, Signal: Find(name)))).ToList();
        var ofRows = named.Select(name => name.Signal).OfType<KnownSignal>().ToHashSet(ReferenceEqualityComparer.Instance);
        var signals = known
            .Where(signal => taken.Contains((signal.Analysis, signal.Id)) || signal is { IsFound: true, IsConfirmed: true } || ofRows.Contains(signal));
        foreach (var signal in signals)
            yield return OfSignal(signal.Id, signal, taken[(signal.Analysis, signal.Id)], name => ReferenceEquals(Find(name), signal));

        // The store may have been made anew without its signals; what people did is not lost with them.
        var keys = known.Select(signal => (signal.Analysis, SignalId: signal.Id)).ToHashSet();
        var lost = taken.Select(group => group.Key).Where(key => !keys.Contains(key)).ToList();
        foreach (var key in lost)
            yield return OfSignal(key.SignalId, null, taken[key], name => name == key.SignalId || name == $"{key.Analysis}:{key.SignalId}");
        foreach (var name in named.Where(name => name.Signal is null).Select(name => name.Name).Distinct(StringComparer.Ordinal).Where(name => !lost.Any(key => key.SignalId == name)))
            yield return OfSignal(name, null, [], other => other == name);
    }

    private KnownSignal? Find(string name) => byName.GetValueOrDefault(name);

    // A row may name a signal with its analysis or without; where several bear the name it is the first.
    private static Dictionary<string, KnownSignal> ByName(IReadOnlyList<KnownSignal> known)
    {
        var names = new Dictionary<string, KnownSignal>(StringComparer.Ordinal);
        foreach (var signal in known)
        {
            names.TryAdd(signal.Id, signal);
            names.TryAdd($"{signal.Analysis}:{signal.Id}", signal);
        }

        return names;
    }

    private ChainSeed OfSignal(string id, KnownSignal? signal, IEnumerable<StepRow> taken, Func<string, bool> isIt)
    {
        var all = SignalSteps.Of(taken);
        var decisions = registers.Decisions.Where(entry => entry.Many("signals").Any(isIt) || all.Decided.Any(step => step.Decision == entry.Id)).ToList();
        var activities = registers.Activities.Where(entry => entry.Many("signals").Any(isIt) || all.Linked.Any(step => step.Activity == entry.Id)).ToList();
        return Seed(id, signal, all, decisions, activities) with { IsOfSignal = true };
    }

    /// <param name="id">The chain's id.</param>
    /// <param name="signal">The signal.</param>
    /// <param name="taken">The steps.</param>
    /// <param name="decisions">The decisions on it: what follows from them belongs to it too.</param>
    /// <param name="activities">The activities that answer it: their decision belongs to it too, but not all else that was decided there.</param>
    private ChainSeed Seed(string id, KnownSignal? signal, SignalSteps taken, List<RegisterEntry> decisions, List<RegisterEntry> activities)
    {
        var following = registers.Activities
            .Where(entry => activities.Contains(entry) || decisions.Any(decision => decision.Id == entry["decision"] || decision.Many("activities").Contains(entry.Id))).ToList();
        return new ChainSeed(id, signal, taken)
        {
            Activities = following,
            Decisions = [.. registers.Decisions.Where(entry => decisions.Contains(entry) || following.Any(activity => activity["decision"] == entry.Id)).OrderBy(entry => entry.Day("decided"))],
            Applications = [.. registers.Applications.Where(entry => following.Any(activity => activity["application"] == entry.Id))],
        };
    }
}
