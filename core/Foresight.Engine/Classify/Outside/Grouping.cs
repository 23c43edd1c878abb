using Foresight.Sdk;

namespace Foresight.Engine.Classify.Outside;

/// <summary>The groups that a report is asked for.</summary>
internal static class Grouping
{
    /// <summary>The group of each text, in their order; null where nothing was asked.</summary>
    /// <exception cref="LabelFileException">A file has no such column.</exception>
    public static (string By, IReadOnlyList<string?> Of)? Of(IReadOnlyList<string> files, string? by, IReadOnlyList<LabelledText> texts)
    {
        if (by is null)
            return null;
        var groups = files.SelectMany(file => TextGroups.Of(file, by)).ToDictionary(StringComparer.Ordinal);
        return (by, [.. texts.Select(text => groups.GetValueOrDefault(text.Id))]);
    }
}
