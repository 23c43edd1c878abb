using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Fetch;

/// <summary>How one load asks: its way out, and what is remembered of it.</summary>
internal interface ILoadTransport : IDisposable
{
    /// <summary>The handler of the source's HttpClient.</summary>
    HttpMessageHandler Handler { get; }

    /// <summary>The number of the newest answer; 0 before the first.</summary>
    int Newest { get; }

    /// <summary>The cursor that the source is given.</summary>
    Cursor? Since { get; }

    /// <summary>Whether a rebuild has come to where the load was killed: it is not finished then, as it never was.</summary>
    bool IsCutOff { get; }

    /// <summary>After how many batches the load was stopped by hand when it was made; null for one that was not, and in an ordinary run.</summary>
    int? StoppedAfter { get; }

    /// <summary>Notes that the load begins.</summary>
    void Begin();

    /// <summary>Asks a host more slowly, or as fast as it says that it may be asked.</summary>
    void Pace(Uri url, TimeSpan interval);

    /// <summary>Takes from a batch what its answer says of itself.</summary>
    void Note(RecordBatch batch);

    /// <summary>Notes how the load ended.</summary>
    void End(LoadResult result, DateTimeOffset finishedAt);
}
