using Foresight.Plugins.FundingCalls.Interreg;
using Foresight.Plugins.FundingCalls.Ted;
using Foresight.Sdk;
using Microsoft.Extensions.DependencyInjection;

namespace Foresight.Plugins.FundingCalls;

/// <summary>External funding: who takes part in EU projects, and with how much.</summary>
public sealed class FundingCallsPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services) => services
        .AddSource<InterregSource, InterregOptions>("interreg", InterregSource.Recognise)
        .AddSource<TedSource, TedOptions>("ted", TedSource.Recognise);
}
