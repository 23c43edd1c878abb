using Foresight.Formats.PxWeb;
using Foresight.Sdk;

namespace Foresight.Plugins.PartnerIndicators.PxWeb;

/// <summary>What the codes that were asked for are called.</summary>
internal static class PxWebLabels
{
    public static IReadOnlyList<CodeLabel> Of(
        PxWebTable table, PxWebSelection selection, PxVariableNames names, PxWebDimension time, PxWebTable? sv, PxWebTable? en)
    {
        var kept = Enumerable.Range(0, table.Dimensions.Count).Where(i => table.Dimensions[i] != time).ToList();
        var dimensions = names.Of(kept.Select(i => (table.Dimensions[i].Code, table.Dimensions[i].IsContents)));
        return [.. kept.SelectMany((at, i) =>
        {
            var variable = table.Dimensions[at];
            var (swedish, english) = (LabelsOf(sv, at, variable), LabelsOf(en, at, variable));
            var all = variable.Codes.ToHashSet(StringComparer.Ordinal);
            return selection.Parts[at].Codes.Select(code =>
            {
                var (kind, parent) = PxVariableNames.PlaceOf(dimensions[i], code, variable.TotalCode, all);
                return new CodeLabel(dimensions[i], PxVariableNames.CodeOf(dimensions[i], code), swedish.GetValueOrDefault(code), english.GetValueOrDefault(code), kind, parent);
            });
        }).DistinctBy(one => (one.Dimension, one.Code))];
    }

    /// <summary>In version 1 a variable may have another name in each language, but it has its place and its codes.</summary>
    private static Dictionary<string, string> LabelsOf(PxWebTable? said, int at, PxWebDimension variable) =>
        said is not null && said.Dimensions.Count > at && said.Dimensions[at] is var same && same.Codes.Count == variable.Codes.Count
            ? same.Codes.Zip(same.Labels).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second)
            : [];
}
