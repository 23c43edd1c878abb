using Foresight.Engine.Briefs;
using Foresight.Engine.Policies;
using Foresight.Plugins.PartnerIndicators;
using Foresight.Plugins.Signals;
using Foresight.Sdk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Foresight.Plugins.Tests.Signals;

/// <summary>The policy that ships, its analysis of indicators, and whether what that prints is proven.</summary>
internal static class ShippedPolicy
{
    public static PolicyFile File { get; } = PolicyFolder.Read(Repository.Path("data", "policies"), All(), "vanersborg", missingPartsAreFatal: false).Policies.Single();

    public static Task<AnalysisOutcome> AnalyseAsync(ITables tables)
    {
        var options = (IndicatorFindingsOptions)File.Analyses.Single(entry => entry.Use == "indicator-findings").Options!;
        return new IndicatorFindings(options).AnalyseAsync(new AnalysisContext(tables, File.Policy, new FakeTimeProvider(Parts.Now)), default);
    }

    /// <summary>Every number of every sentence has evidence, as a brief asks for.</summary>
    public static void AssertTraced(IEnumerable<Signal> signals, ITables tables)
    {
        foreach (var language in new[] { "sv", "en" })
        {
            var tracer = new NumberTracer(new BriefInput
            {
                Policy = File.Policy,
                Language = language,
                Audience = File.Policy.Audiences[0],
                Title = Some.Text("Brev"),
                AsOf = Parts.Now,
                Signals = [],
                FindingCount = 0,
                Charts = [],
                HeadlineCharts = 0,
                Sources = [],
                Missing = [],
                Tables = tables,
            });
            Assert.All(signals, signal => Assert.All(
                tracer.Trace(signal.Headline.In(language) + " " + signal.Caveat?.In(language), [.. signal.Evidence.Select(evidence => new Trace(evidence, null, null, []))], signal.Figures),
                number => Assert.True(number.How != "untraced", $"{number.Printed} in {signal.Id}: {signal.Headline.In(language)} {signal.Caveat?.In(language)}")));
        }
    }

    private static PluginPart[] All()
    {
        var services = new ServiceCollection();
        new SignalsPlugin().Register(services);
        new PartnerIndicatorsPlugin().Register(services);
        return [.. services.Select(service => service.ImplementationInstance).OfType<PluginPart>()];
    }
}
