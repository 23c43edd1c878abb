using Foresight.Engine.Policies.Shapes;
using Foresight.Sdk;

namespace Foresight.Engine.Policies.Keys;

/// <summary>The keys of the product watch, and what must hold between them.</summary>
internal static class ProductWatchKeys
{
    private static readonly TextShape ProductCode = new() { Pattern = @"^\d{2}(\d{2}){0,4}$", PatternMeans = "a code of HS or CN: 2, 4, 6, 8 or 10 digits" };

    private static readonly ListShape Products = new(
        new MapShape(
            "watchedProduct",
            BuildProduct,
            Key.Must("id", SharedShapes.NewId(Kinds.Product), "The id."),
            Key.Must("codes", new ListShape(ProductCode, atLeast: 1), "Its codes in HS or CN, 2 to 10 digits; none is a part of another."),
            Key.May("vintage", SharedShapes.Text, "The edition that the codes are of, such as CN 2022."),
            Key.Must("name", SharedShapes.Local, "The name for sentences, in lower case unless it is a name."),
            Key.Must("flow", ScalarShape.WordOf(typeof(TradeFlow)), "The direction that matters."),
            Key.Must("focusAreas", SharedShapes.IdsOf(Kinds.FocusArea), "The focus areas it informs."),
            Key.Must("why", SharedShapes.Local, "Why it is watched."),
            Key.May("oneProducer", ScalarShape.YesNo, "Whether a single firm makes it here, so that the country's own figures may be confidential; false if left out."),
            Key.May("localJobs", ScalarShape.Number, "About how many jobs here make it, where known."),
            Key.May("exportedShare", ScalarShape.Number, "The share of what is made here that is exported, 0 to 1, where known."),
            Key.May("note", SharedShapes.Local, "What a reader must know before judging it.")),
        atLeast: 1);

    public static MapShape ProductWatch { get; } = new(
        "productWatch",
        Build,
        Key.Must("reporter", SharedShapes.IdOf(Kinds.Place), "The place whose trade it is: our country, with codes in the lists comext and wits."),
        Key.May("source", SharedShapes.IdOf(Kinds.Source), "The source entry with monthly trade by product and partner, as the country itself reports it."),
        Key.May("mirrorSource", SharedShapes.IdOf(Kinds.Source), "The source entry with the same trade as partners report it."),
        Key.May("mirrors", new ListShape(SharedShapes.Text), "The partners (codes of mirrorSource) whose figures stand in where the country's own are confidential."),
        Key.May("summarySource", SharedShapes.IdOf(Kinds.Source), "A source entry with yearly sums that names each year's largest partners only (use: wits)."),
        Key.May("labourMarket", SharedShapes.IdsOf(Kinds.Place), "The municipalities, ours among them, whose jobs are taken together."),
        Key.May("jobsIndicator", SharedShapes.IdOf(Kinds.Indicator), "The indicator with the number of jobs by place of work."),
        Key.May("goodsShareIndicator", SharedShapes.IdOf(Kinds.Indicator), "The indicator with the per cent of these jobs that make goods."),
        Key.May("commutingIndicator", SharedShapes.IdOf(Kinds.Indicator), "The indicator with the per cent of our employed who work elsewhere."),
        Key.Must("products", Products, "The products, most important first."));

    private static ProductWatch Build(Values values, ReadingContext context)
    {
        var watch = new ProductWatch
        {
            Reporter = values.The<string>("reporter"),
            Source = values.Maybe<string>("source"),
            MirrorSource = values.Maybe<string>("mirrorSource"),
            Mirrors = values.List<string>("mirrors"),
            SummarySource = values.Maybe<string>("summarySource"),
            LabourMarket = values.List<string>("labourMarket"),
            JobsIndicator = values.Maybe<string>("jobsIndicator"),
            GoodsShareIndicator = values.Maybe<string>("goodsShareIndicator"),
            CommutingIndicator = values.Maybe<string>("commutingIndicator"),
            Products = values.List<WatchedProduct>("products"),
        };
        if (watch.Source is null && watch.MirrorSource is null && watch.SummarySource is null)
        {
            context.Report(values.Node.Line, "'productWatch' names no source of figures; give it 'source', 'mirrorSource' or 'summarySource'.");
        }

        if (watch.MirrorSource is null != (watch.Mirrors.Count == 0))
        {
            context.Report(values.Node.Line, "'mirrors' and 'mirrorSource' go together: whose figures, and where they are.");
        }

        if (watch.JobsIndicator is null != (watch.GoodsShareIndicator is null) || watch.JobsIndicator is null != (watch.LabourMarket.Count == 0))
        {
            context.Report(values.Node.Line, "'labourMarket', 'jobsIndicator' and 'goodsShareIndicator' go together: the jobs of which places.");
        }

        return watch;
    }

    private static WatchedProduct BuildProduct(Values values, ReadingContext context)
    {
        var product = new WatchedProduct
        {
            Id = values.The<string>("id"),
            Codes = values.List<string>("codes"),
            Vintage = values.Maybe<string>("vintage"),
            Name = values.The<LocalText>("name"),
            Flow = values.The<TradeFlow>("flow"),
            FocusAreas = values.List<string>("focusAreas"),
            Why = values.The<LocalText>("why"),
            OneProducer = values.Number<bool>("oneProducer") ?? false,
            LocalJobs = values.Number<double>("localJobs"),
            ExportedShare = values.Number<double>("exportedShare"),
            Note = values.Maybe<LocalText>("note"),
        };
        foreach (var (i, code) in product.Codes.Index())
        {
            if (product.Codes.Index().FirstOrDefault(other => other.Index != i && code.StartsWith(other.Item, StringComparison.Ordinal)).Item is { } sum)
            {
                context.Report(values.Node.Line, $"'{product.Id}' has the code {code} beside {sum}, of which it is a part: it would count twice. Make it a product of its own.");
            }
        }

        if (product.LocalJobs is < 0)
        {
            context.Report(values.Node.Line, $"'{product.Id}' has fewer than no 'localJobs'.");
        }

        if (product.ExportedShare is < 0 or > 1)
        {
            context.Report(values.Node.Line, $"'{product.Id}' has an 'exportedShare' outside 0 to 1.");
        }

        return product;
    }
}
