using Foresight.Plugins.FundingCalls.Interreg;
using Foresight.Sdk;
using Microsoft.Extensions.DependencyInjection;

namespace Foresight.Plugins.FundingCalls;

/// <summary>External funding: who takes part in EU projects, and with how much.</summary>
public sealed class FundingCallsPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services) =>
        services.AddSource<InterregSource, InterregOptions>("interreg", InterregSource.Recognise);
}
