using System.Globalization;
using System.Net;
using System.Text;
using Foresight.Engine.Charts;
using Foresight.Sdk;

namespace Foresight.Notebooks;

/// <summary>A chart that shows itself: the picture with title, alternative text and, folded under it, its data table.</summary>
[TypeFormatterSource(typeof(ViewFormatters))]
public sealed class ChartView : IView
{
    private readonly string language;

    internal ChartView(ChartSpec spec, RenderedChart chart, string language) => (Spec, Rendered, this.language) = (spec, chart, language);

    /// <summary>The data.</summary>
    public ChartSpec Spec { get; }

    /// <summary>The picture (PNG and SVG), its alternative text, table and CSV.</summary>
    public RenderedChart Rendered { get; }

    /// <summary>As an HTML figure; the picture is inside it.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<figure lang=\"{language}\"><figcaption><strong>{Text(Spec.Title)}</strong><br>{Text(Spec.Subtitle)}</figcaption>");
        html.Append(CultureInfo.InvariantCulture, $"<img alt=\"{Text(Rendered.AltShort)}\" style=\"max-width:720px;width:100%\" src=\"data:image/png;base64,{Convert.ToBase64String(Rendered.Png)}\">");
        html.Append(CultureInfo.InvariantCulture, $"<p><small>{Text(Spec.SourceLine)}</small></p>");
        html.Append(CultureInfo.InvariantCulture, $"<details><summary>{(language == "sv" ? "Tabell" : "Table")}</summary>{TableHtml()}</details></figure>");
        return html.ToString();
    }

    /// <summary>The message, the description and the source as text.</summary>
    public override string ToString() => $"{Spec.Title}\n{Spec.Subtitle}\n{Rendered.AltLong}\n{Spec.SourceLine}\n";

    private string TableHtml()
    {
        var html = new StringBuilder("<table><thead><tr>");
        foreach (var column in Rendered.Table.Columns)
        {
            html.Append("<th scope=\"col\">").Append(Text(column.Name)).Append("</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (var row in Rendered.Table.Rows)
        {
            html.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{Text(cell)}</td>")).Append("</tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
