using Foresight.Formats.Px;
using Foresight.Plugins.PartnerIndicators.PxWeb;
using Foresight.Sdk;

namespace Foresight.Plugins.PartnerIndicators.PxFiles;

/// <summary>What the codes of a file are called, in the languages that it has.</summary>
internal static class PxFileLabels
{
    public static IEnumerable<CodeLabel> Of(PxTable table, PxVariable variable, string dimension, IReadOnlyList<string>? filter)
    {
        var (sv, en) = (TextsOf(table, variable, "sv"), TextsOf(table, variable, "en"));
        var all = variable.Codes.ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < variable.Codes.Count; i++)
        {
            var code = variable.Codes[i];
            if (filter is not null && !filter.Contains(code, StringComparer.OrdinalIgnoreCase))
                continue;
            var (kind, parent) = PxVariableNames.PlaceOf(dimension, code, variable.Elimination, all);
            yield return new CodeLabel(dimension, PxVariableNames.CodeOf(dimension, code), sv?[i], en?[i], kind, parent);
        }
    }

    private static IReadOnlyList<string>? TextsOf(PxTable table, PxVariable variable, string language) =>
        language.Equals(table.Language, StringComparison.OrdinalIgnoreCase) ? variable.Texts
        : variable.Languages.TryGetValue(language, out var other) ? other.Texts
        : null;
}
