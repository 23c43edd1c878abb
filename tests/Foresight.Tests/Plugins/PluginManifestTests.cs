using Foresight.Engine.Plugins;
using Xunit;

namespace Foresight.Tests.Plugins;

public sealed class PluginManifestTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", "plugin.json is no valid JSON (line 1).")]
    [InlineData("""{ "id": "a", """, "plugin.json is no valid JSON (line 1).")]
    [InlineData("""["a"]""", "plugin.json is no JSON object with id, version, sdk and assembly.")]
    [InlineData("""{ "id": "a", "version": "1", "sdk": "1.0" }""", "plugin.json lacks 'assembly'; it needs id, version, sdk and assembly.")]
    [InlineData("""{ "id": "a", "version": "1", "sdk": "1.0", "assembly": "a.dll", "colour": "red" }""",
        "plugin.json has the unknown member 'colour'; it may have only id, version, sdk and assembly.")]
    [InlineData("""{ "id": "a", "Version": "1", "sdk": "1.0", "assembly": "a.dll" }""",
        "plugin.json has the unknown member 'Version'; it may have only id, version, sdk and assembly.")]
    [InlineData("""{ "id": "", "version": "1", "sdk": "1.0", "assembly": "a.dll" }""", "plugin.json has a 'id' that is no text or an empty one.")]
    [InlineData("""{ "id": "a", "version": null, "sdk": "1.0", "assembly": "a.dll" }""", "plugin.json has a 'version' that is no text or an empty one.")]
    [InlineData("""{ "id": "a", "id": "b", "version": "1", "sdk": "1.0", "assembly": "a.dll" }""", "plugin.json has 'id' twice.")]
    [InlineData("""{ "id": "a", "version": "1", "sdk": "one", "assembly": "a.dll" }""", "plugin.json says sdk 'one', which is no version such as 1.0.")]
    [InlineData("""{ "id": "a", "version": "1", "sdk": "1.0.3", "assembly": "a.dll" }""", "plugin.json says sdk '1.0.3', which is no version such as 1.0.")]
    [InlineData("""{ "id": "a", "version": "1", "sdk": "1.0", "assembly": "../a.dll" }""",
        "plugin.json says assembly '../a.dll', which must be a file name without a folder.")]
    public void Load_MalformedManifest_IsMalfunctionedWithASentence(string manifest, string sentence)
    {
        Write(manifest);

        using var host = PluginHost.Load([folder.Path]);

        var plugin = Assert.Single(host.Plugins);
        Assert.Equal(PluginStatus.Malfunctioned, plugin.Status);
        Assert.Equal(sentence, plugin.Sentence);
        Assert.Null(plugin.Manifest);
        Assert.Equal("broken", plugin.Id);
    }

    [Theory]
    [InlineData("1.1", "needs Foresight.Sdk 1.1, host has 1.0.")]
    [InlineData("2.0", "needs Foresight.Sdk 2.0, host has 1.0.")]
    [InlineData("0.9", "needs Foresight.Sdk 0.9, host has 1.0.")]
    public void Load_OtherSdk_IsNotSupportedBeforeAnyCodeIsLookedAt(string sdk, string sentence)
    {
        Write($$"""{ "id": "a", "version": "1", "sdk": "{{sdk}}", "assembly": "a.dll" }""");

        using var host = PluginHost.Load([folder.Path]);

        var plugin = Assert.Single(host.Plugins);
        Assert.Equal(PluginStatus.NotSupported, plugin.Status);
        Assert.Equal(sentence, plugin.Sentence);
    }

    private void Write(string manifest) =>
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "broken")).FullName, "plugin.json"), manifest);
}
