using Foresight.Exposure;
using Foresight.Sdk;

namespace Foresight.Engine.Exposure;

/// <summary>Carries a shock to the exposed value, to the country's trade and, where job data exist, to jobs here.</summary>
public static class WhatIf
{
    /// <summary>Answers from monthly figures where the store has them, else from the yearly summary.</summary>
    /// <exception cref="InvalidOperationException">The policy watches no goods, or the store cannot tell of what is asked; the message says why.</exception>
    public static async Task<WhatIfAnswer> AskAsync(ITables tables, Policy policy, WhatIfQuestion question)
    {
        var watch = ExposureList.WatchOf(policy);
        _ = question.Shock.Change(); // An impossible shock is told before anything is read.
        var product = ProductOf(question, watch);
        var reading = await ExposureReading.OpenAsync(tables, policy, watch);
        var partner = PartnerOf(policy, question.Partner);
        if (await reading.ReadAsync(product) is { } trade)
        {
            return await MonthlyAsync(reading, trade, partner, question, policy);
        }

        if (reading.Summary is { } summary)
        {
            return FromSummary(reading, summary, product, partner, question, policy);
        }

        throw new InvalidOperationException(
            $"The store holds no trade in {product.Name.En}: read the source '{watch.Source ?? watch.SummarySource}' first (foresight ingest), or see 'foresight exposure list' for what there is.");
    }

    private static WatchedProduct ProductOf(WhatIfQuestion question, ProductWatch watch)
    {
        if (question.Product is { } wanted && watch.Products.FirstOrDefault(product => product.Id == wanted || (product.Codes is [var only] && only == wanted)) is { } watched)
        {
            return watched;
        }

        var code = question.Product ?? ExposureReading.AllGoods;
        return code == ExposureReading.AllGoods ? ExposureReading.AllGoodsOf(question.Flow)
            : code.Length is >= 2 and <= 10 && code.All(char.IsAsciiDigit)
            ? new WatchedProduct
            {
                Id = code,
                Codes = [code],
                Name = new LocalText("varukod " + code, "product code " + code),
                Flow = question.Flow,
                FocusAreas = [],
                Why = new LocalText("", ""),
            }
            : throw new InvalidOperationException(
                $"'{code}' is neither a watched product nor a code of HS or CN (2 to 10 digits); watched are {string.Join(", ", watch.Products.Select(product => product.Id))}.");
    }

    private static Partner? PartnerOf(Policy policy, string? named)
    {
        if (named is null)
        {
            return null;
        }

        var place = policy.Places.FirstOrDefault(place => place.Id == named)
            ?? policy.Places.FirstOrDefault(place => place.Role == PlaceRole.Country && place.CodesOf("comext").Contains(named, StringComparer.OrdinalIgnoreCase));
        var code = place?.CodesOf("comext").FirstOrDefault() ?? named.ToUpperInvariant();
        return new Partner(code, [.. place?.CodesOf("wits") ?? []], new PartnerNames(policy).In(code, "en"));
    }

    private static async Task<WhatIfAnswer> MonthlyAsync(ExposureReading reading, ProductTrade trade, Partner? partner, WhatIfQuestion question, Policy policy)
    {
        var exposed = partner is null ? trade.Now.Total : trade.Now.ByPartner.GetValueOrDefault(partner.Code);
        if (exposed <= 0)
        {
            throw new InvalidOperationException(
                $"The figures ({trade.Source}, {trade.Window.Now}) hold no {Flow(trade.Product.Flow)} of {trade.Product.Name.En} {Direction(trade.Product.Flow)} {partner?.Name ?? "anybody"}: there is nothing to shock.");
        }

        var all = await reading.AllGoodsAsync(trade.Product.Flow, trade.Window);
        all = all < exposed ? null : all;
        var jobs = WhatIfJobs.Of(trade.Product, trade.Now.Total, all, reading.Local);
        var effect = question.Shock.On(exposed, all, jobs.Jobs, jobs.Base);
        List<string> unsaid = [.. jobs.Unsaid];
        if (all is null)
        {
            unsaid.Add($"The share of all {Flow(trade.Product.Flow)} cannot be told: the store has no total over all goods for the same months.");
        }

        return new WhatIfAnswer
        {
            Subject = Subject(reading, trade.Product, partner),
            Source = trade.Source,
            Period = trade.Window.Now,
            Currency = "EUR",
            Mirror = trade.Mirror is not null,
            ExposedValue = exposed,
            ShareOfProduct = trade.IsWhole ? exposed / trade.Now.Total : null,
            ShareOfAllGoods = effect.ShareOfAll,
            Change = effect.Change,
            ValueChange = effect.ValueChange,
            ChangeOfAllGoods = effect.ChangeOfAll,
            ExposedJobs = effect.ExposedJobs,
            JobsChange = effect.JobsChange,
            Assumptions =
            [
                .. WhatIfAssumptions.Of(question, reading.Country, $"the twelve months {trade.Window.Now}"),
                .. trade.Mirror is { } reason ? [ExposureList.MirrorNote(reason, trade)] : Array.Empty<string>(),
                .. trade.IsWhole ? Array.Empty<string>() : ["The partners that were fetched are taken for all partners: what went elsewhere is not in the figures."],
                .. jobs.Assumptions,
                .. WhatIfAssumptions.Last(policy, reading.Local),
            ],
            Unsaid = unsaid,
        };
    }

