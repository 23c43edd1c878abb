using Foresight.Engine.Plugins;
using Foresight.Sdk;
using Mono.Cecil;
using Xunit;

namespace Foresight.Tests.Plugins;

public sealed class PluginHostFoldersTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Load_FolderThatIsNotThere_HoldsNone()
    {
        using var host = PluginHost.Load([Path.Combine(folder.Path, "absent")]);

        Assert.Empty(host.Plugins);
    }

    [Fact]
    public void Load_SameFolderTwice_IsReadOnce()
    {
        FixturePlugins.Only(folder.Path, "Fixture.Good");

        using var host = PluginHost.Load([folder.Path, folder.Path + Path.DirectorySeparatorChar]);

        Assert.Equal(PluginStatus.Active, Assert.Single(host.Plugins).Status);
    }

    [Fact]
    public void Load_FolderWithoutManifest_IsNoPlugin()
    {
        FixturePlugins.Only(folder.Path, "Fixture.Good");
        File.Delete(Path.Combine(folder.Path, "Fixture.Good", "plugin.json"));

        using var host = PluginHost.Load([folder.Path]);

        Assert.Empty(host.Plugins);
    }

    [Fact]
    public void Load_Disabled_RunsNoneOfItsCode()
    {
        FixturePlugins.Only(folder.Path, "Fixture.Good", "Fixture.ThrowsInRegister");

        using var host = PluginHost.Load([folder.Path], new HashSet<string> { "Fixture.Good", "Fixture.ThrowsInRegister" });

        Assert.All(host.Plugins, plugin => Assert.Equal(PluginStatus.Disabled, plugin.Status));
        Assert.Empty(host.Parts);
    }

    [Fact]
    public void Load_CopyOfTheHostsSdkInItsFolder_WorksAllTheSame()
    {
        FixturePlugins.Only(folder.Path, "Fixture.Good");
        File.Copy(typeof(IPlugin).Assembly.Location, Path.Combine(folder.Path, "Fixture.Good", "Foresight.Sdk.dll"));

        using var host = PluginHost.Load([folder.Path]);

        Assert.Equal("offers the source good.", Assert.Single(host.Plugins).Sentence);
    }

    [Fact]
    public void Load_CopyOfASdkWithHigherAssemblyVersion_IsReportedAndNotSilentlyEmpty()
    {
        FixturePlugins.Only(folder.Path, "Fixture.Good");
        BuildAgainstSdk(Path.Combine(folder.Path, "Fixture.Good"), new Version(1, 9, 0, 0));

        using var host = PluginHost.Load([folder.Path]);

        var plugin = Assert.Single(host.Plugins);
        Assert.Equal(PluginStatus.Malfunctioned, plugin.Status);
        Assert.Equal(
            "carries its own copy of Foresight.Sdk 1.9.0.0, whose types are not the host's; build it against the host's Sdk and leave the copy out.",
            plugin.Sentence);
    }

    [Fact]
    public void Load_AssemblyMissing_SaysWhichFile()
    {
        FixturePlugins.Only(folder.Path, "Fixture.Good");
        File.Delete(Path.Combine(folder.Path, "Fixture.Good", "Fixture.Good.dll"));

        using var host = PluginHost.Load([folder.Path]);

        Assert.Equal("lacks the file Fixture.Good.dll; build the plugin again.", Assert.Single(host.Plugins).Sentence);
    }

    [Fact]
    public void Load_AssemblyIsNoLibrary_SaysSo()
    {
        FixturePlugins.Only(folder.Path, "Fixture.Good");
        File.WriteAllText(Path.Combine(folder.Path, "Fixture.Good", "Fixture.Good.dll"), "no library");

        using var host = PluginHost.Load([folder.Path]);

        Assert.Equal("cannot load Fixture.Good.dll: it is no .NET library for this machine.", Assert.Single(host.Plugins).Sentence);
    }

    // What a build against a later Sdk would write: the copy's version, and the plugin's reference to it.
    private static void BuildAgainstSdk(string plugin, Version version)
    {
        using (var sdk = AssemblyDefinition.ReadAssembly(typeof(IPlugin).Assembly.Location))
        {
            sdk.Name.Version = version;
            sdk.Write(Path.Combine(plugin, "Foresight.Sdk.dll"));
        }

        var file = Path.Combine(plugin, "Fixture.Good.dll");
        using var assembly = AssemblyDefinition.ReadAssembly(file, new ReaderParameters { InMemory = true });
        assembly.MainModule.AssemblyReferences.Single(reference => reference.Name == "Foresight.Sdk").Version = version;
        assembly.Write(file);
    }
}
