using Foresight.Plugins.TradeStatistics.Bulk;
using Foresight.Plugins.TradeStatistics.CodeLists;
using Foresight.Plugins.TradeStatistics.Scb;
using Foresight.Sdk;
using Microsoft.Extensions.DependencyInjection;

namespace Foresight.Plugins.TradeStatistics;

/// <summary>The plugin's entry.</summary>
public sealed class TradeStatisticsPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services) => services
        .AddSource<CodeListSource, CodeListOptions>("code-list")
        .AddSource<ComextSource, ComextOptions>("comext", ComextSource.Recognise)
        .AddSource<ComextBulkSource, ComextBulkOptions>("comext-bulk")
        .AddSource<ScbTradeSource, ScbTradeOptions>("scb-trade")
        .AddSource<WitsSource, WitsOptions>("wits", WitsSource.Recognise);
}
