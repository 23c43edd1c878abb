using System.Reflection;
using Foresight.Sdk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Foresight.Engine.Plugins;

/// <summary>A plugin that was entered: its parts, and the services that it registered for them.</summary>
internal sealed record PluginEntry(IReadOnlyList<PluginPart> Parts, ServiceProvider Services)
{
    /// <summary>Loads a plugin's code and lets it register. Throws whatever is wrong with it.</summary>
    public static PluginEntry Enter(string assemblyFile, ILoggerFactory loggers)
    {
        var entry = EntryOf(PluginAssembly.Load(assemblyFile));
        var plugin = (IPlugin)Activator.CreateInstance(entry)!;
        var services = new ServiceCollection();
        services.AddSingleton(loggers).AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        plugin.Register(services);
        var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
        try
        {
            PluginPart[] parts = [.. provider.GetServices<PluginPart>()];
            foreach (var part in parts)
            {
                Check(part, parts);
            }

            return new PluginEntry(parts, provider);
        }
        catch
        {
            provider.Dispose();
            throw;
        }
    }

    private static Type EntryOf(Assembly assembly)
    {
        // GetTypes throws when a type was built against something that is not here.
        Type[] types = [.. assembly.GetTypes().Where(type => type is { IsVisible: true, IsClass: true, IsAbstract: false })];
        Type[] entries = [.. types.Where(typeof(IPlugin).IsAssignableFrom)];
        switch (entries.Length)
        {
            case 0 when ForeignSdkOf(types) is { } sdk:
                throw new InvalidDataException(
                    $"carries its own copy of Foresight.Sdk {sdk.Version}, whose types are not the host's; build it against the host's Sdk and leave the copy out.");
            case 0:
                throw new InvalidDataException("has no public class that implements IPlugin; it needs exactly one.");
            case > 1:
                throw new InvalidDataException(
                    $"has {entries.Length} public classes that implement IPlugin ({string.Join(", ", entries.Select(entry => entry.Name))}); it needs exactly one.");
            case 1 when entries[0].GetConstructor(Type.EmptyTypes) is null:
                throw new InvalidDataException($"has an entry, {entries[0].Name}, without a public constructor that takes nothing.");
            default:
                return entries[0];
        }
    }

    // Built against a higher AssemblyVersion with a copy beside it, a plugin would otherwise just seem to have no entry.
    private static AssemblyName? ForeignSdkOf(IEnumerable<Type> types) => types
        .SelectMany(type => type.GetInterfaces())
        .FirstOrDefault(contract => contract.FullName == typeof(IPlugin).FullName)?.Assembly.GetName();

    private static void Check(PluginPart part, IEnumerable<PluginPart> all)
    {
        if (part.Id.Length == 0 || !part.Id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
        {
            throw new InvalidDataException($"offers a part with the id '{part.Id}'; ids have lower-case letters, digits and hyphens only.");
        }

        if (!part.Contract.IsAssignableFrom(part.Implementation))
        {
            throw new InvalidDataException($"offers {part.Implementation.Name} as {part.Contract.Name}, which it does not implement.");
        }

        if (all.Count(other => other.Contract == part.Contract && other.Id == part.Id) > 1)
        {
            throw new InvalidDataException($"offers two parts '{part.Id}' of the kind {part.Contract.Name}.");
        }
    }
}
