using Microsoft.Extensions.DependencyInjection;

namespace Foresight.Sdk;

/// <summary>The entry of a plugin: exactly one public class of each plugin assembly, with a parameterless constructor.</summary>
public interface IPlugin
{
    /// <summary>
    /// Registers the plugin's parts, as in <c>services.AddSource&lt;RssSource, RssOptions&gt;("feed")</c>, and services of its own.
    /// An exception here makes the plugin Malfunctioned; nothing of it is kept.
    /// </summary>
    /// <param name="services">A collection that is this plugin's alone.</param>
    void Register(IServiceCollection services);
}