    private static WhatIfAnswer FromSummary(ExposureReading reading, SummaryTrade summary, WatchedProduct product, Partner? partner, WhatIfQuestion question, Policy policy)
    {
        const double million = 1e6;
        var isAll = product.Codes[0] == ExposureReading.AllGoods;
        var total = product.Flow == TradeFlow.Export ? summary.Exports : summary.Imports;
        if (!isAll && (partner is not null || product.Flow == TradeFlow.Import))
        {
            throw new InvalidOperationException(
                $"The store has no monthly trade in {product.Name.En}, and the yearly summary ({summary.Source}, {summary.Year}) has no product by partner and no imports by product: ask for the product's exports to all partners, or for a partner with all goods.");
        }

        var section = SummaryTrade.SectionOf(isAll ? "99" : product.Codes[0]);
        var top = product.Flow == TradeFlow.Export ? summary.TopExportPartners : summary.TopImportPartners;
        var figure = (isAll, partner) switch
        {
            (true, null) => total,
            (true, _) => top.FirstOrDefault(one => one.Name == partner.Name || partner.SummaryCodes.Contains(one.Name, StringComparer.Ordinal)),
            _ => summary.Sections.FirstOrDefault(one => one.Name == section),
        };
        if (figure is null || total is null)
        {
            throw new InvalidOperationException(partner is null
                ? $"The yearly summary ({summary.Source}, {summary.Year}) has no figure for it."
                : $"{partner.Name} is not among the five largest partners that the yearly summary ({summary.Source}) names for {summary.Year}: its trade is unknown there, not nought.");
        }

        var (exposed, all) = (figure.Value * million, total.Value * million);
        var jobs = WhatIfJobs.Of(product with { LocalJobs = null }, exposed, all, reading.Local);
        var effect = question.Shock.On(exposed, all, jobs.Jobs, jobs.Base);
        return new WhatIfAnswer
        {
            Subject = isAll ? Subject(reading, product, partner) : $"{reading.Country.Name.En}: exports of the section '{section}', of which {product.Name.En} is a part, to all partners",
            Source = summary.Source,
            Period = WhatIfAssumptions.Year(summary.Year),
            Currency = "USD",
            ExposedValue = exposed,
            ShareOfAllGoods = effect.ShareOfAll,
            Change = effect.Change,
            ValueChange = effect.ValueChange,
            ChangeOfAllGoods = effect.ChangeOfAll,
            ExposedJobs = effect.ExposedJobs,
            JobsChange = effect.JobsChange,
            Assumptions =
            [
                .. WhatIfAssumptions.Of(question, reading.Country, WhatIfAssumptions.Year(summary.Year)),
                $"The figures are of {summary.Year}, the last year of the summary: much may have changed since.",
                .. isAll ? Array.Empty<string>() : [$"The whole section '{section}' is shocked: the store has nothing finer, so all that is said here is of the section and not of {product.Name.En}."],
                .. jobs.Assumptions,
                .. WhatIfAssumptions.Last(policy, reading.Local),
            ],
            Unsaid = [.. jobs.Unsaid, .. WhatIfJobs.OfItself(product, effect.Change)],
        };
    }

    private static string Subject(ExposureReading reading, WatchedProduct product, Partner? partner) =>
        $"{reading.Country.Name.En}: {Flow(product.Flow)} of {product.Name.En}{(product.Codes[0] == ExposureReading.AllGoods ? "" : $" ({string.Join(", ", product.Codes)}{(product.Vintage is null ? "" : ", " + product.Vintage)})")} {Direction(product.Flow)} {partner?.Name ?? "all partners"}";

    private static string Flow(TradeFlow flow) => flow == TradeFlow.Import ? "imports" : "exports";

    private static string Direction(TradeFlow flow) => flow == TradeFlow.Import ? "from" : "to";

    private sealed record Partner(string Code, IReadOnlyList<string> SummaryCodes, string Name);
}
