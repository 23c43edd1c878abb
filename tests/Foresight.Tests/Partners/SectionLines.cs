using Foresight.Engine.Briefs.Sections;

namespace Foresight.Tests.Partners;

/// <summary>A section's parts as plain lines.</summary>
internal static class SectionLines
{
    public static IEnumerable<string> Of(SectionPart part) => part switch
    {
        SectionText text => [text.Text],
        SectionList list => list.Lines.Select(line => line.Text),
        SectionTable table => table.Rows.Select(row => string.Join(" | ", row.Select(cell => cell.Text))),
        _ => throw new NotSupportedException(part.GetType().Name),
    };
}
