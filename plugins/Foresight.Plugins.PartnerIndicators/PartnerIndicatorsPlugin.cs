using Foresight.Plugins.PartnerIndicators.EurostatBulk;
using Foresight.Plugins.PartnerIndicators.PxFiles;
using Foresight.Plugins.PartnerIndicators.PxWeb;
using Foresight.Sdk;
using Microsoft.Extensions.DependencyInjection;

namespace Foresight.Plugins.PartnerIndicators;

/// <summary>The plugin's entry.</summary>
public sealed class PartnerIndicatorsPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services) => services
        .AddSource<EurostatSource, EurostatOptions>("eurostat", EurostatSource.Recognise)
        .AddSource<EurostatTsvSource, EurostatTsvOptions>("eurostat-tsv", EurostatTsvSource.Recognise)
        .AddSource<KoladaSource, KoladaOptions>("kolada", KoladaSource.Recognise)
        .AddSource<KoladaGroupsSource, KoladaGroupsOptions>("kolada-groups")
        .AddSource<KoladaReleasesSource, KoladaReleasesOptions>("kolada-releases", KoladaReleasesSource.Recognise)
        .AddSource<PxFileSource, PxFileOptions>("px", PxFileSource.Recognise)
        .AddSource<PxWebSource, PxWebOptions>("pxweb")
        .AddSource<WorldBankSource, WorldBankOptions>("worldbank", WorldBankSource.Recognise);
}
