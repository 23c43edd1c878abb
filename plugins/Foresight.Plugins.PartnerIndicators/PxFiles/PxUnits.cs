using Foresight.Formats.Observations;
using Foresight.Formats.Px;
using Foresight.Sdk;

namespace Foresight.Plugins.PartnerIndicators.PxFiles;

/// <summary>The units of a file: one for each thing that is measured, or one for all.</summary>
internal static class PxUnits
{
    public static CodedColumn<string>? Of(PxTable table, ObservationBlock block)
    {
        var contents = table.Variables.FirstOrDefault(one => one.IsContents);
        if (contents is null || table.Units.Count == 0)
            return table.Unit is { } unit ? new([unit], new int[block.Count]) : null;
        var column = block.Dimensions[contents.Code];
        var units = column.Values.Select(code => table.Units.GetValueOrDefault(code) ?? table.Unit).ToList();
        var distinct = units.OfType<string>().Distinct().ToList();
        var codeOf = units.ConvertAll(one => one is null ? -1 : distinct.IndexOf(one));
        return new(distinct, Array.ConvertAll(column.Codes, code => code < 0 ? -1 : codeOf[code]));
    }
}
