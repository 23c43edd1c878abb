using Foresight.Engine.Signals;
using Foresight.Sdk;

namespace Foresight.Engine.Briefs;

/// <summary>What a person gathered, where the brief has findings of it.</summary>
/// <param name="Known">The gathering.</param>
/// <param name="Marks">The marks of these findings, in their order; at least one.</param>
internal sealed record BriefGathering(KnownSignal Known, IReadOnlyList<int> Marks)
{
    /// <summary>The gatherings that stand and of which the brief has findings, the highest on the ladder first.</summary>
    public static IReadOnlyList<BriefGathering> Of(BriefInput input) =>
    [
        .. input.Known.Values.Where(known => known is { Raised: not null, IsFound: true }).OrderByDescending(known => known.Level).ThenBy(known => known.Id, StringComparer.Ordinal)
            .Select(known => new BriefGathering(known, [.. input.Signals.Index().Where(signal => known.Beneath.Contains(signal.Item.Id)).Select(signal => signal.Index + 1)]))
            .Where(gathering => gathering.Marks.Count > 0),
    ];

    /// <summary>One sentence, for the first of its findings.</summary>
    /// <param name="sentences">The language's.</param>
    /// <param name="language">sv or en.</param>
    /// <param name="shown">How many findings the brief shows; the others have no mark to point at.</param>
    public string Sentence(BriefSentences sentences, string language, int shown)
    {
        var (raised, others) = (Known.Raised!, Marks.Skip(1).TakeWhile(mark => mark <= shown).ToList());
        var left = Known.Beneath.Count - 1 - others.Count;
        var these = sentences.Join(
        [
            sentences.Say("detta", "this"), .. others.Select(mark => FormattableString.Invariant($"[{mark}]")),
            .. left > 0 ? [sentences.Say(FormattableString.Invariant($"{left} till som inte visas här"), FormattableString.Invariant($"{left} more not shown here"))] : Array.Empty<string>(),
        ]);
        var name = raised.Name.In(language);
        return Known.Level switch
        {
            SignalLevel.Driver => sentences.Say($"{raised.Person} ser drivkraften ”{name}” bakom {these}.", $"{raised.Person} sees the driver “{name}” behind {these}."),
            SignalLevel.Trend => sentences.Say($"{raised.Person} ser {these} som en del av trenden ”{name}”.", $"{raised.Person} sees {these} as part of the trend “{name}”."),
            _ => sentences.Say($"{raised.Person} för {these} till klustret ”{name}”.", $"{raised.Person} puts {these} in the cluster “{name}”."),
        };
    }
}
