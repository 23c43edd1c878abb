using System.Collections;
using System.Globalization;
using Foresight.Engine.Store;

namespace Foresight.Cli.Output;

/// <summary>Differences between two states of a table, as text.</summary>
internal static class DifferenceOutput
{
    private const int Widest = 70;

    public static void WriteText(this TextWriter output, TableDifferences differences)
    {
        var states = $"between {State(differences.From)} and {State(differences.To)}";
        if (differences is { Added: 0, Revised: 0, Retired: 0 })
        {
            output.WriteLine($"Nothing changed in {differences.Table} {states}.");
            return;
        }

        output.WriteLine(
            $"{differences.Table} {states}: {Number(differences.Revised)} revised, {Number(differences.Added)} added, {Number(differences.Retired)} retired. Times are UTC.");
        foreach (var row in differences.Rows)
        {
            output.WriteLine();
            output.WriteLine($"{JsonOutput.Word(row.Kind)}  {string.Join("  ", row.Identity.Select(pair => Identity(row, pair)))}");
            if (row.Title is { } title)
            {
                output.WriteLine("  " + Cut(Text(title)));
            }

            foreach (var value in row.Values)
            {
                output.WriteLine("  " + Line(row.Kind, value));
            }

            output.WriteLine("  loaded: " + string.Join(" → ", new[] { row.OldLoadedAt, row.NewLoadedAt }.OfType<DateTimeOffset>().Select(Time)));
        }

        foreach (var (kind, count) in new[] { (RowChange.Revised, differences.Revised), (RowChange.Added, differences.Added), (RowChange.Retired, differences.Retired) })
        {
            if (count - differences.Rows.Count(row => row.Kind == kind) is var more and > 0)
            {
                output.WriteLine($"… {Number(more)} more {JsonOutput.Word(kind)} rows (--limit shows more)");
            }
        }
    }

    private static string State(StoreState state) =>
        $"v{Number(state.Version)} ({(state.WrittenAt is { } time ? Time(time) : "before anything was written")})";

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Identity(RowDifference row, KeyValuePair<string, string> pair) => pair.Key switch
    {
        "_source" or "_item_id" or "dataset" => pair.Value,
        _ => $"{pair.Key}={pair.Value}{(row.Labels.TryGetValue(pair.Key, out var label) ? $" ({label})" : "")}",
    };

    private static string Line(RowChange kind, ValueDifference value)
    {
        if (kind != RowChange.Revised)
        {
            return $"{value.Column}: {Cut(Text(kind == RowChange.Added ? value.New : value.Old))}";
        }

        var (old, now) = Excerpt(Text(value.Old), Text(value.New));
        var change = value.Change is { } number ? $" ({(number > 0 ? "+" : "")}{number.ToString(CultureInfo.InvariantCulture)})" : "";
        return $"{value.Column}: {old} → {now}{change}";
    }

    /// <summary>Of long texts the places from where they differ.</summary>
    private static (string Old, string New) Excerpt(string old, string now)
    {
        if (old.Length <= Widest && now.Length <= Widest)
        {
            return (old, now);
        }

        var same = old.AsSpan().CommonPrefixLength(now);
        var start = same <= 15 ? 0 : same - 15;
        string From(string text) => (start > 0 ? "…" : "") + Cut(text[start..]);
        return (From(old), From(now));
    }

    private static string Cut(string text) => text.Length <= Widest ? text : text[..(Widest - 1)] + "…";

    private static string Text(object? value) => value switch
    {
        null => "(none)",
        string text => text.ReplaceLineEndings(" "),
        IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Select(Text)) + "]",
        DateTime instant => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
