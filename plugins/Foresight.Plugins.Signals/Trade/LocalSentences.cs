using Foresight.Exposure;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Trade;

/// <summary>That the figures are the country's, and what ties them to us.</summary>
internal static class LocalSentences
{
    public static string Of(Place country, LocalFigures? local, Policy policy, string language)
    {
        var sv = Phrases.IsSwedish(language);
        var national = sv
            ? $"Siffrorna gäller hela {country.Name.Sv} i löpande priser; kommuner har ingen handelsstatistik."
            : $"The figures are for all of {country.Name.En} at current prices; municipalities have no trade statistics.";
        if (local is null)
        {
            return national;
        }

        var (jobs, all, share) = (Wording.Number(local.Weight.Exposed, language), Wording.Number(local.Weight.Jobs, language), Wording.Percent(local.Weight.Share, language));
        var weight = sv
            ? $" I {local.Names(language)} tillsammans finns {jobs} av {all} jobb ({share}) i tillverkning och utvinning ({local.Year})"
            : $" In {local.Names(language)} together {jobs} of {all} jobs ({share}) are in manufacturing and mining ({local.Year})";
        var home = policy.Home.Name.In(language);
        var commuting = local.Commuting is not { } commuters ? ""
            : sv ? $", och {Wording.Number(commuters.Percent, language)}{'\u00A0'}% av de sysselsatta som bor i {home} arbetar någon annanstans ({commuters.Year})"
            : $", and {Wording.Number(commuters.Percent, language)}% of the employed who live in {home} work elsewhere ({commuters.Year})";
        return national + weight + commuting + ".";
    }
}
