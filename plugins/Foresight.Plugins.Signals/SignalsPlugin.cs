using Foresight.Plugins.Signals.Attention;
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
        .AddAnalysis<IndicatorForecasts, IndicatorForecastsOptions>("indicator-forecasts")
        .AddAnalysis<Trade.TradeExposure, Trade.TradeExposureOptions>("trade-exposure")
        .AddAnalysis<ShareOfAttention, AttentionOptions>("attention")
        .AddAnalysis<Bursts, BurstsOptions>("bursts")
        .AddAnalysis<EmergingTermsSignal, EmergingTermsOptions>("emerging-terms")
        .AddAnalysis<NoveltySignal, NoveltyOptions>("novelty")
        .AddAnalysis<CrossingStories, CrossingStoriesOptions>("crossing-stories")
        .AddAnalysis<CoverageGaps, CoverageGapsOptions>("coverage")
        .AddAnalysis<UpcomingDatesSignal, UpcomingDatesSignalOptions>("upcoming-dates")
        .AddChart<AttentionChart, AttentionChartOptions>("attention")
        .AddChart<EmergingTermsChart, EmergingTermsOptions>("emerging-terms");
}
