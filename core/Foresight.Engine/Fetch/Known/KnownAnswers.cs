using System.Collections.Concurrent;
using Foresight.Engine.Fetch.Raw;

namespace Foresight.Engine.Fetch.Known;

/// <summary>
/// The kept answers of one source by which it can be asked whether something changed: a file below <c>raw/&lt;source&gt;</c>. Only
/// loads that ended well leave something in it, and one that failed empties it: what follows a failure is asked for in full. The
/// file can be deleted at any time.
/// </summary>
internal sealed class KnownAnswers(string storeFolder, string source, FetchLimits limits, TimeProvider clock)
{
    private const int Most = 5_000;

    private static readonly TimeSpan LongestUnused = TimeSpan.FromDays(180);

    private readonly string file = Path.Combine(storeFolder, "raw", source, "known.json");
    private readonly ConcurrentDictionary<string, KnownAnswer> noted = [];
    private readonly ConcurrentDictionary<int, string> keys = [];
    private Dictionary<string, KnownAnswer>? before;

    /// <summary>What is known of a request.</summary>
    public KnownAnswer? Find(string key) => (before ??= RawFile.Read<Dictionary<string, KnownAnswer>>(file) ?? []).GetValueOrDefault(key);

    /// <summary>Reads a known answer's meta file; null where it or its bytes are gone or changed.</summary>
    public async Task<AnswerMeta?> WholeAsync(KnownAnswer known, CancellationToken cancellationToken) =>
        RawFile.Read<AnswerMeta>(Path.Combine(storeFolder, known.Meta)) is { File: not null } meta
            && await RawAnswers.IsWholeAsync(storeFolder, meta, cancellationToken) ? meta : null;

    public void Note(AnswerMeta meta, string metaFile)
    {
        if (KnownAnswer.Of(meta, metaFile, limits) is { } known)
        {
            noted[meta.Key] = known;
            keys[meta.Answer] = meta.Key;
        }
    }

    /// <summary>An answer says of itself how long it holds.</summary>
    public void Holds(int answer, TimeSpan time)
    {
        if (keys.TryGetValue(answer, out var key) && noted.TryGetValue(key, out var known))
        {
            var until = known.CheckedAt + Freshness.Bounded(time, limits);
            noted[key] = known with { FreshUntil = until > known.FreshUntil ? until : known.FreshUntil };
        }
    }

    /// <summary>A load has ended.</summary>
    public void End(bool well)
    {
        if (!well)
        {
            File.Delete(file);
            return;
        }

        if (noted.IsEmpty)
        {
            return;
        }

        var all = new Dictionary<string, KnownAnswer>(RawFile.Read<Dictionary<string, KnownAnswer>>(file) ?? []);
        foreach (var (key, known) in noted)
        {
            all[key] = known;
        }

        var oldest = clock.GetUtcNow() - LongestUnused;
        RawFile.WriteJson(file, all.Where(pair => pair.Value.IsOfUse && pair.Value.CheckedAt > oldest)
            .OrderByDescending(pair => pair.Value.CheckedAt).Take(Most).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary());
    }
}
