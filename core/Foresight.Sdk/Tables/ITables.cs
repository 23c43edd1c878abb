namespace Foresight.Sdk;

/// <summary>The store's tables, to be read with SQL (DuckDB's dialect) over the views that <c>docs/store.md</c> describes.</summary>
public interface ITables
{
    /// <summary>Runs a query. Parameters are <c>$1</c>, <c>$2</c> …</summary>
    /// <exception cref="InvalidOperationException">The query is wrong; the message says where.</exception>
    Task<Table> QueryAsync(string sql, params object?[] parameters);
}
