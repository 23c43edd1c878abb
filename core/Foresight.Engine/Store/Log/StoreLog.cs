using System.Globalization;
using Foresight.Engine.Store.Columns;
using Foresight.Sdk;

namespace Foresight.Engine.Store.Log;

/// <summary>The logs of all tables, and what follows from them together.</summary>
internal sealed class StoreLog(string folder)
{
    public string Folder { get; } = folder;

    public IReadOnlyList<TableLog> Tables { get; } = [.. StoreShapes.All.Select(shape => new TableLog(folder, shape))];

    public TableLog this[TableShape shape] => Tables.First(table => table.Shape == shape);

    /// <summary>The newest version of the store; 0 where nothing was written.</summary>
    public long Version => Commits().Select(commit => commit.Info.StoreVersion).DefaultIfEmpty(0).Max();

    public void Refresh()
    {
        foreach (var table in Tables)
        {
            table.Refresh();
        }
    }

    /// <summary>The cursor of a source entry, from the newest commit that has one.</summary>
    public Cursor? CursorOf(string source) => CursorMoveOf(source) is { Cursor: { } cursor } ? new Cursor(cursor) : null;

    /// <summary>The newest commit that moved or reset a source entry's cursor; null where there is none.</summary>
    public CommitInfo? CursorMoveOf(string source) => Commits().Select(commit => commit.Info)
        .Where(info => info.Source == source && (info.Cursor is not null || info.Operation == CommitInfo.CursorReset))
        .MaxBy(info => info.StoreVersion);

    /// <summary>The number of the last batch of a source entry.</summary>
    public long LastBatchOf(string source) =>
        Commits().Where(commit => commit.Info.Source == source).Select(commit => commit.Info.Batch ?? 0).DefaultIfEmpty(0).Max();

    /// <summary>The version and time of the next commit. Time never runs backward over the store's versions, whatever the clock says.</summary>
    public (long StoreVersion, long Timestamp) Next(TimeProvider clock) => (
        Version + 1,
        Math.Max(clock.GetUtcNow().ToUnixTimeMilliseconds(), Commits().Select(commit => commit.Info.Timestamp).DefaultIfEmpty(0).Max()));

    /// <summary>The store's version that <c>v12</c>, a day or an instant means.</summary>
    /// <exception cref="ArgumentException">It means none; the message says which there are.</exception>
    public long VersionOf(string text)
    {
        if (long.TryParse(text.AsSpan(text.StartsWith('v') ? 1 : 0), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number <= Version ? number : throw new ArgumentException($"The store has no version v{number}; its newest is v{Version}.");
        }

        var end = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMilliseconds(-1)
            : text.Contains('T', StringComparison.Ordinal)
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant
            : throw new ArgumentException(
                $"'{text}' is no version of the store; write v12, a day such as 2026-09-01 or an instant such as 2026-09-01T12:00:00Z.");
        return Commits().Where(commit => commit.Info.Timestamp <= end.ToUnixTimeMilliseconds())
            .Select(commit => commit.Info.StoreVersion).DefaultIfEmpty(0).Max();
    }

    /// <summary>When a version was written; null for v0, where nothing was.</summary>
    public DateTimeOffset? TimeOf(long version) =>
        Commits().FirstOrDefault(commit => commit.Info.StoreVersion == version) is { } commit ? DateTimeOffset.FromUnixTimeMilliseconds(commit.Info.Timestamp) : null;

    private IEnumerable<Commit> Commits() => Tables.SelectMany(table => table.CommitsAfter(-1));
}
