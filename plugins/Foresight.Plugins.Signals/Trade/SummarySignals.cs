using Foresight.Exposure;
using Foresight.Methods.Trade;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Trade;

/// <summary>
/// What a yearly summary of the largest partners allows: how the exports are spread over sections of goods, who the largest partners are, and, where the
/// world's exports are stored, in which of the watched goods' sections the country is specialised. Each sentence says the year.
/// </summary>
internal static class SummarySignals
{
    // Far below what is fresh: such figures are years old.
    private const double Weight = 0.06;
    private const double Million = 1e6;

    public static IEnumerable<Signal> Of(SummaryTrade summary, ExposureReading reading, PartnerNames names, Policy policy, ProductWatch watch)
    {
        if (summary.Exports is { } exports && summary.Years is [.., { Concentration: { } concentration }])
        {
            yield return Sections(summary, exports, concentration, reading, policy);
            if (summary.WorldTotal is { } world)
            {
                foreach (var advantage in Advantages(summary, exports, world, reading, policy, watch))
                {
                    yield return advantage;
                }
            }
        }

        if (summary.TopExportPartners.Count > 0)
        {
            yield return Partners(summary, reading, names, policy);
        }
    }

    private static Signal Sections(SummaryTrade summary, SummaryFigure exports, Concentration concentration, ExposureReading reading, Policy policy)
    {
        var effective = concentration.EffectiveNumber!.Value;
        var drift = summary.EarlierSections.Count == 0 ? null : ShareDrift.Between(ByName(summary.EarlierSections), ByName(summary.Sections));
        var mover = drift?.Changes[0];
        List<Evidence> evidence =
        [
            exports.Evidence with { Value = exports.Value * Million, Formula = "10^6 × stored value in millions of US dollars" },
            exports.Evidence with { Value = concentration.Index, Formula = "sum over the sections of goods of (section / total)²" },
            exports.Evidence with { Value = effective, Formula = "1 / sum of squared shares" },
        ];
        if (mover is not null)
        {
            var (now, then) = (summary.Sections.First(section => section.Name == mover.Part), summary.EarlierSections.FirstOrDefault(section => section.Name == mover.Part));
            evidence.Add(now.Evidence with { Value = mover.After, Formula = "section / sum of sections" });
            evidence.Add((then ?? now).Evidence with { Value = mover.Before, Formula = "section / sum of sections" });
        }

        return Make("trade/summary/sections", Sentence("sv"), Sentence("en"), summary, reading, policy, evidence) with
        {
            Figures =
            [
                new SignalFigure("hhi-products", concentration.Index!.Value) { Method = "sum of squared shares of sections" },
                new SignalFigure("hhi-products-normalised", concentration.Normalised!.Value) { Method = "(H - 1/n) / (1 - 1/n)" },
                new SignalFigure("effective-products", effective) { Method = "1 / H" },
                .. drift is null ? Array.Empty<SignalFigure>() : [new SignalFigure("share-shift", drift.Shift) { Unit = "share", Method = "half the sum of absolute changes of shares over ten years" }],
            ],
        };

        string Sentence(string language)
        {
            var sv = Phrases.IsSwedish(language);
            var (amount, country) = (TradeWords.Amount(exports.Value * Million, language, sv ? "US-dollar" : "US dollars"), Phrases.Genitive(reading.Country.Name.In(language), language));
            var spread = sv
                ? $"{country} varuexport {summary.Year} ({amount}) var så spridd som om {Wording.Number(effective, language, 0)} varugrupper vore lika stora"
                : $"{country} exports of goods in {summary.Year} ({amount}) were as spread as over {Wording.Number(effective, language, 0)} groups of goods of equal size";
            return mover is null ? spread + "."
                : sv ? $"{spread}; sedan {summary.Earlier} ändrades mest andelen för {SectionNames.In(mover.Part, language)}, från {Wording.Percent(mover.Before, language)} till {Wording.Percent(mover.After, language)}."
                : $"{spread}; since {summary.Earlier} the share of {SectionNames.In(mover.Part, language)} changed most, from {Wording.Percent(mover.Before, language)} to {Wording.Percent(mover.After, language)}.";
        }
    }

