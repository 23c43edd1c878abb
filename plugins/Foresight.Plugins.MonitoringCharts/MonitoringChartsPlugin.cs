using Foresight.Sdk;
using Microsoft.Extensions.DependencyInjection;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>The plugin's entry.</summary>
public sealed class MonitoringChartsPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services) => services
        .AddChart<ProjectMoneyPerInhabitant, ProjectMoneyOptions>("project-money-per-inhabitant")
        .AddChart<ItemsPerArea, ItemsPerAreaOptions>("items-per-area")
        .AddChart<CoverageChart, CoverageOptions>("coverage")
        .AddChart<IndicatorPeers, IndicatorPeersOptions>("indicator-peers")
        .AddChart<IndicatorForecastChart, IndicatorForecastOptions>("indicator-forecast")
        .AddChart<PeerDistance, PeerDistanceOptions>("peer-distance")
        .AddChart<TradeByPartner, TradeByPartnerOptions>("trade-by-partner")
        .AddChart<ProductWatchChart, ProductWatchOptions>("product-watch")
        .AddChart<TradeContributionsChart, TradeContributionsOptions>("trade-contributions")
        .AddChart<TradeConcentrationChart, TradeConcentrationOptions>("trade-concentration")
        .AddChart<UpcomingDates, UpcomingDatesOptions>("upcoming-dates");
}
