using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>What is wrong with the members of a gathering: the ladder's own rules.</summary>
internal static class MemberCheck
{
    private const int Several = 2;

    /// <param name="row">The gathering as it would be.</param>
    /// <param name="members">Its members, as they stand now.</param>
    /// <param name="known">Everything in the register by key.</param>
    public static IEnumerable<string> Problems(GatheringRow row, IReadOnlyList<KnownSignal> members, Dictionary<string, KnownSignal> known)
    {
        var level = SignalWords.Of(row.Level).En;
        if (members.Count < Several)
        {
            yield return members.Count == 0
                ? $"A {level} gathers several signals, and none is named: --signals ID,ID,…."
                : $"A {level} gathers several signals, and only {members[0].Id} is named; 'foresight signals rate {members[0].Id} --level {level} --confirm' raises one by itself.";
            yield break;
        }

        foreach (var member in members.Where(member => member is { Raised: not null, IsFound: false }))
            yield return $"'{member.Id}' is withdrawn: leave it out, or raise it again.";
        foreach (var member in members.Where(member => member.Level > row.Level))
            yield return $"A {level} cannot gather '{member.Id}', which stands above it on the ladder ({SignalWords.Of(member.Level).En}): give a higher --level or leave it out.";
        if (row.Level == SignalLevel.Driver && members.Count(member => member.Level >= SignalLevel.Trend) < Several)
            yield return $"A driver is a force behind several trends, and of these {Trends(members)}: name two or more, or raise the others to trends first.";
        if (members.FirstOrDefault(member => Holds(member, $"{GatheringRow.People}:{row.Id}", known)) is { } round)
            yield return round.Raised?.Id == row.Id ? $"'{row.Id}' cannot gather itself." : $"'{round.Id}' gathers '{row.Id}' already: two cannot gather each other.";
    }

    private static string Trends(IReadOnlyList<KnownSignal> members) =>
        members.FirstOrDefault(member => member.Level >= SignalLevel.Trend) is { } one ? $"only {one.Id} is a trend" : "none is a trend";

    // What is stored never gathers itself, so this ends.
    private static bool Holds(KnownSignal signal, string key, Dictionary<string, KnownSignal> known) =>
        signal.Key == key || (signal.Raised?.Members ?? []).Any(member => known.TryGetValue(member, out var below) && Holds(below, key, known));
}
