using Foresight.Engine.Policies;
using Foresight.Sdk;

namespace Foresight.Engine.Plugins;

/// <summary>From a policy's entry to the plugin's part behind it.</summary>
internal static class EntryParts
{
    /// <summary>The part that an entry uses; null where no active plugin offers it.</summary>
    public static PluginPart? PartOf<T>(this PluginHost plugins, Entry entry) =>
        plugins.Parts.FirstOrDefault(part => part.Contract == typeof(T) && part.Id == entry.Use);

    /// <summary>Makes the part that an entry uses, or says in a sentence why it cannot be made.</summary>
    public static (T? Part, string? Problem) Make<T>(this PluginHost plugins, Entry entry) where T : class
    {
        if (plugins.PartOf<T>(entry) is not { } part || entry.Options is null)
        {
            var broken = plugins.Plugins.Where(plugin => plugin.Status is not PluginStatus.Active)
                .Select(plugin => $"{plugin.Id} ({plugin.Sentence})").ToList();
            return (null, broken.Count == 0
                ? $"no plugin offers '{entry.Use}'."
                : $"no loaded plugin offers '{entry.Use}'; not loaded: {string.Join("; ", broken)}.");
        }

        try
        {
            return (plugins.Create<T>(part, entry.Options), null);
        }
        // A plugin's constructor may throw anything; it concerns its own entry only.
        catch (Exception e)
        {
            return (null, $"{part.Implementation.Name} could not be made: {(e.InnerException ?? e).Message.ReplaceLineEndings(" ")}");
        }
    }
}
