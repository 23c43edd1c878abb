namespace Foresight.Engine.Store;

/// <summary>Which differences are asked for.</summary>
/// <param name="Table">documents, observations or codes.</param>
/// <param name="From">The earlier state: <c>v12</c>, a day or an instant, as for <see cref="TableStore.At"/>.</param>
/// <param name="To">The later state; null for the tables as they are.</param>
public sealed record DifferenceQuestion(string Table, string From, string? To = null)
{
    /// <summary>Only this source entry; null for all.</summary>
    public string? Source { get; init; }

    /// <summary>How many rows of each kind are given in full; all are counted.</summary>
    public int Limit { get; init; } = 20;
}

/// <summary>What became of a row.</summary>
public enum RowChange
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It says something else: an edited article, another vintage of a figure.</summary>
    Revised,

    /// <summary>It is no longer among the latest rows.</summary>
    Retired,
}

/// <summary>A value of a row before and after; of rows that were added or retired the one that there is.</summary>
public sealed record ValueDifference(string Column, object? Old, object? New)
{
    /// <summary>New less old, where both are numbers; in decimals where they have room, so that 0.3 less 0.1 is 0.2.</summary>
    public double? Change => (Old, New) is (double old, double now)
        ? Math.Abs(old) < 1e15 && Math.Abs(now) < 1e15 ? (double)((decimal)now - (decimal)old) : now - old
        : null;
}

/// <summary>A row that differs.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Identity">What makes it this row: column and value, those that have one.</param>
/// <param name="Values">What differs.</param>
public sealed record RowDifference(RowChange Kind, IReadOnlyList<KeyValuePair<string, string>> Identity, IReadOnlyList<ValueDifference> Values)
{
    /// <summary>A document's title; null for other rows.</summary>
    public string? Title { get; init; }

    /// <summary>What the source calls the codes of <see cref="Identity"/>, by column, where it says.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>When the load began that brought the old values; null where there are none.</summary>
    public DateTimeOffset? OldLoadedAt { get; init; }

    /// <summary>When the load began that brought the new values; null where there are none.</summary>
    public DateTimeOffset? NewLoadedAt { get; init; }
}

/// <summary>A state of the store.</summary>
/// <param name="Version">Its number.</param>
/// <param name="WrittenAt">When it was written; null for v0, where nothing was.</param>
public sealed record StoreState(long Version, DateTimeOffset? WrittenAt);

/// <summary>The differences of a table's latest rows between two states of the store.</summary>
/// <param name="Table">The table.</param>
/// <param name="From">The earlier state.</param>
/// <param name="To">The later one.</param>
/// <param name="Added">How many rows are new.</param>
/// <param name="Revised">How many say something else.</param>
/// <param name="Retired">How many are gone.</param>
/// <param name="Rows">The first of each kind: revised, added, retired.</param>
public sealed record TableDifferences(string Table, StoreState From, StoreState To, long Added, long Revised, long Retired, IReadOnlyList<RowDifference> Rows);
