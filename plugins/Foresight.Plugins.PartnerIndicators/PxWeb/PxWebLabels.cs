using Foresight.Formats.PxWeb;
using Foresight.Sdk;

namespace Foresight.Plugins.PartnerIndicators.PxWeb;

/// <summary>What the codes that were asked for are called.</summary>
internal static class PxWebLabels
{
    public static IReadOnlyList<CodeLabel> Of(
        PxWebTable table, PxWebSelection selection, IReadOnlyDictionary<string, string> dimensions, PxWebTable? sv, PxWebTable? en)
    {
        return [.. table.Dimensions.Index().Where(one => dimensions.ContainsKey(one.Item.Code)).SelectMany(one =>
        {
            var (at, variable) = one;
            var dimension = dimensions[variable.Code];
            var (swedish, english) = (LabelsOf(sv, at, variable), LabelsOf(en, at, variable));
            var all = variable.Codes.ToHashSet(StringComparer.Ordinal);
            return selection.Parts[at].Codes.Select(code =>
            {
                var (kind, parent) = PxVariableNames.PlaceOf(dimension, code, variable.TotalCode, all);
                return new CodeLabel(dimension, PxVariableNames.CodeOf(dimension, code), swedish.GetValueOrDefault(code), english.GetValueOrDefault(code), kind, parent);
            });
        }).DistinctBy(one => (one.Dimension, one.Code))];
    }

    /// <summary>In version 1 a variable may have another name in each language, but it has its place and its codes.</summary>
    private static Dictionary<string, string> LabelsOf(PxWebTable? said, int at, PxWebDimension variable) =>
        said is not null && said.Dimensions.Count > at && said.Dimensions[at] is var same && same.Codes.Count == variable.Codes.Count
            ? same.Codes.Zip(same.Labels).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second)
            : [];
}
