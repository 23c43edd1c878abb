using Foresight.Engine.Briefs.Sections;
using Foresight.Sdk;

namespace Foresight.Engine.Partners;

/// <summary>Words our country's trade with a partner's.</summary>
internal sealed class PartnerTradeWords(PartnerPage page, Policy policy, PartnerWords words)
{
    private readonly LocalText home = PartnerOnRecord.CountryName(policy, policy.Home.Country);

    public string Title
    {
        get
        {
            var genitive = home.Sv.EndsWith('s') ? home.Sv : home.Sv + "s";
            return page.Trade.Known == TradeKnown.OwnCountry
                ? words.Say("Handel", "Trade") : words.Say($"{genitive} handel med {page.CountryName.Sv}", $"{home.En}'s trade with {page.CountryName.En}");
        }
    }

    public IEnumerable<SectionPart> Parts()
    {
        var trade = page.Trade;
        var country = page.CountryName;
        switch (trade.Known)
        {
            case TradeKnown.OwnCountry:
                yield return new SectionText(words.Say("Partnern finns i vårt eget land.", "The partner is in our own country."));
                yield break;
            case TradeKnown.NothingStored:
                yield return new SectionText(words.Say($"Ingen uppgift: inga siffror om handeln ({home.Sv}) är hämtade.", $"No data: no figures of trade ({home.En}) have been read."));
                yield break;
            case TradeKnown.NoCode:
                yield return new SectionText(words.Say($"Ingen uppgift: källan (WITS) har inga egna siffror för {country.Sv}.", $"No data: the source (WITS) has no figures of its own for {country.En}."));
                yield break;
            default:
                yield return new SectionList([new(Flow(trade.Exports, trade.NamedExports, exports: true)), new(Flow(trade.Imports, trade.NamedImports, exports: false))]);
                yield return new SectionText(words.Say(
                    "Varor, löpande priser. Källan (WITS) nämner bara de största handelspartnerna varje år. Hela landets handel; för en kommun finns ingen statistik.",
                    "Goods, current prices. The source (WITS) names only the largest partners of each year. The whole country's trade; there are no statistics for a municipality."));
                yield break;
        }
    }

    private string Flow(TradeFigure? figure, int named, bool exports)
    {
        var (sv, en) = exports ? ($"Export till {page.CountryName.Sv} {page.Trade.Year}", $"Exports to {page.CountryName.En} in {page.Trade.Year}")
            : ($"Import från {page.CountryName.Sv} {page.Trade.Year}", $"Imports from {page.CountryName.En} in {page.Trade.Year}");
        if (named == 0)
        {
            return words.Say($"{sv}: ingen uppgift.", $"{en}: no data.");
        }

        if (figure is null)
        {
            return words.Say(
                $"{sv}: inte bland de {Word(named)} största; hur stor den är framgår inte av källan.", $"{en}: not among the {Word(named)} largest; the source does not say how much it is.");
        }

        var value = Wording.Number(figure.Value, words.Language);
        var rank = words.Say(figure.Rank == 1 ? "störst av alla" : $"nummer {figure.Rank}", figure.Rank == 1 ? "the largest of all" : $"number {figure.Rank}");
        var share = figure.Share is { } part
            ? words.Say($", {Wording.Percent(part, "sv", 1)} av all {(exports ? "export" : "import")}", $", {Wording.Percent(part, "en", 1)} of all {(exports ? "exports" : "imports")}") : "";
        return words.Say($"{sv}: {value} miljoner US-dollar{share}; {rank}.", $"{en}: {value} million US dollars{share}; {rank}.");
    }

    private string Word(int count) => count switch
    {
        2 => words.Say("två", "two"),
        3 => words.Say("tre", "three"),
        4 => words.Say("fyra", "four"),
        5 => words.Say("fem", "five"),
        _ => Wording.Number(count, words.Language),
    };
}
