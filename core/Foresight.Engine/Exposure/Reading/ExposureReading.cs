using Foresight.Methods.Trade;
using Foresight.Sdk;

namespace Foresight.Exposure;

/// <summary>Why nothing is said of a watched product's monthly trade.</summary>
internal enum MissingReason
{
    /// <summary>The source has brought nothing yet.</summary>
    SourceIsEmpty,

    /// <summary>The source has no two years without a gap.</summary>
    TooFewMonths,

    /// <summary>Neither the country nor the partners that are asked tell of it.</summary>
    NotTold,
}

/// <summary>A watched product without figures.</summary>
internal sealed record MissingProduct(WatchedProduct Product, MissingReason Reason);

/// <summary>All that the store holds of the goods that a policy watches.</summary>
internal sealed class ExposureReading
{
    /// <summary>The code of all goods together.</summary>
    public const string AllGoods = "TOTAL";

    private readonly ITables _tables;
    private readonly ProductWatch _watch;
    private readonly ReportedMonths _own;
    private readonly ReportedMonths _mirror;

    private ExposureReading(ITables tables, Policy policy, ProductWatch watch, ReportedMonths own, ReportedMonths mirror)
    {
        (_tables, _watch, _own, _mirror) = (tables, watch, own, mirror);
        Country = policy.Places.First(place => place.Id == watch.Reporter);
        Code = Country.CodesOf("comext").FirstOrDefault() ?? Country.Country;
    }

    /// <summary>The country whose trade it is.</summary>
    public Place Country { get; }

    /// <summary>Its code in the monthly sources.</summary>
    public string Code { get; }

    public IReadOnlyList<ProductTrade> Products { get; private set; } = [];

    public IReadOnlyList<MissingProduct> Missing { get; private set; } = [];

    public SummaryTrade? Summary { get; private set; }

    public LocalFigures? Local { get; private set; }

    public static async Task<ExposureReading> OpenAsync(ITables tables, Policy policy, ProductWatch watch)
    {
        var own = await ReportedMonths.ReadAsync(tables, watch.Source).ConfigureAwait(false);
        var mirror = await ReportedMonths.ReadAsync(tables, watch.MirrorSource).ConfigureAwait(false);
        var reading = new ExposureReading(tables, policy, watch, own, mirror);
        reading.Local = await LocalFigures.ReadAsync(tables, policy, watch).ConfigureAwait(false);
        // WITS takes three letters for a reporter; names stand in the same list, for partners.
        reading.Summary = watch.SummarySource is { } summary && reading.Country.CodesOf("wits").FirstOrDefault(code => code.Length == 3 && code.All(char.IsAsciiLetterUpper)) is { } reporter
            ? await SummaryTrade.ReadAsync(tables, summary, reporter).ConfigureAwait(false)
            : null;
        return reading;
    }

