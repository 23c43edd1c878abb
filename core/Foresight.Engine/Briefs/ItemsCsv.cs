using System.Globalization;
using System.Text;

namespace Foresight.Engine.Briefs;

/// <summary>The relevant items as RFC 4180 text: one row per item and focus area.</summary>
internal static class ItemsCsv
{
    public static string Of(IReadOnlyList<BriefItem> items)
    {
        var csv = new StringBuilder("source,item_id,day,publisher,title,link,focus_area,probability,decided_by,cannot_say,language,topics\r\n");
        foreach (var item in items)
        {
            foreach (var verdict in item.Verdicts)
            {
                csv.AppendJoin(',', [
                    Cell(item.Source), Cell(item.Id), RelevantItems.Sql(item.Day), Cell(item.Publisher), Cell(item.Title), Cell(item.Link ?? ""),
                    Cell(verdict.FocusArea), verdict.Probability.ToString("0.0000", CultureInfo.InvariantCulture),
                    Cell(verdict.DecidedBy), verdict.Certainty == Certainty.Uncertain ? "yes" : "no", Cell(item.TextLanguage ?? ""), Cell(string.Join('|', item.Topics))]).Append("\r\n");
            }
        }

        return csv.ToString();
    }

    /// <summary>A text that a spreadsheet would take for a formula is quoted from it by an apostrophe.</summary>
    public static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().ContainsAny("\",\r\n") ? '"' + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' : safe;
    }
}
