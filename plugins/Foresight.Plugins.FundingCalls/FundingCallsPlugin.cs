using Foresight.Sdk;
using Microsoft.Extensions.DependencyInjection;

namespace Foresight.Plugins.FundingCalls;

/// <summary>The plugin's entry.</summary>
public sealed class FundingCallsPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services)
    {
    }
}
