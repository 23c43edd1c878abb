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
        output.WriteLine(
            $"{differences.Table}, v{Number(differences.From)} to v{Number(differences.To)}: "
            + $"{Number(differences.Added)} added, {Number(differences.Revised)} revised, {Number(differences.Retired)} retired");
        foreach (var row in differences.Rows)
        {
            output.WriteLine($"{JsonOutput.Word(row.Kind)}  {string.Join(' ', row.Identity.Select(Identity))}");
            foreach (var value in row.Values)
            {
                output.WriteLine("  " + Line(row.Kind, value));
            }
        }

        foreach (var (kind, count) in new[] { (RowChange.Revised, differences.Revised), (RowChange.Added, differences.Added), (RowChange.Retired, differences.Retired) })
        {
            if (count - differences.Rows.Count(row => row.Kind == kind) is var more and > 0)
            {
                output.WriteLine($"… {Number(more)} more {JsonOutput.Word(kind)} rows (--limit shows more)");
            }
        }
    }

    private static string Identity(KeyValuePair<string, string> pair) => pair.Key switch
    {
        "_source" or "_item_id" or "dataset" => pair.Value,
        _ => $"{pair.Key}={pair.Value}",
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
