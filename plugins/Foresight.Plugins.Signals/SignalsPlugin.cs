using Foresight.Plugins.Signals.Coverage;
using Foresight.Sdk;
using Microsoft.Extensions.DependencyInjection;

namespace Foresight.Plugins.Signals;

/// <summary>The plugin's entry.</summary>
public sealed class SignalsPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services) => services
        .AddAnalysis<ProjectMoneySignal, ProjectMoneySignalOptions>("project-money")
        .AddAnalysis<IndicatorFindings, IndicatorFindingsOptions>("indicator-findings")
        .AddAnalysis<Attention, AttentionOptions>("attention")
        .AddAnalysis<CoverageGaps, CoverageGapsOptions>("coverage")
        .AddAnalysis<UpcomingDatesSignal, UpcomingDatesSignalOptions>("upcoming-dates");
}
