using Foresight.Sdk;
using Microsoft.Extensions.DependencyInjection;

namespace Foresight.Plugins.PartnerIndicators;

/// <summary>The plugin's entry.</summary>
public sealed class PartnerIndicatorsPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services)
    {
    }
}
