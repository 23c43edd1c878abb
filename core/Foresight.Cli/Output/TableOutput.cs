using System.Collections;
using System.Globalization;
using System.Text;
using Foresight.Sdk;

namespace Foresight.Cli.Output;

/// <summary>Tables as text, CSV or JSON.</summary>
internal static class TableOutput
{
    private const int WidestCell = 60;

    /// <summary>Aligned columns; long cells are cut with an ellipsis, numbers stand to the right. Columns that may be left out are, where no row says anything in them.</summary>
    public static void WriteText(
        this TextWriter output, IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlySet<int>? numeric = null, IReadOnlySet<int>? optional = null)
    {
        if (optional is not null)
        {
            int[] kept = [.. Enumerable.Range(0, header.Count).Where(i => !optional.Contains(i) || rows.Any(row => row[i] is not ("" or "0")))];
            output.WriteText(
                [.. kept.Select(i => header[i])], [.. rows.Select(row => (IReadOnlyList<string>)[.. kept.Select(i => row[i])])],
                kept.Index().Where(pair => numeric?.Contains(pair.Item) == true).Select(pair => pair.Index).ToHashSet());
            return;
        }

        var cells = rows.Select(row => row.Select(Cut).ToArray()).ToList();
        var widths = header.Select((name, i) => cells.Select(row => row[i].Length).Append(name.Length).Max()).ToArray();
        void Line(IReadOnlyList<string> row) => output.WriteLine(string.Join("  ", row.Select((cell, i) =>
            numeric?.Contains(i) == true ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd());
        Line(header);
        Line([.. widths.Select(width => new string('-', width))]);
        foreach (var row in cells)
        {
            Line(row);
        }
    }

    /// <summary>A query's answer as aligned columns.</summary>
    public static void WriteText(this TextWriter output, Table table, int limit)
    {
        var numeric = table.Columns.Select((column, i) => (column, i)).Where(c => IsNumber(c.column.Type)).Select(c => c.i).ToHashSet();
        output.WriteText(
            [.. table.Columns.Select(column => column.Name)],
            [.. table.Rows.Take(limit).Select(row => (IReadOnlyList<string>)[.. table.Columns.Select(column => Text(column.Values[row.Index]))])],
            numeric);
        if (table.RowCount > limit)
        {
            output.WriteLine($"… {table.RowCount - limit} more rows (--limit shows more)");
        }
    }

    /// <summary>A query's answer as RFC 4180 CSV.</summary>
    public static void WriteCsv(this TextWriter output, Table table)
    {
        output.WriteLine(string.Join(",", table.Columns.Select(column => Quoted(column.Name))));
        foreach (var row in table.Rows)
        {
            output.WriteLine(string.Join(",", table.Columns.Select(column => Quoted(Text(column.Values[row.Index])))));
        }
    }

    /// <summary>A query's answer as a list of objects.</summary>
    public static void WriteJson(this TextWriter output, Table table) => output.WriteJson(
        table.Rows.Select(row => table.Columns.ToDictionary(column => column.Name, column => Plain(column.Values[row.Index]))).ToList());

    private static object? Plain(object? value) => value switch
    {
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        System.Numerics.BigInteger big => (decimal)big,
        _ => value,
    };

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "true" : "false",
        DateTime or DateOnly => (string)Plain(value)!,
        IReadOnlyDictionary<string, string> map => "{" + string.Join(", ", map.Select(pair => $"{pair.Key}={pair.Value}")) + "}",
        IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Select(Text)) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Cut(string cell)
    {
        var line = new StringBuilder(cell).Replace("\r", "").Replace('\n', ' ').Replace('\t', ' ').ToString();
        return line.Length <= WidestCell ? line : line[..(WidestCell - 1)] + "…";
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static bool IsNumber(Type type) =>
        type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(decimal) || type == typeof(float)
        || type == typeof(short) || type == typeof(System.Numerics.BigInteger) || type == typeof(uint) || type == typeof(ulong);
}
