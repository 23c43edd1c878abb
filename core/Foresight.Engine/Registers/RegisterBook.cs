using Foresight.Sdk;

namespace Foresight.Engine.Registers;

/// <summary>The registers as they stand in the store.</summary>
public sealed class RegisterBook
{
    private readonly Dictionary<string, IReadOnlyList<RegisterEntry>> entries;
    private readonly Dictionary<(string Register, string Id), RegisterEntry> byId = [];

    private RegisterBook(IEnumerable<RegisterEntry> entries)
    {
        var all = entries.ToLookup(entry => entry.Register.Id, StringComparer.Ordinal);
        this.entries = Register.All.ToDictionary(
            register => register.Id, IReadOnlyList<RegisterEntry> (register) => [.. all[register.Id].OrderBy(entry => entry.Id, StringComparer.Ordinal)], StringComparer.Ordinal);
        foreach (var entry in all.SelectMany(some => some))
        {
            byId.TryAdd((entry.Register.Id, entry.Id), entry);
        }
    }

    /// <summary>What the services need to develop.</summary>
    public IReadOnlyList<RegisterEntry> Needs => Of(Register.Needs);

    /// <summary>With whom.</summary>
    public IReadOnlyList<RegisterEntry> Partners => Of(Register.Partners);

    /// <summary>Applications to funds.</summary>
    public IReadOnlyList<RegisterEntry> Applications => Of(Register.Applications);

    /// <summary>What is done.</summary>
    public IReadOnlyList<RegisterEntry> Activities => Of(Register.Activities);

    /// <summary>What contact persons saw.</summary>
    public IReadOnlyList<RegisterEntry> Observations => Of(Register.Observations);

    /// <summary>What bodies decided.</summary>
    public IReadOnlyList<RegisterEntry> Decisions => Of(Register.Decisions);

    /// <summary>The rows of a register, by id. None means that nothing is registered, which is not nought: it is not measured.</summary>
    public IReadOnlyList<RegisterEntry> Of(Register register) => entries[register.Id];

    /// <summary>A row by its id; null where there is none.</summary>
    public RegisterEntry? Find(Register register, string? id) => id is null ? null : byId.GetValueOrDefault((register.Id, id));

    /// <summary>Reads the latest rows.</summary>
    public static async Task<RegisterBook> ReadAsync(ITables tables)
    {
        var table = await tables.QueryAsync("""
            SELECT _source, dataset, _item_id, _revision, _load_id, map_keys(fields) AS names, map_values(fields) AS texts
            FROM registers ORDER BY _source, dataset, _item_id
            """).ConfigureAwait(false);
        return new RegisterBook(table.Rows.Select(Read));
    }

    private static RegisterEntry Read(TableRow row)
    {
        var fields = Texts(row["names"]).Zip(Texts(row["texts"])).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        var register = Register.All.Single(register => register.Id == row.Text("dataset"));
        return new RegisterEntry(row.Text("_source"), register, row.Text("_item_id"), fields, (int)row["_revision"]!, row.Text("_load_id"));
    }

    private static IEnumerable<string> Texts(object? cell) => ((System.Collections.IEnumerable)cell!).Cast<string>();
}
