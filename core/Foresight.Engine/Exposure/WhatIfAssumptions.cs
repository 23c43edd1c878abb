using System.Globalization;
using Foresight.Exposure;
using Foresight.Methods.Trade;
using Foresight.Sdk;

namespace Foresight.Engine.Exposure;

/// <summary>What every what-if assumes, as sentences: they are printed with each answer.</summary>
internal static class WhatIfAssumptions
{
    public static IEnumerable<string> Of(WhatIfQuestion question, Place country, string period)
    {
        yield return $"The figures are all of {country.Name.En}'s, at current prices, of {period}; a municipality has no trade statistics.";
        var shock = question.Shock;
        var size = string.Create(CultureInfo.InvariantCulture, $"{100 * shock.Size:0.##} %");
        yield return shock.Kind switch
        {
            ShockKind.Tariff => $"The buyer's price changes by {size} (a tariff or another cost at the border) and the seller bears none of it.",
            ShockKind.Demand => $"What buyers want changes by {size}.",
            _ => $"What sellers can deliver changes by {size}.",
        };
        yield return string.Create(CultureInfo.InvariantCulture, $"The value answers with a constant elasticity of {shock.Elasticity:0.##}")
            + (question.ElasticityGiven ? ", as given." : ", which nobody measured for it: 1 means in proportion.");
        yield return "All else stays as it was: nothing is sold or bought elsewhere instead, nobody else steps in, prices and exchange rates hold.";
    }

    public static IEnumerable<string> Last(Policy policy, LocalFigures? local)
    {
        if (local?.Commuting is { } commuting)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Jobs are counted where the workplace is; {commuting.Percent:0} % of the employed who live in {policy.Home.Name.En} work elsewhere ({commuting.Year}).");
        }

        yield return "It is arithmetic and no forecast.";
    }

    public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
