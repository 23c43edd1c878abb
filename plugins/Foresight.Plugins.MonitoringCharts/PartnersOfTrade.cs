using Foresight.Exposure;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>How far the trade in a product lies with few partners, for every twelve months of the last two years.</summary>
internal static class PartnersOfTrade
{
    private const int Told = 3;

    /// <summary>The lines; null where the partners of the last twelve months are not known well enough.</summary>
    public static ConcentrationLines? Of(ProductTrade trade, Place reporter, PartnerNames names, TradeChartWords words, string language)
    {
        if (trade.ConcentrationNow is not { } now)
        {
            return null;
        }

        var sv = Phrases.IsSwedish(language);
        var last = Wording.Month(trade.Window.Last.Year, trade.Window.Last.Month, language);
        var (least, evidence) = (now.IsComplete && trade.ConcentrationBefore?.IsComplete != false ? "" : sv ? "minst " : "at least ", new List<Evidence>());
        List<string> notes = [];
        if (trade.Drift is { Changes: [.., _] changes } drift && changes.FirstOrDefault(change => change.Part.Length > 0) is { } mover)
        {
            var (name, from, to, shift) = (names.In(mover.Part, language), Wording.Percent(mover.Before, language), Wording.Percent(mover.After, language), Wording.Percent(drift.Shift, language));
            notes.Add(sv
                ? $"På ett år bytte {shift} av handeln land; mest ändrades andelen för {name}, från {from} till {to}."
                : $"In a year {shift} of the trade moved between countries; the share of {name} changed most, from {from} to {to}.");
            evidence.AddRange(
            [
                trade.EvidenceOf(drift.Shift, "*", trade.Window.Before + " and " + trade.Window.Now, "half the sum of absolute changes of shares"),
                trade.EvidenceOf(mover.Before, mover.Part, trade.Window.Before, "sum of 12 months / total"),
                trade.EvidenceOf(mover.After, mover.Part, trade.Window.Now, "sum of 12 months / total"),
            ]);
        }

        notes.Add(sv
            ? "Gäller hela landet. HHI i tabellen: summan av andelarna i kvadrat, 1 om allt låge hos ett enda land."
            : "For the whole country. HHI in the table: the sum of squared shares, 1 if all lay with a single country.");
        var (title, compared) = TitleOf();
        return new ConcentrationLines
        {
            Points = [.. trade.Years.Select(year => new ConcentrationPoint(
                Period.Month(year.Last.Year, year.Last.Month), year.Sums.Concentration, LargestOf(year.Sums),
                (value, formula) => trade.EvidenceOf(value, "*", $"{TradeWindow.Text(year.Last.AddMonths(1 - TradeWindow.Length))}..{TradeWindow.Text(year.Last)}", formula)))],
            Title = TradeChartWords.Fitting(title + compared, title),
            Subtitle = sv
                ? $"{reporter.Name.Sv}, de största ländernas andel av värdet under löpande tolv månader, procent, till och med {last}"
                : $"{reporter.Name.En}, share of the largest countries in the value of twelve months, per cent, to {last}",
            Notes = notes,
            Evidence = evidence,
            Source = trade.Source,
            Producer = "Eurostat (Comext)",
            FocusArea = trade.Product.FocusAreas.Count == 0 ? null : trade.Product.FocusAreas[0],
        };

        string LargestOf(TradeSums sums) =>
            sums.ByPartner.Count == 0 ? "" : names.In(sums.ByPartner.OrderByDescending(partner => partner.Value).ThenBy(partner => partner.Key, StringComparer.Ordinal).First().Key, language);

        // Of few partners the three largest are all of them, and say nothing: then it is the largest by name.
        (string Title, string Compared) TitleOf()
        {
            var few = now.Parts <= Told;
            var largest = trade.Partners[0].Key;
            var who = few ? Phrases.Capitalised(names.In(largest, language)) : sv ? "Tre länder" : "Three countries";
            var share = Wording.Percent(few ? trade.Now.ShareOf(largest) : now.TopShare(Told), language);
            var then = few ? (trade.Before.Total > 0 ? Wording.Percent(trade.Before.ShareOf(largest), language) : null)
                : trade.ConcentrationBefore is { } before ? Wording.Percent(before.TopShare(Told), language) : null;
            var bound = few ? "" : least;
            if (few)
            {
                evidence.Add(trade.EvidenceOf(trade.Now.ShareOf(largest), largest, trade.Window.Now, "sum of 12 months / total"));
                evidence.Add(trade.EvidenceOf(trade.Before.ShareOf(largest), largest, trade.Window.Before, "sum of 12 months / total"));
            }

            return (
                sv ? $"{who} står för {bound}{share} av {words.Subject}" : $"{who} {(few ? "accounts" : "account")} for {bound}{share} of {words.Subject}",
                then is null ? "" : then == share ? (sv ? ", som ett år tidigare" : ", as a year before") : sv ? $", mot {bound}{then} ett år tidigare" : $", against {bound}{then} a year before");
        }
    }
}
