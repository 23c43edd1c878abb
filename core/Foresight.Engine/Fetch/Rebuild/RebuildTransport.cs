using Foresight.Engine.Fetch.Raw;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Fetch.Rebuild;

/// <summary>Gives a load its own answers again: to each request the one that it got then, in its turn, also where that was a fault.</summary>
internal sealed class RebuildTransport : ILoadTransport
{
    private readonly KeptLoad kept;
    private readonly RebuildClock clock;
    private readonly KeptHandler handler;

    public RebuildTransport(string storeFolder, KeptLoad kept, LoadWriter load, LoadOpening opening, RebuildClock clock)
    {
        (this.kept, this.clock) = (kept, clock);
        handler = new KeptHandler(storeFolder, kept, load, opening, clock);
    }

    public HttpMessageHandler Handler => handler;

    public int Newest => handler.Newest;

    public Cursor? Since => kept.Meta.Opening.Since;

    public bool IsCutOff => kept.Meta.FinishedAt is null && handler.HasRunOut;

    public int? StoppedAfter => kept.Meta.Fault is Fault.Cancelled ? kept.Meta.Batches : null;

    /// <summary>Why the load could not be made again as it was; null where it was.</summary>
    public string? Problem => IsCutOff ? null : handler.Problem;

    public void Begin() => clock.Set(kept.Meta.StartedAt);

    public void Pace(Uri url, TimeSpan interval)
    {
    }

    public void Note(RecordBatch batch)
    {
    }

    // The raw folder has it already.
    public void End(LoadResult result, DateTimeOffset finishedAt)
    {
    }

    public void Dispose() => handler.Dispose();
}
