using System.Collections.Concurrent;
using Foresight.Engine.Fetch.Raw;
using Foresight.Sdk;

namespace Foresight.Engine.Fetch.Known;

/// <summary>
/// The kept answers of one source by which it can be asked whether something changed: a file below <c>raw/&lt;source&gt;</c>. Only
/// loads that ended well leave something in it, and one that failed empties it: what follows a failure is asked for in full, and so
/// is what follows a cursor that was reset. The file can be deleted at any time.
/// </summary>
internal sealed class KnownAnswers(string storeFolder, string source, Cursor? since, FetchLimits limits, TimeProvider clock)
{
    private readonly string file = Path.Combine(storeFolder, "raw", source, "known.json");
    private readonly ConcurrentDictionary<string, KnownAnswer> noted = [];
    private readonly ConcurrentDictionary<int, string> keys = [];
    private IReadOnlyDictionary<string, KnownAnswer>? before;

    /// <summary>What is known of a request.</summary>
    public KnownAnswer? Find(string key) => (before ??= Before()).GetValueOrDefault(key);

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
    /// <param name="well">Whether it ended well.</param>
    /// <param name="cursor">The source's cursor now.</param>
    public void End(bool well, Cursor? cursor)
    {
        var all = well ? new Dictionary<string, KnownAnswer>(Before()) : [];
        foreach (var (key, known) in well ? noted : [])
        {
            all[key] = known;
        }

        var oldest = clock.GetUtcNow() - limits.KnownFor;
        var useful = all.Where(pair => pair.Value.IsOfUse && pair.Value.CheckedAt > oldest)
            .OrderByDescending(pair => pair.Value.CheckedAt).Take(limits.Known).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary();
        if (useful.Count == 0)
        {
            File.Delete(file);
            return;
        }

        RawFile.WriteJson(file, new KnownFile(cursor?.Value, useful));
    }

    // Another cursor than the one that was left: somebody reset it, or the store is an older one.
    private IReadOnlyDictionary<string, KnownAnswer> Before() =>
        RawFile.Read<KnownFile>(file) is { Answers: { } answers } known && known.Cursor == since?.Value ? answers : new Dictionary<string, KnownAnswer>();

    private sealed record KnownFile(string? Cursor, IReadOnlyDictionary<string, KnownAnswer>? Answers);
}
