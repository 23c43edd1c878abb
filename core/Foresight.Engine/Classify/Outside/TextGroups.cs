using System.Text.RegularExpressions;

namespace Foresight.Engine.Classify.Outside;

/// <summary>The group of each text of a labels file, from a column beside the labels.</summary>
internal static partial class TextGroups
{
    private static readonly Dictionary<string, string[]> Columns = new(StringComparer.Ordinal)
    {
        ["language"] = ["language"],
        ["source"] = ["source"],
        ["year"] = ["year", "published", "date"],
        ["kind"] = ["kind", "type"],
    };

    /// <summary>By what texts can be grouped.</summary>
    public static IReadOnlyList<string> Known => [.. Columns.Keys];

    /// <summary>The groups by id; texts without one are left out. Null where the file has no such column.</summary>
    /// <param name="file">A file that could be read as labels.</param>
    /// <param name="by">One of <see cref="Known"/>.</param>
    public static IReadOnlyDictionary<string, string>? Find(string file, string by)
    {
        using var reader = TextFile.Read(file);
        using var rows = CsvRows.Read(reader).GetEnumerator();
        rows.MoveNext();
        var names = rows.Current.Fields.Select(name => name.Trim()).ToList();
        var (id, column) = (names.IndexOf("id"), Columns[by].Select(name => names.IndexOf(name)).FirstOrDefault(place => place >= 0, -1));
        if (column < 0)
            return null;
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        while (rows.MoveNext())
        {
            var value = rows.Current.Fields[column].Trim();
            var group = by == "year" ? Year().Match(value).Value : value;
            if (group.Length > 0)
                groups[rows.Current.Fields[id].Trim()] = group;
        }

        return groups;
    }

    /// <summary>The same where the column must be there.</summary>
    /// <exception cref="LabelFileException">It is not.</exception>
    public static IReadOnlyDictionary<string, string> Of(string file, string by) => Find(file, by)
        ?? throw new LabelFileException([$"{file}:1: the header has no column {string.Join(" or ", Columns[by])}, so its texts cannot be grouped by {by}."]);

    [GeneratedRegex(@"^\d{4}")]
    private static partial Regex Year();
}
