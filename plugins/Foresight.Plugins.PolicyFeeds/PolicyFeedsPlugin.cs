using Foresight.Sdk;
using Microsoft.Extensions.DependencyInjection;

namespace Foresight.Plugins.PolicyFeeds;

/// <summary>The plugin's entry.</summary>
public sealed class PolicyFeedsPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services)
    {
    }
}
