using Foresight.Sdk;

namespace Foresight.Engine.Store.Queries;

/// <summary>The registers as views with a typed column for each of theirs, as the Sdk declares them.</summary>
internal static class RegisterViews
{
    public static IEnumerable<string> Create() => Register.All.Select(Create);

    private static string Create(Register register) =>
        $"CREATE VIEW {register.View} AS SELECT _source, {string.Join(", ", register.Columns.Select(column => $"{Value(column)} AS {column.Name}"))}, "
        + $"_revision, _first_seen_at, _load_id, _raw_sha256 FROM registers WHERE dataset = {ViewSql.Literal(register.Id)}";

    private static string Value(RegisterColumn column)
    {
        if (column.Name == "id")
        {
            return "_item_id";
        }

        var field = $"fields[{ViewSql.Literal(column.Name)}]";
        return column.Kind switch
        {
            RegisterValue.Day => $"TRY_CAST({field} AS DATE)",
            RegisterValue.Amount => $"TRY_CAST({field} AS DOUBLE)",
            RegisterValue.YesNo => $"TRY_CAST({field} AS BOOLEAN)",
            RegisterValue.Many => $"string_split({field}, '; ')",
            _ => field,
        };
    }
}
