using Foresight.Sdk;
using Microsoft.Extensions.DependencyInjection;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>The plugin's entry.</summary>
public sealed class MonitoringChartsPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services) => services
        .AddChart<ProjectMoneyPerInhabitant, ProjectMoneyOptions>("project-money-per-inhabitant")
        .AddChart<IndicatorPeers, IndicatorPeersOptions>("indicator-peers");
}
