using Foresight.Plugins.PartnerIndicators;
using Foresight.Plugins.PartnerIndicators.EurostatBulk;
using Foresight.Plugins.PartnerIndicators.PxFiles;
using Foresight.Plugins.PartnerIndicators.PxWeb;
using Foresight.Plugins.Tests.Conformance;
using Foresight.Sdk.Testing;

namespace Foresight.Plugins.Tests.PartnerIndicators;

/// <summary>Indicators from the answers of the shipped samples.</summary>
public sealed class PartnerIndicatorsCases : ConformanceCases
{
    private const string Json = "application/json";

    public override IReadOnlyDictionary<string, SourceCase> Cases { get; } = new Dictionary<string, SourceCase>
    {
        ["eurostat"] = SourceCase.Of<PartnerIndicatorsPlugin>("eurostat", new EurostatOptions { Dataset = "demo_gind" }, () => new ReplayTransport()
            .ServeFile("https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data/demo_gind?*", Sample("eurostat", "demo_gind.json"), Json)),
        ["eurostat-tsv"] = SourceCase.Of<PartnerIndicatorsPlugin>("eurostat-tsv", new EurostatTsvOptions { Dataset = "unem_own" }, () => new ReplayTransport()
            .ServeFile("*", Fixture("eurostat-tsv", "unem_own.new.tsv"), "text/tab-separated-values")),
        ["kolada"] = SourceCase.Of<PartnerIndicatorsPlugin>("kolada", new KoladaOptions { Kpis = ["N00217"], Municipalities = ["1487"] }, () => new ReplayTransport()
            .ServeFile("https://api.kolada.se/v3/data/*page=1*", Sample("kolada", "data-k1-m1-p1.json"), Json)
            .ServeFile("https://api.kolada.se/v3/data/*page=2*", Sample("kolada", "data-k1-m1-p2.json"), Json)),
        ["kolada-groups"] = SourceCase.Of<PartnerIndicatorsPlugin>("kolada-groups", new KoladaGroupsOptions { Municipalities = ["9001", "9002"] }, () => new ReplayTransport()
            .ServeFile("https://api.kolada.se/v3/municipality?per_page*", Fixture("kolada-groups", "municipality.json"), Json)
            .ServeFile("https://api.kolada.se/v3/municipality_groups?*page=1", Fixture("kolada-groups", "groups-1.json"), Json)
            .ServeFile("https://api.kolada.se/v3/municipality_groups?*page=2", Fixture("kolada-groups", "groups-2.json"), Json)),
        ["kolada-releases"] = SourceCase.Of<PartnerIndicatorsPlugin>("kolada-releases", new KoladaReleasesOptions { Kpis = ["N00217"] }, () => new ReplayTransport()
            .ServeFile("https://api.kolada.se/v3/kpi/*", Sample("kolada", "kpi-1.json"), Json)),
        ["px"] = SourceCase.Of<PartnerIndicatorsPlugin>("px", new PxFileOptions { Url = "https://office.example/bostader.px" }, () => new ReplayTransport()
            .ServeFile("*", Fixture("px", "bostader.px"))),
        ["pxweb"] = SourceCase.Of<PartnerIndicatorsPlugin>(
            "pxweb",
            new PxWebOptions { Table = "TAB9001", Filters = new Dictionary<string, IReadOnlyList<string>> { ["Region"] = ["90", "9001"], ["Kon"] = ["1", "2"], ["Tid"] = ["top(2)"] } },
            () => new ReplayTransport()
                .ServeFile("*/config", Fixture("pxweb", "config.json"), Json)
                .ServeFile("*/metadata?lang=sv*", Fixture("pxweb", "metadata.sv.json"), Json)
                .ServeFile("*/metadata?lang=en*", Fixture("pxweb", "metadata.en.json"), Json)
                .ServeFile("*/data?*", Fixture("pxweb", "data.json"), Json)),
        ["worldbank"] = SourceCase.Of<PartnerIndicatorsPlugin>(
            "worldbank",
            new WorldBankOptions { Indicators = ["SP.POP.TOTL", "NY.GDP.MKTP.CD"], Countries = ["SWE", "NAM"] },
            () => new ReplayTransport()
                .ServeFile("https://api.worldbank.org/v2/country/*/indicator/SP.POP.TOTL?*", Sample("worldbank", "SP.POP.TOTL.json"), Json)
                .ServeFile("https://api.worldbank.org/v2/country/*/indicator/NY.GDP.MKTP.CD?*", Sample("worldbank", "NY.GDP.MKTP.CD.json"), Json)),
    };
}
