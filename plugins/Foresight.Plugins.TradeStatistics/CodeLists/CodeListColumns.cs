using System.Text.RegularExpressions;

namespace Foresight.Plugins.TradeStatistics.CodeLists;

/// <summary>Which column of a list is which.</summary>
/// <param name="Code">The place of the code.</param>
/// <param name="Label">The place of the label.</param>
/// <param name="Parent">The place of the parent; -1 for none.</param>
/// <param name="HasHeader">Whether the first line names them.</param>
internal sealed partial record CodeListColumns(int Code, int Label, int Parent, bool HasHeader)
{
    /// <summary>The best name first. CN lists have a self-explanatory text beside the name, which is only "Other" often.</summary>
    private static readonly string[] Labels = ["SupText", "description", "CLDR display name", "label", "name", "text"];

    /// <summary>Reads the first line; null where the columns cannot be told from it.</summary>
    public static CodeListColumns? Of(IReadOnlyList<string> first, char delimiter, CodeListOptions options)
    {
        var names = first.Select(name => name.Trim().TrimStart('\uFEFF')).ToList();
        var code = options.CodeColumn is { } named ? Find(names, named) : UsualCode(names);
        var label = options.LabelColumn is { } told ? Find(names, told) : Labels.Select(name => Find(names, name)).FirstOrDefault(at => at >= 0, -1);
        if (code >= 0 && label >= 0)
            return new(code, label, Find(names, options.ParentColumn ?? "parent"), HasHeader: true);

        // Eurostat's lists have no header: a code, a tab, a label.
        return options.CodeColumn is null && options.LabelColumn is null && code < 0 && label < 0 && names.Count == 2 && delimiter == '\t' ? new(0, 1, -1, HasHeader: false) : null;
    }

    private static int Find(List<string> names, string name) => names.FindIndex(one => one.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A list of products may have its sections in a column of their own, which is no code of theirs.</summary>
    private static int UsualCode(List<string> names) =>
        names.FindIndex(name => CodeName().IsMatch(name)) is >= 0 and var at ? at : Find(names, "section");

    [GeneratedRegex(@"^(code|hscode|CN ?\d{0,4}|SITC ?\d?|NACE|ISO3166-1-Alpha-2|notation)$", RegexOptions.IgnoreCase)]
    private static partial Regex CodeName();
}
