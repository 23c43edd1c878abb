using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>A report of a story, with what the classifier says of it.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Day">When it was published.</param>
/// <param name="Belongs">The focus areas that it belongs to.</param>
/// <param name="Clear">The focus areas that it clearly does not belong to: less than half of what a yes takes.</param>
internal sealed record StoryReport(TableRow Row, DateOnly Day, IReadOnlyList<string> Belongs, IReadOnlyList<string> Clear)
{
    public static StoryReport Of(IReadOnlyList<TableRow> rows) => new(
        rows[0],
        rows[0].Day("day")!.Value,
        [.. rows.Where(row => row["belongs"] is true).Select(row => row.Text("focus_area"))],
        [.. rows.Where(row => row["belongs"] is false && row.Number("probability") < row.Number("threshold") / 2).Select(row => row.Text("focus_area"))]);
}
