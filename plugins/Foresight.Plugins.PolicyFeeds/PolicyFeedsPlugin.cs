using Foresight.Plugins.PolicyFeeds.EurLex;
using Foresight.Plugins.PolicyFeeds.Feeds;
using Foresight.Plugins.PolicyFeeds.Government;
using Foresight.Plugins.PolicyFeeds.Parliament;
using Foresight.Plugins.PolicyFeeds.PressCorner;
using Foresight.Plugins.PolicyFeeds.Riksdagen;
using Foresight.Sdk;
using Microsoft.Extensions.DependencyInjection;

namespace Foresight.Plugins.PolicyFeeds;

/// <summary>News and decisions of the EU, the government and Riksdagen.</summary>
public sealed class PolicyFeedsPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services) => services
        .AddSource<FeedSource, FeedOptions>("feed", FeedSource.Recognise)
        .AddSource<PressCornerSource, PressCornerOptions>("ec-press")
        .AddSource<EpPressSource, EpPressOptions>("ep-press", EpPressSource.Recognise)
        .AddSource<RegeringenSource, RegeringenOptions>("regeringen", RegeringenSource.Recognise)
        .AddSource<CellarSource, CellarOptions>("cellar", CellarSource.Recognise)
        .AddSource<RiksdagenSource, RiksdagenOptions>("riksdagen", RiksdagenSource.Recognise);
}
