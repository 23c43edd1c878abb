using System.Reflection;

namespace Foresight.Tests;

/// <summary>The plugins of tests/fixtures/plugins, built and staged as shipped ones are.</summary>
internal static class FixturePlugins
{
    /// <summary>The folder that holds them all; a plugin folder as <c>--plugins</c> takes it.</summary>
    public static string Folder { get; } = typeof(FixturePlugins).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "FixturePlugins").Value!;

    /// <summary>Makes a plugin folder that holds copies of these fixtures only, in <paramref name="parent"/>.</summary>
    public static string Only(string parent, params string[] names)
    {
        foreach (var name in names)
        {
            var copy = Directory.CreateDirectory(Path.Combine(parent, name)).FullName;
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, name)))
            {
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            }
        }

        return parent;
    }
}