    /// <summary>Reads every watched product.</summary>
    public async Task ReadProductsAsync(CancellationToken cancellationToken)
    {
        var (found, missing) = (new List<ProductTrade>(), new List<MissingProduct>());
        foreach (var product in _watch.Products)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await ReadAsync(product).ConfigureAwait(false) is { } trade)
            {
                found.Add(trade);
            }
            else
            {
                missing.Add(new MissingProduct(product, ReasonOf(product)));
            }
        }

        (Products, Missing) = (found, missing);
    }

    /// <summary>A product's trade as the country reports it, or as its partners do where it is confidential; null where neither tells.</summary>
    public async Task<ProductTrade?> ReadAsync(WatchedProduct product)
    {
        var mirrored = await MirroredAsync(product).ConfigureAwait(false);
        if (_own.WindowOf(Code, product.Flow) is not { } window)
        {
            return mirrored is null ? null : mirrored with { Mirror = product.OneProducer ? MirrorReason.OneProducer : MirrorReason.NotThere };
        }

        var own = await OwnAsync(product, window).ConfigureAwait(false);
        if (MirrorReasonOf(product, own, window) is null && window.EndingWith(own.LastTold) is var measured && measured != window)
        {
            if (!_own.Covers(Code, product.Flow, measured))
            {
                return null;
            }

            (window, own) = (measured, await OwnAsync(product, measured).ConfigureAwait(false));
        }

        if (MirrorReasonOf(product, own, window) is { } reason)
        {
            return mirrored is null ? null : mirrored with { Mirror = reason };
        }

        var trade = Of(product, window, own, _watch.Source!) with { Years = [.. window.Ends.Select(last => (last, own.Sums(last.AddMonths(1 - TradeWindow.Length), last)))] };
        return trade with { Pairs = await PairsAsync(product, trade).ConfigureAwait(false) };
    }

    /// <summary>All goods together as a product of its own.</summary>
    public static WatchedProduct AllGoodsOf(TradeFlow flow) => new()
    {
        Id = AllGoods,
        Codes = [AllGoods],
        Name = new LocalText("alla varor", "all goods"),
        Flow = flow,
        FocusAreas = [],
        Why = new LocalText("", ""),
    };

    /// <summary>The country's trade in all goods in the latter twelve months of a window; null where the source does not tell it.</summary>
    public async Task<double?> AllGoodsAsync(TradeFlow flow, TradeWindow window)
    {
        if (_watch.Source is null || !_own.Covers(Code, flow, window))
        {
            return null;
        }

        var all = await ReportedTrade.ReadAsync(_tables, _watch.Source, Code, flow, [AllGoods], window).ConfigureAwait(false);
        return all.IsTold && !all.IsMarkedConfidential ? all.Sums(window.Middle, window.Last).Total : null;
    }

    /// <summary>What the watched goods of a direction add to the growth of all goods; null where the source does not tell all goods of two years, or has none of the watched ones beside them.</summary>
    public async Task<GoodsGrowth?> GoodsGrowthAsync(TradeFlow flow)
    {
        if (await ReadAsync(AllGoodsOf(flow)).ConfigureAwait(false) is not { Mirror: null, Growth: not null } all)
        {
            return null;
        }

        var (goods, left) = (new List<ProductTrade>(), new List<WatchedProduct>());
        foreach (var product in WholeOnes(_watch.Products.Where(product => product.Flow == flow)))
        {
            // A mirror is another country's sum, and another window other months: neither is a part of this total.
            if (await ReadAsync(product).ConfigureAwait(false) is { Mirror: null } trade && trade.Window == all.Window && trade.IsWhole == all.IsWhole)
            {
                goods.Add(trade);
            }
            else
            {
                left.Add(product);
            }
        }

        return goods.Count == 0 ? null : new GoodsGrowth(all, goods, left);
    }

    /// <summary>The products of which none is a part of another: a heading, and not the goods below it.</summary>
    private static List<WatchedProduct> WholeOnes(IEnumerable<WatchedProduct> products)
    {
        var whole = new List<WatchedProduct>();
        foreach (var product in products.OrderBy(product => product.Codes.Min(code => code.Length)))
        {
            if (!product.Codes.Any(code => whole.SelectMany(one => one.Codes).Any(other => code.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(code, StringComparison.Ordinal))))
            {
                whole.Add(product);
            }
        }

        return whole;
    }

    private Task<ReportedTrade> OwnAsync(WatchedProduct product, TradeWindow window) => ReportedTrade.ReadAsync(_tables, _watch.Source!, Code, product.Flow, product.Codes, window);

    private static MirrorReason? MirrorReasonOf(WatchedProduct product, ReportedTrade own, TradeWindow window) =>
        own.IsMarkedConfidential ? MirrorReason.Confidential
        : own.IsHiddenInAMonth(window) ? MirrorReason.HiddenCode
        : product.OneProducer && !own.IsToldInEveryMonth(window) ? MirrorReason.OneProducer
        : !own.IsTold ? MirrorReason.NotThere
        : null;

    private static ProductTrade Of(WatchedProduct product, TradeWindow window, ReportedTrade reported, string source) => new()
    {
        Product = product,
        Window = window,
        Now = reported.Sums(window.Middle, window.Last),
        Before = reported.Sums(window.First, window.Middle.AddMonths(-1)),
        Source = source,
        Dataset = reported.Dataset,
        Reporter = reported.Reporter,
        LoadId = reported.LoadId,
        Answer = reported.Answer,
        Months = [.. window.Months.Select(month => (month, reported.At(month), reported.IsToldIn(month)))],
    };

    /// <summary>What the partners that are asked report of their trade with us, each as if it were the partner of ours.</summary>
    private async Task<ProductTrade?> MirroredAsync(WatchedProduct product)
    {
        var flow = Opposite(product.Flow);
        var there = _watch.Mirrors.Where(partner => _mirror.Last(partner, flow) is not null).ToArray();
        if (there.Length == 0)
        {
            return null;
        }

        var window = new TradeWindow(there.Min(partner => _mirror.Last(partner, flow)!.Value));
        var told = await ReportsAsync(window).ConfigureAwait(false);
        if (window.EndingWith(told.Max(report => report.LastTold)) is var measured && measured != window)
        {
            (window, told) = (measured, await ReportsAsync(measured).ConfigureAwait(false));
        }

        if (!told.Any(report => report.IsTold))
        {
            return null;
        }

        var first = told.First(report => report.IsTold);
        return Of(product, window, first, _watch.MirrorSource!) with
        {
            Now = Sums(window.Middle, window.Last),
            Before = Sums(window.First, window.Middle.AddMonths(-1)),
            Mirrors = [.. told.Select(report => report.Reporter)],
            Months = [.. window.Months.Select(month => (month, told.Sum(report => report.At(month)), told.Any(report => report.IsToldIn(month))))],
        };

        // A partner that keeps a month secret as well would look like a fall.
        async Task<IReadOnlyList<ReportedTrade>> ReportsAsync(TradeWindow months)
        {
            var reports = new List<ReportedTrade>();
            foreach (var partner in there.Where(partner => _mirror.Covers(partner, flow, months)))
            {
                reports.Add(await ReportedTrade.ReadAsync(_tables, _watch.MirrorSource!, partner, flow, product.Codes, months, Code).ConfigureAwait(false));
            }

            return [.. reports.Where(report => !report.IsMarkedConfidential && !report.IsHiddenInAMonth(months))];
        }

        TradeSums Sums(DateOnly from, DateOnly to) =>
            new(told.ToDictionary(report => report.Reporter, report => report.Sums(from, to).Known, StringComparer.Ordinal), 0, null);
    }

    private async Task<IReadOnlyList<MirrorPair>> PairsAsync(WatchedProduct product, ProductTrade trade)
    {
        var pairs = new List<MirrorPair>();
        var flow = Opposite(product.Flow);
        foreach (var partner in _watch.Mirrors.Where(partner => _mirror.Covers(partner, flow, trade.Window)))
        {
            var mirror = await ReportedTrade.ReadAsync(_tables, _watch.MirrorSource!, partner, flow, product.Codes, trade.Window, Code).ConfigureAwait(false);
            if (mirror.IsTold && !mirror.IsMarkedConfidential && trade.Now.ByPartner.TryGetValue(partner, out var own))
            {
                var theirs = mirror.Sums(trade.Window.Middle, trade.Window.Last).Known;
                pairs.Add(new MirrorPair(partner, product.Flow == TradeFlow.Export ? new MirrorDifference(own, theirs) : new MirrorDifference(theirs, own)));
            }
        }

        return pairs;
    }

    private MissingReason ReasonOf(WatchedProduct product) =>
        _own.Last(Code, product.Flow) is null && _watch.Mirrors.All(partner => _mirror.Last(partner, Opposite(product.Flow)) is null) ? MissingReason.SourceIsEmpty
        : _own.WindowOf(Code, product.Flow) is null && !_watch.Mirrors.Any(partner => _mirror.WindowOf(partner, Opposite(product.Flow)) is not null) ? MissingReason.TooFewMonths
        : MissingReason.NotTold;

    private static TradeFlow Opposite(TradeFlow flow) => flow == TradeFlow.Import ? TradeFlow.Export : TradeFlow.Import;
}
