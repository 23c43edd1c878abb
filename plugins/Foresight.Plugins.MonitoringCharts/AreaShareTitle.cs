using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>Which focus area takes most room: by corrected shares where there are such, and only as surely as their intervals allow.</summary>
internal static class AreaShareTitle
{
    public static string Of(IReadOnlyList<FocusArea> areas, double[] totals, CorrectedAreas corrected, string language)
    {
        var sv = Phrases.IsSwedish(language);
        if (corrected.Counts.Count == 0)
        {
            var largest = Array.IndexOf(totals, totals.Max());
            var sorted = Phrases.Small(areas[largest].ShortName.In(language));
            var (number, all) = (Wording.Number(totals[largest], language), Wording.Number(totals.Sum(), language));
            return sv
                ? $"Flest nyheter handlar om {sorted}: {number} av {all} träffar i fokusområdena"
                : $"Most stories concern {sorted}: {number} of {all} matches in the focus areas";
        }

        var order = areas.OrderByDescending(area => corrected.Counts[area.Id].Number).ToArray();
        var (name, share) = (Phrases.Small(order[0].ShortName.In(language)), corrected.ShareOf(order[0], language));
        // Two intervals that part are a safe order; ones that meet may be none, and the widest need not be that of the second.
        var sure = order.Skip(1).All(area => corrected.Counts[order[0].Id].Low > corrected.Counts[area.Id].High);
        return (sv, sure) switch
        {
            (true, true) => $"Mest handlar om {name}: {share} av nyheterna",
            (true, false) => $"Inget område är säkert störst; {name} har {share} av nyheterna",
            (false, true) => $"Most is about {name}: {share} of the stories",
            (false, false) => $"No area is surely the largest; {name} has {share} of the stories",
        };
    }
}
