using Foresight.Engine.Signals;
using Foresight.Sdk;

namespace Foresight.Engine.Loop;

/// <summary>What became of a finding, as a line below it.</summary>
/// <param name="Sentence">The line, in the brief's language.</param>
/// <param name="Chain">Its chain.</param>
public sealed record TakenUp(string Sentence, LoopChain Chain);

/// <summary>What the loop means for the findings of a brief: what was dropped is no headline, unless it says something else since.</summary>
internal sealed class FindingsInLoop(LoopView loop, IReadOnlyDictionary<string, KnownSignal> known, Policy policy, string language)
{
    /// <summary>The signals in the order of the brief: headlines first, the others as they stood.</summary>
    public IReadOnlyList<Signal> Order(IReadOnlyList<Signal> signals, int headlines)
    {
        var first = signals.Where(signal => !IsDropped(signal)).Take(headlines).ToList();
        return [.. first, .. signals.Where(signal => !first.Contains(signal))];
    }

    /// <summary>How many of them are headlines.</summary>
    public int Headlines(IReadOnlyList<Signal> signals, int headlines) => Math.Min(headlines, signals.Count(signal => !IsDropped(signal)));

    /// <summary>What became of each, by the signal's id.</summary>
    public IReadOnlyDictionary<string, TakenUp> Taken(IReadOnlyList<Signal> signals)
    {
        var sentences = new LoopSentences(policy, language);
        return signals.Select(signal => (signal.Id, Chain: ChainOf(signal))).DistinctBy(pair => pair.Id).Where(pair => pair.Chain is not null)
            .Select(pair => (pair.Id, Chain: pair.Chain!, Sentence: sentences.Short(pair.Chain!))).Where(pair => pair.Sentence is not null)
            .ToDictionary(pair => pair.Id, pair => new TakenUp(pair.Sentence!, pair.Chain), StringComparer.Ordinal);
    }

    private bool IsDropped(Signal signal) => ChainOf(signal) is { Steps.Dropped: not null, Change: not SignalChange.Changed };

    private LoopChain? ChainOf(Signal signal) => known.GetValueOrDefault(signal.Id) is { } kept ? loop.Of(kept) : null;
}
