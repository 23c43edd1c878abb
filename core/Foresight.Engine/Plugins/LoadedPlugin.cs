using Foresight.Sdk;

namespace Foresight.Engine.Plugins;

/// <summary>A plugin that was found, and what became of it.</summary>
/// <param name="Manifest">Its manifest; null where that could not be read.</param>
/// <param name="Folder">Its folder, absolute.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Sentence">One sentence for a person: what it offers, or why it does not.</param>
/// <param name="Parts">Its parts; none unless it is active.</param>
public sealed record LoadedPlugin(
    PluginManifest? Manifest, string Folder, PluginStatus Status, string Sentence, IReadOnlyList<PluginPart> Parts)
{
    /// <summary>The id to print: the manifest's, or the folder's name where there is no readable manifest.</summary>
    public string Id => Manifest?.Id ?? Path.GetFileName(Folder);
}
