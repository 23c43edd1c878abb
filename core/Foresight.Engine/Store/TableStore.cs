using Foresight.Sdk;

namespace Foresight.Engine.Store;

/// <summary>The store: Delta tables that Parquet.Net writes and DuckDB reads (docs/store.md).</summary>
public sealed class TableStore : IDisposable
{
    /// <summary>Opens a store, creating it where there is none.</summary>
    public static TableStore Open(string folder, TimeProvider clock) => throw new NotImplementedException();

    /// <summary>The folder.</summary>
    public string Folder => throw new NotImplementedException();

    /// <summary>The tables as they are now; sees every commit at the next query.</summary>
    public ITables Tables => throw new NotImplementedException();

    /// <summary>The tables as they were: <c>v12</c> (store version) or <c>2026-09-01</c> (end of that day, UTC) or an ISO instant.</summary>
    public ITables At(string version) => throw new NotImplementedException();

    /// <summary>The cursor of a source entry, from the newest commit that has one.</summary>
    public Cursor? CursorOf(string source) => throw new NotImplementedException();

    /// <summary>Begins a load of one source entry. Several may be under way at once, also in several threads.</summary>
    public LoadWriter BeginLoad(LoadStart start) => throw new NotImplementedException();

    /// <summary>Stores verdicts; a verdict of the same document, area, model and policy version replaces nothing and adds nothing.</summary>
    public Task<AppendCounts> AppendClassificationsAsync(IReadOnlyList<ClassificationRow> rows, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Checks logs, files, statistics and hashes; one sentence per fault, none when all is well.</summary>
    public Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Dispose() => throw new NotImplementedException();
}

/// <summary>What is known when a load begins.</summary>
public sealed record LoadStart(string Source, string Plugin, string PluginVersion);

/// <summary>One load of one source entry: its answers and batches, and at the end its row in <c>loads</c>.</summary>
public sealed class LoadWriter : IAsyncDisposable
{
    /// <summary>The load's id: sorts by time, unique in the store.</summary>
    public string LoadId => throw new NotImplementedException();

    /// <summary>Notes an answer; its raw file is already written.</summary>
    public void AddAnswer(AnswerRow answer) => throw new NotImplementedException();

    /// <summary>Stores a batch and its cursor in one commit (small batches may be joined; the last ones are committed by <see cref="FinishAsync"/>).</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="answer">The number of the answer that it came from.</param>
    /// <param name="cancellationToken">Stops before the commit, never in it.</param>
    public Task AppendAsync(RecordBatch batch, int answer, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Commits what is pending and writes the load's row.</summary>
    public Task<LoadResult> FinishAsync(LoadHealth health, string message, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}

/// <summary>An answer of a source: where it is kept and what came with it.</summary>
/// <param name="Number">1, 2, … within the load.</param>
/// <param name="Url">The request's URL with its parameters.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The content type, where given.</param>
/// <param name="FetchedAt">When it was fetched.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its hash, lower-case hex.</param>
/// <param name="Path">Its file, relative to the store's folder, with forward slashes.</param>
public sealed record AnswerRow(int Number, string Url, int Status, string? ContentType, DateTimeOffset FetchedAt, long Bytes, string Sha256, string Path);

/// <summary>How a load ended.</summary>
public enum LoadHealth
{
    /// <summary>Read to the end.</summary>
    Ok,

    /// <summary>Read to the end, nothing in it.</summary>
    Empty,

    /// <summary>Stopped by a fault; what was read before is kept.</summary>
    Failed,
}

/// <summary>What became of the rows that were given.</summary>
public sealed record AppendCounts(long Added, long Revised, long Unchanged);

/// <summary>A finished load.</summary>
public sealed record LoadResult(string LoadId, LoadHealth Health, string Message, int Answers, int Batches, long Read, AppendCounts Rows, long Rejected);

/// <summary>A verdict on one document for one focus area.</summary>
public sealed record ClassificationRow(
    string Source, string ItemId, int Revision, string FocusArea, double Probability, double Threshold,
    IReadOnlyList<string> Terms, string ModelVersion, string PolicyVersion, DateTimeOffset ClassifiedAt);