    private static IEnumerable<Signal> Advantages(SummaryTrade summary, SummaryFigure exports, SummaryFigure world, ExposureReading reading, Policy policy, ProductWatch watch)
    {
        foreach (var section in watch.Products.Where(product => product.Flow == TradeFlow.Export).Select(product => SummaryTrade.SectionOf(product.Codes[0])).Distinct(StringComparer.Ordinal))
        {
            var (ours, theirs) = (summary.Sections.FirstOrDefault(figure => figure.Name == section), summary.World.FirstOrDefault(figure => figure.Name == section));
            if (ours is null || theirs is null || ComparativeAdvantage.Balassa(ours.Value, exports.Value, theirs.Value, world.Value) is not { } balassa)
            {
                continue;
            }

            var (share, worldShare) = (ours.Value / exports.Value, theirs.Value / world.Value);
            yield return Make($"trade/summary/advantage/{section.ToLowerInvariant().Replace(' ', '-')}", Sentence("sv"), Sentence("en"), summary, reading, policy,
            [
                ours.Evidence with { Value = share, Formula = "section / all exports" },
                theirs.Evidence with { Value = worldShare, Formula = "section / all exports of the world" },
                ours.Evidence with { Value = balassa, Formula = "share of the section in our exports / its share in the world's (Balassa 1965)" },
            ]) with
            {
                FocusArea = watch.Products.First(product => SummaryTrade.SectionOf(product.Codes[0]) == section).FocusAreas is [var area, ..] ? area : null,
                Figures =
                [
                    new SignalFigure("rca", balassa) { Method = "Balassa 1965" },
                    new SignalFigure("rca-symmetric", ComparativeAdvantage.Symmetric(balassa)) { Method = "(B - 1) / (B + 1)" },
                ],
            };

            string Sentence(string language)
            {
                var sv = Phrases.IsSwedish(language);
                var (ourShare, theirShare, ratio) = (Wording.Percent(share, language, 1), Wording.Percent(worldShare, language, 1), Wording.Number(balassa, language, 2));
                return sv
                    ? $"{Phrases.Capitalised(SectionNames.In(section, language))} var {ourShare} av {Phrases.Genitive(reading.Country.Name.Sv, language)} varuexport {summary.Year} mot {theirShare} av världens (RCA {ratio})."
                    : $"{Phrases.Capitalised(SectionNames.In(section, language))} made up {ourShare} of {Phrases.Genitive(reading.Country.Name.En, language)} exports of goods in {summary.Year} against {theirShare} of the world's (RCA {ratio}).";
            }
        }
    }

    private static Signal Partners(SummaryTrade summary, ExposureReading reading, PartnerNames names, Policy policy)
    {
        var first = summary.TopExportPartners[0];
        return Make("trade/summary/partners", Sentence("sv"), Sentence("en"), summary, reading, policy,
        [
            first.Evidence with { Value = first.Value * Million, Formula = "10^6 × stored value in millions of US dollars" },
            .. summary.TopExportPartners.Skip(1).Select(partner => partner.Evidence),
            .. summary.PublishedIndex is { } index ? [index.Evidence] : Array.Empty<Evidence>(),
        ]);

        string Sentence(string language)
        {
            var sv = Phrases.IsSwedish(language);
            var (amount, name) = (TradeWords.Amount(first.Value * Million, language, sv ? "US-dollar" : "US dollars"), names.In(first.Name, language));
            var others = Phrases.AndList([.. summary.TopExportPartners.Skip(1).Select(partner => names.In(partner.Name, language))], language);
            var country = reading.Country.Name.In(language);
            var published = summary.PublishedIndex is not { } index ? ""
                : sv ? $"; källans eget mått på koncentration per land var {Wording.Number(index.Value, language, 2)}"
                : $"; the source's own measure of concentration by partner was {Wording.Number(index.Value, language, 2)}";
            return sv
                ? $"{country} exporterade mest till {name} {summary.Year} ({amount}), därnäst till {others}{published}."
                : $"{country} exported most to {name} in {summary.Year} ({amount}), then to {others}{published}.";
        }
    }

    private static Signal Make(string id, string sv, string en, SummaryTrade summary, ExposureReading reading, Policy policy, IReadOnlyList<Evidence> evidence) => new()
    {
        Id = id,
        Kind = "trade",
        Headline = new LocalText(sv, en),
        Caveat = new LocalText(
            $"De senaste uppgifterna i sammanställningen är från {summary.Year}; den anger bara de fem största länderna. {LocalSentences.Of(reading.Country, reading.Local, policy, "sv")}",
            $"The summary's latest figures are of {summary.Year}; it names the five largest partners only. {LocalSentences.Of(reading.Country, reading.Local, policy, "en")}"),
        Weight = Weight,
        Evidence = [.. evidence, .. reading.Local?.Evidence ?? []],
        Steep = Steep.Economic,
        // The jobs beside it tell something else: they do not confirm it.
        Publishers = 1,
        Horizon = Horizon.TwoToFiveYears,
        Uncertainty = Grade.High,
        Method = "exposure",
    };

    private static Dictionary<string, double> ByName(IReadOnlyList<SummaryFigure> figures) => figures.ToDictionary(figure => figure.Name, figure => figure.Value, StringComparer.Ordinal);
}
