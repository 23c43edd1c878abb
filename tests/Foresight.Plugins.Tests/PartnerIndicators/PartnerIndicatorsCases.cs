using System.Text.Json;
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
        ["kolada-releases/pages"] = SourceCase.Of<PartnerIndicatorsPlugin>(
            "kolada-releases",
            new KoladaReleasesOptions { Kpis = ["N90001", "N90002", .. Enumerable.Range(1, 24).Select(i => FormattableString.Invariant($"U9{i:000}"))] },
            () => new ReplayTransport()
            .Serve("https://api.kolada.se/v3/kpi/N90001,*page=1", KoladaPage("\"https://api.kolada.se/v3/kpi/N90001,N90002?per_page=5000&page=2\"", "N90001", "2026-06-26"), contentType: Json)
            .Serve("https://api.kolada.se/v3/kpi/N90001,*page=2", KoladaPage("null", "N90002", "2026-12-01"), contentType: Json)
            .Serve("https://api.kolada.se/v3/kpi/U9024*", KoladaPage("null", "U9024", "2026-01-07"), contentType: Json)),
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
        ["pxweb/calls"] = SourceCase.Of<PartnerIndicatorsPlugin>(
            "pxweb",
            new PxWebOptions { Table = "TAB9001", Filters = new Dictionary<string, IReadOnlyList<string>> { ["Region"] = ["90", "9001"], ["Kon"] = ["1", "2"], ["Tid"] = ["2026M07"] } },
            () => new ReplayTransport()
                .Serve("*/config", File.ReadAllText(Fixture("pxweb", "config.json")).Replace("\"maxDataCells\":1000", "\"maxDataCells\":2", StringComparison.Ordinal), contentType: Json)
                .ServeFile("*/metadata?lang=sv*", Fixture("pxweb", "metadata.sv.json"), Json)
                .ServeFile("*/metadata?lang=en*", Fixture("pxweb", "metadata.en.json"), Json)
                .Serve("*/data?*=90&*", PxRegion("90", "Östlän", 5003), contentType: Json)
                .Serve("*/data?*=9001&*", PxRegion("9001", "Åby", 310), contentType: Json)),
        ["worldbank/pages"] = SourceCase.Of<PartnerIndicatorsPlugin>("worldbank", new WorldBankOptions { Indicators = ["SP.POP.TOTL"], Countries = ["SWE", "NAM"], PerPage = 2 }, () => new ReplayTransport()
            .Serve("*&page=1", WorldBankPage(1, ("SWE", 2024), ("SWE", 2023)), contentType: Json)
            .Serve("*&page=2", WorldBankPage(2, ("NAM", 2024), ("NAM", 2023)), contentType: Json)
            .Serve("*&page=3", WorldBankPage(3, ("NAM", 2022)), contentType: Json)),
        ["worldbank"] = SourceCase.Of<PartnerIndicatorsPlugin>(
            "worldbank",
            new WorldBankOptions { Indicators = ["SP.POP.TOTL", "NY.GDP.MKTP.CD"], Countries = ["SWE", "NAM"] },
            () => new ReplayTransport()
                .ServeFile("https://api.worldbank.org/v2/country/*/indicator/SP.POP.TOTL?*", Sample("worldbank", "SP.POP.TOTL.json"), Json)
                .ServeFile("https://api.worldbank.org/v2/country/*/indicator/NY.GDP.MKTP.CD?*", Sample("worldbank", "NY.GDP.MKTP.CD.json"), Json)),
    };

    private static string KoladaPage(string next, string kpi, string day) => $$"""
        {"count":1,"next_url":{{next}},"previous_url":null,"values":[{"id":"{{kpi}}","title":"Ett exempel, andel (%)","description":"Källa: byrån.","is_divided_by_gender":false,
         "municipality_type":"K","prel_publication_date":null,"publication_date":"{{day}}","publ_period":"2025","has_ou_data":false}]}
        """;

    /// <summary>The answer to a call for one region and one month.</summary>
    private static string PxRegion(string code, string label, int men) => $$$$$"""
        {"version":"2.0","class":"dataset","label":"Folkmängd efter region, kön och månad","source":"Byrån","updated":"2026-08-20T06:00:00Z",
         "role":{"time":["Tid"],"metric":["ContentsCode"]},"id":["Region","Kon","ContentsCode","Tid"],"size":[1,2,1,1],
         "dimension":{
          "Region":{"label":"region","category":{"index":{"{{{{{code}}}}}":0},"label":{"{{{{{code}}}}}":"{{{{{label}}}}}"}}},
          "Kon":{"label":"kön","category":{"index":{"1":0,"2":1},"label":{"1":"män","2":"kvinnor"}}},
          "ContentsCode":{"label":"tabellinnehåll","category":{"index":{"BE1":0},"label":{"BE1":"Folkmängd"},"unit":{"BE1":{"base":"antal","decimals":0}}}},
          "Tid":{"label":"månad","category":{"index":{"2026M07":0},"label":{"2026M07":"2026M07"}}}},
         "value":[{{{{{men}}}}},{{{{{men + 7}}}}}]}
        """;

    private static string WorldBankPage(int page, params (string Country, int Year)[] rows) => JsonSerializer.Serialize(new object[]
    {
        new { page, pages = 3, per_page = 2, total = 5, sourceid = "2", lastupdated = "2026-07-01" },
        rows.Select(row => new Dictionary<string, object>
        {
            ["indicator"] = new { id = "SP.POP.TOTL", value = "Population, total" },
            ["country"] = new { id = row.Country[..2], value = row.Country },
            ["countryiso3code"] = row.Country,
            ["date"] = FormattableString.Invariant($"{row.Year}"),
            ["value"] = 1000 + row.Year + page,
            ["unit"] = "",
            ["obs_status"] = "",
            ["decimal"] = 0,
        }),
    });
}
