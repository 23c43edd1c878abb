using Foresight.Plugins.FundingCalls.Esif;
using Foresight.Plugins.FundingCalls.Interreg;
using Foresight.Plugins.FundingCalls.Reference;
using Foresight.Plugins.FundingCalls.Sedia;
using Foresight.Plugins.FundingCalls.Ted;
using Foresight.Sdk;
using Microsoft.Extensions.DependencyInjection;

namespace Foresight.Plugins.FundingCalls;

/// <summary>External funding: calls and tenders that are open, and who takes part in EU projects, with how much.</summary>
public sealed class FundingCallsPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services) => services
        .AddSource<InterregSource, InterregOptions>("interreg", InterregSource.Recognise)
        .AddSource<EsifSource, EsifOptions>("esif", EsifSource.Recognise)
        .AddSource<ReferenceSource, ReferenceOptions>("funding-reference", ReferenceSource.Recognise)
        .AddSource<SediaSource, SediaOptions>("sedia", SediaSource.Recognise)
        .AddSource<TedSource, TedOptions>("ted", TedSource.Recognise);
}
