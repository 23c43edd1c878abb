using System.Collections;
using System.Globalization;
using System.Net;
using System.Text;
using Foresight.Sdk;

namespace Foresight.Notebooks;

/// <summary>A query's answer that shows itself: an HTML table in a notebook, aligned text in a terminal; long ones are cut and say so, and so are long texts.</summary>
/// <param name="table">The answer.</param>
[TypeFormatterSource(typeof(ViewFormatters))]
public sealed class TableView(Table table) : IView
{
    private const int ShownRows = 20;
    private const int ShownCharacters = 300;

    /// <summary>The answer itself.</summary>
    public Table Table { get; } = table;

    /// <summary>The rows.</summary>
    public IEnumerable<TableRow> Rows => Table.Rows;

    /// <summary>As HTML, with at most 20 rows, 300 characters a cell, and a line that tells how many more rows there are.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder("<table><thead><tr>");
        foreach (var column in Table.Columns)
        {
            html.Append("<th scope=\"col\">").Append(WebUtility.HtmlEncode(column.Name)).Append("</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (var row in Rows.Take(ShownRows))
        {
            html.Append("<tr>");
            foreach (var column in Table.Columns)
            {
                html.Append("<td>").Append(WebUtility.HtmlEncode(Cell(column.Values[row.Index]))).Append("</td>");
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table>");
        return Table.RowCount > ShownRows
            ? html.Append(CultureInfo.InvariantCulture, $"<p>{Table.RowCount - ShownRows} more rows</p>").ToString()
            : html.ToString();
    }

    /// <summary>As aligned text, cut likewise.</summary>
    public override string ToString()
    {
        var rows = Rows.Take(ShownRows).Select(row => Table.Columns.Select(column => Cell(column.Values[row.Index])).ToArray()).ToList();
        var widths = Table.Columns.Select((column, i) => rows.Select(row => row[i].Length).Append(column.Name.Length).Max()).ToArray();
        var text = new StringBuilder();
        void Line(IEnumerable<string> cells) => text.AppendLine(string.Join("  ", cells.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
        Line(Table.Columns.Select(column => column.Name));
        rows.ForEach(Line);
        if (Table.RowCount > ShownRows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{Table.RowCount - ShownRows} more rows");
        }

        return text.ToString();
    }

    private static string Cell(object? value) => Whole(value) is { Length: > ShownCharacters } text
        ? text[..(char.IsHighSurrogate(text[ShownCharacters - 1]) ? ShownCharacters - 1 : ShownCharacters)] + "…"
        : Whole(value);

    private static string Whole(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime time => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IEnumerable list => string.Join(", ", list.Cast<object?>().Take(ShownCharacters).Select(Whole)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
