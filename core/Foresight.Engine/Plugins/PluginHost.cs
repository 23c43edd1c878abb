using System.Reflection;
using Foresight.Sdk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Engine.Plugins;

/// <summary>The plugins that were found, and the way to make instances of their parts. One bad plugin never stops the others.</summary>
public sealed class PluginHost : IDisposable
{
    private readonly ILoggerFactory loggers;
    private readonly List<LoadedPlugin> plugins = [];
    private readonly List<ServiceProvider> providers = [];
    private readonly Dictionary<PluginPart, (LoadedPlugin Plugin, ServiceProvider Services)> owners = [];

    private PluginHost(ILoggerFactory loggers) => this.loggers = loggers;

    /// <summary>The major.minor of the Sdk that this host speaks.</summary>
    public static Version SdkVersion { get; } = MajorMinor(
        typeof(IPlugin).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    /// <summary>Every plugin that was found, in the order in which they were.</summary>
    public IReadOnlyList<LoadedPlugin> Plugins => plugins;

    /// <summary>The parts of the active plugins; ids are unique per contract.</summary>
    public IReadOnlyList<PluginPart> Parts => [.. plugins.SelectMany(plugin => plugin.Parts)];

    /// <summary>Loads what lies in these folders, one plugin per folder below them, in name order.</summary>
    /// <param name="folders">Folders of plugins, first come first served; one that does not exist holds none.</param>
    /// <param name="disabled">Ids of plugins that are switched off.</param>
    /// <param name="loggers">Where plugins log to; nowhere by default.</param>
    public static PluginHost Load(
        IReadOnlyList<string> folders, IReadOnlySet<string>? disabled = null, ILoggerFactory? loggers = null)
    {
        var host = new PluginHost(loggers ?? NullLoggerFactory.Instance);
        foreach (var folder in folders.Select(FullPath).Distinct().SelectMany(PluginFoldersIn))
        {
            host.plugins.Add(host.LoadOne(folder, disabled));
        }

        return host;
    }

    /// <summary>The part of that contract and id; null where no active plugin offers it.</summary>
    public PluginPart? Find<TContract>(string id) =>
        owners.Keys.FirstOrDefault(part => part.Contract == typeof(TContract) && part.Id == id);

    /// <summary>The plugin that offers a part.</summary>
    /// <exception cref="ArgumentException">No active plugin offers it.</exception>
    public LoadedPlugin PluginOf(PluginPart part) => OwnerOf(part).Plugin;

    /// <summary>Makes an instance of a part. Its constructor may take its options, loggers and services that its plugin registered.</summary>
    /// <typeparam name="T">The part's contract.</typeparam>
    /// <param name="part">The part, of <see cref="Parts"/>.</param>
    /// <param name="options">An instance of its options class, bound and validated.</param>
    public T Create<T>(PluginPart part, object options)
    {
        var services = OwnerOf(part).Services;
        if (!part.Options.IsInstanceOfType(options))
        {
            throw new ArgumentException($"{part.Id} takes {part.Options.Name}, not {options.GetType().Name}.", nameof(options));
        }

        // A part without any option may leave them out of its constructor.
        var takesOptions = part.Implementation.GetConstructors()
            .Any(constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType.IsInstanceOfType(options)));
        return (T)ActivatorUtilities.CreateInstance(services, part.Implementation, takesOptions ? [options] : []);
    }

    /// <summary>Disposes what the plugins registered as services; instances made by <see cref="Create"/> are their maker's.</summary>
    public void Dispose()
    {
        providers.ForEach(services => services.Dispose());
    }

    private static Version MajorMinor(string version)
    {
        var full = Version.Parse(version.Split('+', '-')[0]);
        return new Version(full.Major, full.Minor);
    }

    private static string FullPath(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    private static IEnumerable<string> PluginFoldersIn(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder)
            .Where(plugin => File.Exists(Path.Combine(plugin, "plugin.json")))
            .OrderBy(Path.GetFileName, StringComparer.Ordinal)
        : [];

    private LoadedPlugin LoadOne(string folder, IReadOnlySet<string>? disabled)
    {
        PluginManifest? manifest = null;
        LoadedPlugin Without(PluginStatus status, string sentence) => new(manifest, folder, status, sentence, []);
        try
        {
            manifest = PluginManifest.Read(Path.Combine(folder, "plugin.json"));
            if (plugins.Find(other => other.Manifest?.Id == manifest.Id) is { } twin)
            {
                return Without(PluginStatus.Malfunctioned, $"has the same id as the plugin in {twin.Folder}; remove {folder} or the other.");
            }

            if (disabled?.Contains(manifest.Id) == true)
            {
                return Without(PluginStatus.Disabled, "is switched off.");
            }

            if (manifest.Sdk.Major != SdkVersion.Major || manifest.Sdk.Minor > SdkVersion.Minor)
            {
                return Without(PluginStatus.NotSupported, $"needs Foresight.Sdk {manifest.Sdk}, host has {SdkVersion}.");
            }

            return Enter(manifest, folder);
        }
        // The one place where whatever a plugin does on loading is caught.
        catch (Exception fault)
        {
            return Without(PluginStatus.Malfunctioned, PluginFault.SentenceOf(fault));
        }
    }

    private LoadedPlugin Enter(PluginManifest manifest, string folder)
    {
        var entry = PluginEntry.Enter(Path.Combine(folder, manifest.Assembly), loggers);
        var taken = entry.Parts.SelectMany(part => owners.Keys.Where(other => other.Contract == part.Contract && other.Id == part.Id));
        if (taken.FirstOrDefault() is { } rival)
        {
            entry.Services.Dispose();
            throw new InvalidDataException($"offers the {NameOf(rival)}, which {owners[rival].Plugin.Id} offers already.");
        }

        var sentence = entry.Parts.Count == 0
            ? "offers no part; its Register adds none."
            : $"offers the {string.Join(", ", entry.Parts.Select(NameOf))}.";
        var plugin = new LoadedPlugin(manifest, folder, PluginStatus.Active, sentence, entry.Parts);
        providers.Add(entry.Services);
        foreach (var part in entry.Parts)
        {
            owners.Add(part, (plugin, entry.Services));
        }

        return plugin;
    }

    private (LoadedPlugin Plugin, ServiceProvider Services) OwnerOf(PluginPart part) => owners.TryGetValue(part, out var owner)
        ? owner
        : throw new ArgumentException($"No active plugin offers the {NameOf(part)}.", nameof(part));

    private static string NameOf(PluginPart part) => part.Contract.Name switch
    {
        nameof(ISource) => "source ",
        nameof(ITrainableClassifier) => "classifier ",
        nameof(IAnalysis) => "analysis ",
        nameof(IChart) => "chart ",
        var other => other + " ",
    } + part.Id;
}
