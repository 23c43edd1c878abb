using Foresight.Engine.Store;
using Xunit;

namespace Foresight.Tests.Runs;

/// <summary>What is in a store, in a form in which two stores can be compared: all but load ids, the numbers of answers, and times of fetching.</summary>
internal static class StoredRows
{
    public static IReadOnlyList<string> Contents { get; } =
    [
        "SELECT * EXCLUDE (_load_id, _fetched_at, _first_seen_at) FROM documents_history ORDER BY _source, _item_id, _revision",
        "SELECT * EXCLUDE (_load_id, _answer) FROM observations_history ORDER BY ALL",
        "SELECT * EXCLUDE (_load_id) FROM codes_history ORDER BY ALL",
        "SELECT _source, _item_id, story_id FROM stories ORDER BY ALL",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>All rows of all contents, as JSON.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(string folder)
    {
        using var store = TableStore.Open(folder, TimeProvider.System);
        return await AllAsync(store);
    }

    public static async Task<IReadOnlyList<string>> AllAsync(TableStore store)
    {
        var rows = new List<string>();
        foreach (var contents in Contents)
        {
            rows.AddRange(await TextsAsync(store, $"SELECT CAST(to_json(c) AS VARCHAR) AS row FROM ({contents}) c"));
        }

        return rows;
    }

    /// <summary>A question's one column.</summary>
    public static async Task<IReadOnlyList<string>> TextsAsync(string folder, string sql)
    {
        using var store = TableStore.Open(folder, TimeProvider.System);
        return await TextsAsync(store, sql);
    }

    public static async Task<IReadOnlyList<string>> TextsAsync(TableStore store, string sql) =>
        [.. (await store.Tables.QueryAsync(sql))["row"].Values.Cast<string>()];

    /// <summary>Nothing is wrong with the store, and nothing lies in it that was to be gone.</summary>
    public static async Task AssertWholeAsync(string folder)
    {
        using var store = TableStore.Open(folder, TimeProvider.System);
        Assert.Empty(await store.VerifyAsync(Token));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }),
            file => file.EndsWith(".tmp", StringComparison.Ordinal) || file.EndsWith(".part", StringComparison.Ordinal));
    }
}
