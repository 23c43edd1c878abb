using System.Globalization;
using Foresight.Engine.Briefs;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Ingest;

/// <summary>What a source's loads say of its health (docs/ingest.md).</summary>
public static class HealthRule
{
    /// <summary>So many failures in a row are no passing trouble.</summary>
    public const int FailuresInARow = 3;

    /// <summary>The code of a source that is silent.</summary>
    public const string SilentCode = "silent";

    /// <summary>Trouble that lasts so long does not pass by itself.</summary>
    public static readonly TimeSpan LongestAiling = TimeSpan.FromDays(7);

    /// <summary>The code of a load that a person stopped: it says nothing of the source.</summary>
    internal static readonly string Cancelled = Fault.Cancelled.ToCode();

    /// <summary>Judges a source.</summary>
    /// <param name="loads">Its loads, oldest first.</param>
    /// <param name="newestRecord">When its newest record came; null where that is not known from the records themselves.</param>
    /// <param name="expectEvery">How often something new is expected; null where nobody says.</param>
    /// <param name="now">The run's own now.</param>
    public static HealthVerdict Judge(IReadOnlyList<PastLoad> loads, DateTimeOffset? newestRecord, TimeSpan? expectEvery, DateTimeOffset now)
    {
        var told = loads.Where(load => load.Code != Cancelled).ToList();
        if (told.Count == 0)
        {
            return new HealthVerdict(SourceHealth.NeverRead, null, null, loads.Count == 0 ? "" : loads[^1].Sentence, null);
        }

        var newest = newestRecord ?? told.LastOrDefault(load => load.Added > 0)?.StartedAt;
        var expected = expectEvery is { } every ? (newest ?? told[0].StartedAt) + every : (DateTimeOffset?)null;
        var (good, trouble, recovered) = Walk(told);
        if (trouble.Count > 0)
        {
            var lasting = good is null || trouble.Count >= FailuresInARow || now - trouble[0].StartedAt >= LongestAiling;
            var unproven = told[^1].Health is LoadHealth.Failed ? "" : " It has answered since, with nothing that proves it well.";
            return new HealthVerdict(
                lasting ? SourceHealth.Failed : SourceHealth.Ailing, trouble[0].StartedAt, trouble[^1].Code ?? Fault.Other.ToCode(), trouble[^1].Sentence + unproven, expected);
        }

        var last = told[^1];
        if (last.StartedAt > expected)
        {
            var since = newest ?? told[0].StartedAt;
            return new HealthVerdict(SourceHealth.Silent, since, SilentCode, string.Create(
                CultureInfo.InvariantCulture, $"Nothing new since {since:yyyy-MM-dd}, although something is expected every {Length(expectEvery!.Value)}."), expected);
        }

        return last.Health switch
        {
            LoadHealth.Empty => new HealthVerdict(SourceHealth.Empty, FirstInARow(told, LoadHealth.Empty), null, last.Sentence, expected),
            LoadHealth.NotModified => new HealthVerdict(SourceHealth.NotModified, recovered, null, "", expected),
            _ => new HealthVerdict(SourceHealth.Ok, recovered, null, last.Sentence, expected),
        };
    }

    /// <summary>The last good load, the failures since it, and the first load after earlier trouble. Only rows end trouble: an empty answer or a 304 without them proves nothing.</summary>
    private static (PastLoad? Good, List<PastLoad> Trouble, DateTimeOffset Recovered) Walk(List<PastLoad> loads)
    {
        PastLoad? good = null;
        var trouble = new List<PastLoad>();
        var recovered = loads[0].StartedAt;
        foreach (var load in loads)
        {
            if (load.Health is LoadHealth.Failed)
            {
                trouble.Add(load);
            }
            else if (load.Health is LoadHealth.Ok || load.Added > 0)
            {
                recovered = trouble.Count > 0 ? load.StartedAt : recovered;
                (good, trouble) = (load, []);
            }
        }

        return (good, trouble, recovered);
    }

    private static DateTimeOffset FirstInARow(List<PastLoad> loads, LoadHealth health) =>
        loads[loads.FindLastIndex(load => load.Health != health) + 1].StartedAt;

    private static string Length(TimeSpan every) => every.TotalDays >= 1
        ? every.TotalDays == 1 ? "day" : string.Create(CultureInfo.InvariantCulture, $"{every.TotalDays:0.#} days")
        : string.Create(CultureInfo.InvariantCulture, $"{every.TotalHours:0.#} hours");
}
