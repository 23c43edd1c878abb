using Foresight.Sdk;
using Microsoft.Extensions.DependencyInjection;

namespace Foresight.Plugins.FocusClassifier;

/// <summary>The plugin's entry.</summary>
public sealed class FocusClassifierPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services) => services.AddClassifier<FocusClassifier, FocusClassifierOptions>("focus");
}
