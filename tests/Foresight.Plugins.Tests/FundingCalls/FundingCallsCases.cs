using Foresight.Plugins.FundingCalls;
using Foresight.Plugins.FundingCalls.Esif;
using Foresight.Plugins.FundingCalls.Interreg;
using Foresight.Plugins.FundingCalls.Reference;
using Foresight.Plugins.FundingCalls.Sedia;
using Foresight.Plugins.FundingCalls.Ted;
using Foresight.Plugins.Tests.Conformance;
using Foresight.Sdk.Testing;

namespace Foresight.Plugins.Tests.FundingCalls;

/// <summary>Projects and calls in the forms of their sources.</summary>
public sealed class FundingCallsCases : ConformanceCases
{
    public override IReadOnlyDictionary<string, SourceCase> Cases { get; } = new Dictionary<string, SourceCase>
    {
        ["interreg"] = SourceCase.Of<FundingCallsPlugin>("interreg", new InterregOptions(), () => new ReplayTransport().Serve(
            new InterregOptions().Url.AbsoluteUri,
            $"[{InterregSourceTests.Row},{InterregSourceTests.Row.Replace("1000.5", "7", StringComparison.Ordinal)}]",
            contentType: "application/json")),
        ["sedia"] = SourceCase.Of<FundingCallsPlugin>("sedia", new SediaOptions { PageSize = 2 }, SediaSourceTests.Pages),
        ["funding-reference"] = SourceCase.Of<FundingCallsPlugin>("funding-reference", new ReferenceOptions { Details = true }, ReferenceSourceTests.Answers),
        ["esif"] = SourceCase.Of<FundingCallsPlugin>("esif", new EsifOptions(), EsifSourceTests.Csv),
        ["esif/pages"] = SourceCase.Of<FundingCallsPlugin>("esif", new EsifOptions { Format = EsifFormat.Json, PageSize = 2 }, EsifSourceTests.Json),
        ["ted"] = SourceCase.Of<FundingCallsPlugin>("ted", new TedOptions { Countries = ["SWE"] }, TedSourceTests.Pages),
        ["ted/page-number"] = SourceCase.Of<FundingCallsPlugin>(
            "ted", new TedOptions { Countries = ["SWE"], Paging = TedPaging.PageNumber, PageSize = 2 }, TedSourceTests.NumberedPages),
        ["ted/full-text"] = SourceCase.Of<FundingCallsPlugin>("ted", new TedOptions { Countries = ["SWE"], FullText = true }, TedSourceTests.PagesAndXml),
        ["ted/notices"] = SourceCase.Of<FundingCallsPlugin>("ted", new TedOptions { Notices = ["100001-2026", "https://ted.europa.eu/sv/notice/456-2022/xml"] }, TedSourceTests.PagesAndXml),
    };
}
