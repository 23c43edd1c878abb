using Foresight.Exposure;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Trade;

/// <summary>Where a product's numbers come from, and the numbers themselves.</summary>
internal static class ProductEvidence
{
    private const string YearOnYear = "(last 12 months - 12 months before) / 12 months before";

    public static IReadOnlyList<Evidence> Of(ProductTrade trade, ProductSentences sentences)
    {
        List<Evidence> evidence =
        [
            One(trade, trade.Now.Total, "*", trade.Window.Now, TotalFormula(trade)),
            One(trade, trade.Before.Total, "*", trade.Window.Before, TotalFormula(trade)),
        ];
        if (trade.Growth is { } growth)
        {
            evidence.Add(One(trade, growth, "*", trade.Window.Before + " and " + trade.Window.Now, YearOnYear));
        }

        evidence.AddRange(trade.Partners.Take(3).Select(partner => One(trade, trade.Now.ShareOf(partner.Key), partner.Key, trade.Window.Now, "sum of 12 months / total")));
        evidence.AddRange(sentences.Contributors.Select(part => One(trade, 100 * part.Contribution, part.Part, trade.Window.Now, "100 × (last 12 months - 12 months before) / total before")));
        evidence.AddRange(sentences.LargePairs.Select(pair =>
            One(trade, pair.Difference.Relative, pair.Partner, trade.Window.Now, "(import - export) / mean of both, as both ends report the 12 months")));
        return evidence;
    }

    public static IReadOnlyList<Evidence> OfPartners(ProductTrade trade)
    {
        List<Evidence> evidence = [];
        foreach (var (concentration, window) in new[] { (trade.ConcentrationNow!, trade.Window.Now), (trade.ConcentrationBefore!, trade.Window.Before) })
        {
            evidence.Add(One(trade, concentration.Low, "*", window, "sum over partners of (partner / total)²; what has no known partner lies with many"));
            evidence.Add(One(trade, concentration.High, "*", window, "the same; what has no known partner lies with one"));
        }

        if (trade.Drift!.Changes.FirstOrDefault(change => change.Part.Length > 0) is { } mover)
        {
            evidence.Add(One(trade, mover.Before, mover.Part, trade.Window.Before, "sum of 12 months / total"));
            evidence.Add(One(trade, mover.After, mover.Part, trade.Window.Now, "sum of 12 months / total"));
        }

        return evidence;
    }

    public static IReadOnlyList<SignalFigure> Figures(ProductTrade trade, LocalFigures? local)
    {
        List<SignalFigure> figures = [new("value-12-months", trade.Now.Total) { Unit = "EUR", Method = TotalFormula(trade) }];
        if (trade.Growth is { } growth)
        {
            figures.Add(new SignalFigure("growth", growth) { Unit = "share", Method = YearOnYear });
        }

        if (trade.ConcentrationNow is { } now)
        {
            figures.Add(new SignalFigure("hhi-partners", now.Low) { Low = now.Low, High = now.High, Method = "sum of squared shares" });
            figures.Add(new SignalFigure("unexplained-share", now.Unexplained) { Unit = "share" });
            figures.Add(new SignalFigure("top-3-share", now.TopShare(3)) { Unit = "share" });
            Add("hhi-partners-normalised", now.Normalised, "(H - 1/n) / (1 - 1/n)");
            Add("effective-partners", now.EffectiveNumber, "1 / H");
            Add("hhi-partners-change", trade.ConcentrationBefore is { } before ? now.Low - before.Low : null, "on a year");
        }

        Add("share-shift", trade.Drift?.Shift, "half the sum of absolute changes of shares");
        figures.AddRange((trade.Contributions?.Parts ?? []).Where(part => part.Part.Length > 0).Take(5)
            .Select(part => new SignalFigure("contribution-" + part.Part.ToLowerInvariant(), part.Contribution) { Unit = "share of the total before", Method = "change / total before" }));
        figures.AddRange(trade.Pairs.Where(pair => pair.Difference.Relative is not null)
            .Select(pair => new SignalFigure("mirror-difference-" + pair.Partner.ToLowerInvariant(), pair.Difference.Relative!.Value) { Method = "(import - export) / mean of both" }));
        if (local is not null)
        {
            figures.Add(new SignalFigure("local-goods-jobs", local.Weight.Exposed) { Unit = "jobs" });
            figures.Add(new SignalFigure("local-goods-share", local.Weight.Share) { Unit = "share" });
        }

        return figures;

        void Add(string name, double? value, string method)
        {
            if (value is { } known)
            {
                figures.Add(new SignalFigure(name, known) { Method = method });
            }
        }
    }

    private static string TotalFormula(ProductTrade trade) =>
        trade.Mirror is not null ? "sum of 12 months over the partners that report it (mirror)"
        : trade.IsWhole ? "sum of 12 months of the total over all partners"
        : "sum of 12 months over the stored partners";

    private static Evidence One(ProductTrade trade, double? value, string partner, string period, string formula) => trade.EvidenceOf(value, partner, period, formula);
}
