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
        .AddAnalysis<Attention, AttentionOptions>("attention")
        .AddAnalysis<Trade.TradeExposure, Trade.TradeExposureOptions>("trade-exposure")
        .AddAnalysis<UpcomingDatesSignal, UpcomingDatesSignalOptions>("upcoming-dates");
}
