using Foresight.Engine.Fetch.Known;
using Foresight.Engine.Fetch.Raw;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Fetch;

/// <summary>A load whose answers are kept.</summary>
internal sealed class KeepingTransport : ILoadTransport
{
    private readonly LoadWriter load;
    private readonly RawAnswers raw;
    private readonly KnownAnswers? known;
    private readonly Action<Uri, TimeSpan> pace;
    private readonly LoadMeta meta;
    private readonly string file;

    /// <param name="storeFolder">The store's folder.</param>
    /// <param name="load">The load.</param>
    /// <param name="opening">What it begins with.</param>
    /// <param name="run">The run that it belongs to.</param>
    /// <param name="way">The way out, which others use too.</param>
    /// <param name="known">What is known of the source's answers; null where nobody asks whether they changed.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="pace">Sets the pace of a host.</param>
    public KeepingTransport(
        string storeFolder, LoadWriter load, LoadOpening opening, string run, HttpMessageHandler way, KnownAnswers? known, FetchLimits limits, TimeProvider clock, Action<Uri, TimeSpan> pace)
    {
        (this.load, this.known, this.pace) = (load, known, pace);
        raw = new RawAnswers(storeFolder, opening, load, known, limits, clock);
        meta = new LoadMeta { Load = load.LoadId, Run = run, Opening = opening, StartedAt = load.StartedAt };
        file = Path.Combine(storeFolder, RawFolder.DayOf(opening.Source, load.StartedAt), load.LoadId + ".load.json");
        Handler = new KeepingHandler(storeFolder, raw, way);
    }

    public HttpMessageHandler Handler { get; }

    public int Newest => raw.Newest;

    public Cursor? Since => meta.Opening.Since;

    public bool IsCutOff => false;

    public int? StoppedAfter => null;

    public void Begin() => RawFile.WriteJson(file, meta);

    public void Pace(Uri url, TimeSpan interval) => pace(url, interval);

    public void Note(RecordBatch batch)
    {
        if (batch.About?.TimeToLive is { } time)
        {
            known?.Holds(raw.Newest, time);
        }
    }

    public void End(LoadResult result, DateTimeOffset finishedAt)
    {
        RawFile.WriteJson(file, meta with { FinishedAt = finishedAt, Health = result.Health, Fault = result.Fault, Message = result.Message, Batches = result.Batches });
        known?.End(result.Health is not LoadHealth.Failed, load.EndCursor);
    }

    // The way is the run's.
    public void Dispose()
    {
    }
}
