using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>Sets what people gathered among what the analyses found: a gathering is a signal of the register, with what it gathers.</summary>
internal sealed class GatheredSignals
{
    private readonly Dictionary<string, KnownSignal> _found;
    private readonly Dictionary<string, GatheringRow[]> _raised;

    private GatheredSignals(IReadOnlyList<KnownSignal> found, IReadOnlyList<GatheringRow> rows)
    {
        _found = found.ToDictionary(signal => signal.Key, StringComparer.Ordinal);
        _raised = rows.GroupBy(row => KeyOf(row.Id), StringComparer.Ordinal)
            .ToDictionary(versions => versions.Key, versions => versions.OrderByDescending(row => row.RaisedAt).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>All signals, those of the analyses with what they are part of.</summary>
    /// <param name="found">What the analyses found.</param>
    /// <param name="rows">Every version of every gathering.</param>
    /// <param name="ratings">What people say of signals.</param>
    public static IEnumerable<KnownSignal> With(IReadOnlyList<KnownSignal> found, IReadOnlyList<GatheringRow> rows, ILookup<(string Analysis, string SignalId), RatingRow> ratings)
    {
        if (rows.Count == 0)
            return found;
        var gathered = new GatheredSignals(found, rows);
        var raised = gathered._raised.Values.Select(versions => gathered.Known(versions, ratings)).ToList();
        var all = found.Concat(raised).ToDictionary(signal => signal.Key, StringComparer.Ordinal);
        var holders = raised.Where(signal => signal.IsFound).SelectMany(signal => signal.Raised!.Members.Select(member => (member, signal.Raised!)))
            .ToLookup(part => part.member, part => part.Item2, StringComparer.Ordinal);
        return all.Values.Select(signal => signal with
        {
            PartOf = [.. holders[signal.Key].OrderByDescending(row => row.Level).ThenBy(row => row.Id, StringComparer.Ordinal)],
            Members = signal.Raised is { } latest ? [.. latest.Members.Select((key, place) => Member(all.GetValueOrDefault(key), key, latest.MemberHashes.ElementAtOrDefault(place)))] : [],
        });
    }

    private static string KeyOf(string id) => $"{GatheringRow.People}:{id}";

    private static GatheredMember Member(KnownSignal? signal, string key, string? hash) => signal is null
        ? new GatheredMember(key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..], key[..key.IndexOf(':', StringComparison.Ordinal)], SignalLevel.Signal, new LocalText("", ""), IsFound: false, SaysSomethingElse: true)
        : new GatheredMember(signal.Id, signal.Analysis, signal.Level, signal.Signal.Headline, signal.IsFound, hash != signal.Versions[0].ContentHash);

    private KnownSignal Known(GatheringRow[] versions, ILookup<(string Analysis, string SignalId), RatingRow> ratings)
    {
        var beneath = Beneath(versions[0], []).ToList();
        return new KnownSignal([.. versions.Select(version => Row(version, beneath))], PeoplesRatings.Of(ratings[(GatheringRow.People, versions[0].Id)]))
        {
            Raisings = versions,
            Beneath = [.. beneath.Select(signal => signal.Id)],
        };
    }

    // Nothing is graded: it is a person's reading of what is graded beneath it.
    private static SignalRow Row(GatheringRow version, IReadOnlyList<KnownSignal> beneath) => new(
        GatheringRow.People, version.RaisedAt, version.Kept, version.ContentHash,
        new Signal
        {
            Id = version.Id,
            Kind = Gathering.Kind,
            FocusArea = beneath.Select(signal => signal.Signal.FocusArea).Distinct(StringComparer.Ordinal).ToList() is [var area] ? area : null,
            Headline = version.Name,
            Weight = beneath.Select(signal => signal.Signal.Weight).DefaultIfEmpty().Max(),
            Level = version.Level,
            Steep = version.Steep,
            Related = [.. version.Members.Select(member => member[(member.IndexOf(':', StringComparison.Ordinal) + 1)..])],
            Evidence = [],
        },
        "");

    // What it gathers and what that gathers, down to what the analyses found, each once.
    private IEnumerable<KnownSignal> Beneath(GatheringRow row, HashSet<string> seen) => row.Members.Where(seen.Add).SelectMany(key =>
        _found.TryGetValue(key, out var signal) ? [signal]
        : _raised.TryGetValue(key, out var raised) && raised[0].Kept ? Beneath(raised[0], seen)
        : []);
}
