using Foresight.Sdk;
using Foresight.Sdk.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foresight.Plugins.Tests.Conformance;

/// <summary>Every source that a plugin of this repository offers keeps the rules of the kit.</summary>
public sealed class EverySourceTests
{
    public static TheoryData<string> Names => [.. ConformanceCases.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Source_WithRecordedAnswers_KeepsTheRules(string name)
    {
        var report = await SourceConformance.CheckAsync(ConformanceCases.All[name], TestContext.Current.CancellationToken);

        Assert.True(report.Holds, $"{name}:{Environment.NewLine}{report}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Source_WithRecordedAnswers_NamesTheirFields(string name)
    {
        var run = await ConformanceCases.All[name].RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.DoesNotContain(run.Batches, batch => batch is DocumentBatch { Documents.Count: > 0, Fields: null } or ObservationBatch { Count: > 0, Fields: null });
    }

    [Theory]
    [InlineData("feed/atom", "id title link published updated category summary")]
    [InlineData("ec-press", "description guid link pubDate title")]
    [InlineData("regeringen/listing", "Message TotalCount")]
    [InlineData("cellar", "work celex date")]
    [InlineData("ted/notices", "UBLExtensions CustomizationID NoticeTypeCode NoticeLanguageCode ContractingParty ProcurementProject ProcurementProjectLot CODED_DATA_SECTION TRANSLATION_SECTION FORM_SECTION")]
    [InlineData("interreg", "aktiv id nuts3 organisationsnamn organisationsroll partnerbudget program projektnamn projektår slutdatum specifiktmal startdatum")]
    [InlineData("worldbank", "country countryiso3code date decimal indicator obs_status unit value")]
    [InlineData("kolada-groups", "id members title")]
    [InlineData("eurostat", "freq indic_de geo time")]
    [InlineData("eurostat-tsv", "freq sex unit geo TIME_PERIOD")]
    [InlineData("pxweb", "Region Kon ContentsCode Tid")]
    [InlineData("px", "Region ContentsCode Tid")]
    [InlineData("scb-trade", "VarugruppKN ImportExport ContentsCode Tid")]
    [InlineData("wits", "Reporter Partner Product categories Indicator Type Indicator")]
    [InlineData("comext", "DATAFLOW LAST UPDATE freq reporter partner product flow indicators TIME_PERIOD OBS_VALUE")]
    [InlineData("comext-bulk", "REPORTER PARTNER TRADE_TYPE PRODUCT_NC PRODUCT_SITC PRODUCT_CPA21 PRODUCT_CPA22 PRODUCT_BEC PRODUCT_BEC5 PRODUCT_SECTION FLOW STAT_PROCEDURE SUPPL_UNIT PERIOD VALUE_EUR VALUE_NAC QUANTITY_KG QUANTITY_SUPPL_UNIT")]
    public async Task Source_OfEachForm_NamesWhatTheAnswerHas(string name, string fields)
    {
        var run = await ConformanceCases.All[name].RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(fields, string.Join(' ', run.Batches.SelectMany(batch => batch.Fields ?? []).Distinct()));
    }

    [Fact]
    public void Sources_OfAllPlugins_HaveACase()
    {
        var offered = typeof(EverySourceTests).Assembly.GetReferencedAssemblies()
            .Where(name => name.Name!.StartsWith("Foresight.Plugins.", StringComparison.Ordinal))
            .SelectMany(name => System.Reflection.Assembly.Load(name).GetTypes())
            .Where(type => typeof(IPlugin).IsAssignableFrom(type) && !type.IsAbstract)
            .SelectMany(Parts).Where(part => part.Contract == typeof(ISource)).Select(part => part.Id);

        var without = offered.Where(id => !ConformanceCases.All.Keys.Any(name => name.Split('/')[0] == id));

        Assert.Empty(without);
    }

    private static IEnumerable<PluginPart> Parts(Type plugin)
    {
        var services = new ServiceCollection();
        ((IPlugin)Activator.CreateInstance(plugin)!).Register(services);
        return services.BuildServiceProvider().GetServices<PluginPart>();
    }
}
