using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Policies;

public sealed class ProductWatchKeysTests : IDisposable
{
    private const string Rest = "name: { sv: n, en: n }, flow: export, focusAreas: [sea], why: { sv: w, en: w }";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Watch_Whole_Reads()
    {
        Write("{ id: alloy, codes: [\"72024110\", \"72024190\"], vintage: CN 2022, oneProducer: true, localJobs: 200, exportedShare: 0.67, REST }");

        var reading = _workspace.Read();

        Assert.Equal("", _workspace.Problems());
        var watch = reading.Policies.Single().Policy.ProductWatch!;
        var product = Assert.Single(watch.Products);
        Assert.Equal(("vik", "trade", "sums"), (watch.Reporter, watch.Source, watch.SummarySource));
        Assert.Equal(["72024110", "72024190"], product.Codes);
        Assert.Equal(("CN 2022", TradeFlow.Export, true, 200, 0.67), (product.Vintage, product.Flow, product.OneProducer, product.LocalJobs, product.ExportedShare));
    }

    [Theory]
    [InlineData("{ id: a, codes: [\"8703\", \"87038010\"], REST }", "'a' has the code 87038010 beside 8703, of which it is a part: it would count twice. Make it a product of its own.")]
    [InlineData("{ id: a, codes: [\"870\"], REST }", "'codes' must be a code of HS or CN: 2, 4, 6, 8 or 10 digits, not '870'.")]
    [InlineData("{ id: a, codes: [cars], REST }", "'codes' must be a code of HS or CN: 2, 4, 6, 8 or 10 digits, not 'cars'.")]
    [InlineData("{ id: a, codes: [], REST }", "'codes' needs at least one item.")]
    [InlineData("{ id: a, codes: [\"87\"], exportedShare: 67, REST }", "'a' has an 'exportedShare' outside 0 to 1.")]
    [InlineData("{ id: a, codes: [\"87\"], name: { sv: n, en: n }, flow: export, focusAreas: [see], why: { sv: w, en: w } }", "There is no focus area 'see'; nearest 'sea'.")]
    [InlineData("{ id: a, codes: [\"87\"], name: { sv: n, en: n }, flow: both, focusAreas: [sea], why: { sv: w, en: w } }", "'flow' must be one of import, export, not 'both'.")]
    public void Product_WithAFault_IsToldWithItsLine(string product, string expected)
    {
        Write(product);

        Assert.Equal($"a.yaml:17 {expected}\n", _workspace.Problems());
    }

    [Fact]
    public void Watch_HalfGiven_IsTold()
    {
        _workspace.Write("a.yaml", Some.Policy + "productWatch:\n  reporter: vik\n  mirrors: [DE]\n  labourMarket: [vik]\n  products:\n    - { id: a, codes: [\"87\"], " + Rest + " }\n");

        Assert.Equal(
            """
            a.yaml:10 'labourMarket', 'jobsIndicator' and 'goodsShareIndicator' go together: the jobs of which places.
            a.yaml:10 'mirrors' and 'mirrorSource' go together: whose figures, and where they are.
            a.yaml:10 'productWatch' names no source of figures; give it 'source', 'mirrorSource' or 'summarySource'.

            """.ReplaceLineEndings("\n").Split('\n').Order(StringComparer.Ordinal),
            _workspace.Problems().Split('\n').Order(StringComparer.Ordinal));
    }

    private void Write(string product) => _workspace.Write(
        "a.yaml",
        Some.Policy
        + "sources:\n  - " + Some.Source("trade", "wits").Replace("OPTIONS", "{ reporters: [SWE] }", StringComparison.Ordinal)
        + "\n  - " + Some.Source("sums", "wits").Replace("OPTIONS", "{ reporters: [SWE] }", StringComparison.Ordinal)
        + "\nproductWatch:\n  reporter: vik\n  source: trade\n  summarySource: sums\n  products:\n    - " + product.Replace("REST", Rest, StringComparison.Ordinal) + "\n");
}
