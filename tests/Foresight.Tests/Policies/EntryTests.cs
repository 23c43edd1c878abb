using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Policies;

/// <summary>The entries that plugins carry out, and what their options may take from the policy.</summary>
public sealed class EntryTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("feed", "{ url: 'https://example.org', langauge: sv }", "Unknown option 'langauge'; nearest 'language'.")]
    [InlineData("feed", "{ url: 'https://example.org', language: swedish }", "The option 'language' is out of range: The field language must match the regular expression")]
    [InlineData("feed", "{ url: 'example.org' }", "'url' must be an address that begins with https:// or http://, not 'example.org'.")]
    [InlineData("feed", "{ url: 'https://example.org', form: atom }", "'form' must be one of any, rss-only, not 'atom'.")]
    [InlineData("feed", "{ url: 'https://example.org', overlap: long }", "'overlap' must be a duration such as 7 days, 12 hours, 1.5 seconds or 00:30:00, not 'long'.")]
    [InlineData("feed", "{ url: 'https://example.org', from: }", "The option 'from' has no value; give it one or leave it out.")]
    [InlineData("feed", "{ kind: news }", "The option 'url' is missing: The url field is required.")]
    [InlineData("feed", "[]", "'options' must be a map of keys, not a list.")]
    [InlineData("riksdagen", "{ documentTypes: bet }", "'documentTypes' must be a list, not 'bet'.")]
    [InlineData("riksdagen", "{ documentTypes: [] }", "The option 'documentTypes' is out of range")]
    [InlineData("riksdagen", "{ documentTypes: [bet], maxPages: 51 }", "The option 'maxPages' is out of range: The field maxPages must be between 1 and 50.")]
    [InlineData("riksdagen", "{ documentTypes: [bet], maxPages: ten }", "'maxPages' must be a whole number, not 'ten'.")]
    [InlineData("eurostat", "{ dataset: d, filters: { unit: EUR } }", "'filters.unit' must be a list, not 'EUR'.")]
    [InlineData("kolada", "{ kpis: ['@indicators'], municipalities: ['@places:kolda'] }", "'@places:kolda' finds nothing in this policy; nearest 'kolada'.")]
    [InlineData("kolada", "{ kpis: ['@indicators'], municipalities: ['@home'] }", "'@home' stands for nothing; known: @indicators, @indicators:SOURCE, @places:CODELIST.")]
    [InlineData("kolada", "{ kpis: ['@indicators:figurs'], municipalities: ['1'] }", "'@indicators:figurs' finds nothing in this policy; nearest 'figures'.")]
    [InlineData("kolda", "{ kpis: ['@indicators'] }", "No plugin offers the source 'kolda'; nearest 'kolada'.")]
    [InlineData("focus", "{ }", "No plugin offers the source 'focus'")]
    public void Source_WithAFault_IsToldWithItsLine(string use, string options, string expected)
    {
        Write(use, options);

        var problems = _workspace.Problems();

        Assert.Contains("a.yaml:12 " + expected, problems, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ id: c, use: indicator-peers, options: { indicator: N2 } }", "There is no indicator 'N2'; nearest 'N1'.")]
    [InlineData("{ id: c, use: indicator-peers }", "The option 'indicator' is missing: The indicator field is required.")]
    [InlineData("{ id: c, use: peer-distance, options: { indicators: [N1, N9] } }", "There is no indicator 'N9'; nearest 'N1'.")]
    [InlineData("{ id: c, use: upcoming-dates, options: { sources: [figures, feeds] } }", "There is no source 'feeds'")]
    [InlineData("{ id: c, use: project-money-per-inhabitant, options: { source: figures, other: { source: figures, indicator: N7 } } }", "There is no indicator 'N7'; nearest 'N1'.")]
    [InlineData("{ id: c, use: project-money-per-inhabitant, options: { other: { sorce: figures } } }", "Unknown option 'sorce'; nearest 'source'.")]
    [InlineData("{ id: c, use: project-money-per-inhabitant, options: { populationSource: figurs } }", "There is no source 'figurs'; nearest 'figures'.")]
    [InlineData("{ id: c, use: project-money-per-inhabitant, options: { peerGroup: near } }", "There is no peer group 'near'.")]
    public void Chart_WithAFault_IsToldWithItsLine(string chart, string expected)
    {
        Write("kolada", "{ kpis: ['@indicators'], municipalities: ['@places:kolada'] }", "charts:\n  - " + chart + "\n");

        var problems = _workspace.Problems();

        Assert.Contains("a.yaml:14 " + expected, problems, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_OfAnEntry_AreCheckedAlsoWhereTheEntryIsWrong()
    {
        _workspace.Write("a.yaml", Some.Policy + "sources:\n  - { id: s, use: feed, options: { kind: news, lang: sv } }\n");

        var problems = _workspace.Problems();

        Assert.Contains("a.yaml:10 The key 'title' is missing in this 'sources'.", problems, StringComparison.Ordinal);
        Assert.Contains("a.yaml:10 Unknown option 'lang'; nearest 'language'.", problems, StringComparison.Ordinal);
        Assert.Contains("a.yaml:10 The option 'url' is missing", problems, StringComparison.Ordinal);
    }

    [Fact]
    public void Part_ThatNoPluginOffers_NeedNotStopTheRest()
    {
        Write("kolda", "{ kpis: ['@indicators'] }", "analyses:\n  - { id: attention, use: attention }\n");

        var reading = _workspace.Read(missingPartsAreFatal: false);

        Assert.Equal([], reading.Problems);
        var file = Assert.Single(reading.Policies);
        var missing = Assert.Single(file.Incomplete);
        Assert.Null(missing.Options);
        Assert.Equal("No plugin offers the source 'kolda'; nearest 'kolada'.", missing.Missing);
        Assert.NotNull(Assert.Single(file.Analyses).Options);
    }

    [Fact]
    public void Part_OfAnotherContractWithTheSameId_IsNotMistaken()
    {
        PluginPart[] parts = [new(typeof(IChart), "kolada", typeof(object), typeof(NoOptions))];
        Write("kolada", "{ }");

        var reading = _workspace.Read(parts: parts);

        Assert.Contains("No plugin offers the source 'kolada'.", Assert.Single(reading.Problems).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void References_InOptions_StandForManyValues()
    {
        _workspace.Write("a.yaml", $$"""
            {{Some.Policy}}  - { id: b, name: { sv: B, en: B }, role: peer, country: SE, codes: { kolada: ["0002"], nuts3: [{ code: XX2, vintage: NUTS 2024 }, { code: XX1, vintage: NUTS 2021 }] } }
              - { id: c, name: { sv: C, en: C }, role: peer, country: SE, codes: { kolada: ["0002"] } }
            indicators:
              - {{Some.Indicator.Replace("N1", "U2", StringComparison.Ordinal)}}
              - {{Some.Indicator}}
              - {{Some.Indicator.Replace("N1", "X", StringComparison.Ordinal).Replace("source: figures", "source: other", StringComparison.Ordinal)}}
            sources:
              - {{Some.Source("figures", "kolada").Replace("OPTIONS", "{ kpis: ['@indicators'], municipalities: [Z, '@places:kolada', Z] }", StringComparison.Ordinal)}}
              - {{Some.Source("other", "kolada-releases").Replace("OPTIONS", "{ kpis: ['@indicators:figures'] }", StringComparison.Ordinal)}}
              - {{Some.Source("region", "eurostat").Replace("OPTIONS", "{ dataset: d, filters: { geo: ['@places:nuts3'] } }", StringComparison.Ordinal)}}
            """);

        var reading = _workspace.Read();

        Assert.Equal([], reading.Problems);
        var sources = Assert.Single(reading.Policies).Sources;
        var kolada = Assert.IsType<KoladaOptions>(sources[0].Options);
        Assert.Equal(["N1", "U2"], kolada.Kpis);
        Assert.Equal(["Z", "0002", "0007"], kolada.Municipalities);
        Assert.Equal(["N1", "U2"], Assert.IsType<KoladaReleasesOptions>(sources[1].Options).Kpis);
        Assert.Equal(["XX1", "XX2"], Assert.IsType<EurostatOptions>(sources[2].Options).Filters["geo"]);
    }

    [Fact]
    public void Source_WholeEntry_CarriesItsOrigin()
    {
        Write("kolada", "{ kpis: ['@indicators'], municipalities: ['@places:kolada'] }");

        var source = Assert.Single(Assert.Single(_workspace.Read().Policies).Sources);

        Assert.Equal(("P", "L", new Uri("https://example.org"), "T"), (source.Producer, source.Licence, source.Url, source.Title!.Sv));
        Assert.Equal(12, source.Line);
        Assert.EndsWith("a.yaml", source.File, StringComparison.Ordinal);
    }

    /// <summary>The source's entry is line 12.</summary>
    private void Write(string use, string options, string more = "") => _workspace.Write(
        "a.yaml",
        Some.Policy + "indicators:\n  - " + Some.Indicator + "\nsources:\n  - " + Some.Source("figures", use).Replace("OPTIONS", options, StringComparison.Ordinal) + "\n" + more);
}
