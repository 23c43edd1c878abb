using Foresight.Engine.Plugins;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Foresight.Tests.Plugins;

/// <summary>Loads all fixture plugins at once, good and bad ones side by side.</summary>
public sealed class PluginHostTests : IDisposable
{
    private readonly PluginHost host = PluginHost.Load([FixturePlugins.Folder]);

    public void Dispose() => host.Dispose();

    [Fact]
    public void Load_AllFixtures_OffersThePartsOfTheActiveOnesInNameOrder()
    {
        var parts = host.Parts.Select(part => part.Id);

        Assert.Equal(["good", "own-native", "own-package", "throws"], parts);
        Assert.Equal(host.Plugins.Select(plugin => plugin.Folder).Order(StringComparer.Ordinal), host.Plugins.Select(plugin => plugin.Folder));
    }

    [Theory]
    [InlineData("Good", PluginStatus.Active, "offers the source good.")]
    [InlineData("MalformedManifest", PluginStatus.Malfunctioned, "plugin.json has a 'sdk' that is no text or an empty one.")]
    [InlineData("MissingDependency", PluginStatus.Malfunctioned,
        "needs Cronos, which is not in its folder; build the plugin again and copy the whole folder.")]
    [InlineData("NeedsUnregistered", PluginStatus.Malfunctioned,
        "InvalidOperationException: Unable to resolve service for type 'System.IDisposable' while attempting to activate 'Fixture.NeedsUnregistered.Needy'.")]
    [InlineData("NewerSdk", PluginStatus.NotSupported, "needs Foresight.Sdk 1.7, host has 1.0.")]
    [InlineData("NoEntry", PluginStatus.Malfunctioned, "has no public class that implements IPlugin; it needs exactly one.")]
    [InlineData("SamePart", PluginStatus.Malfunctioned, "offers the source good, which Fixture.Good offers already.")]
    [InlineData("ThrowsInConstructor", PluginStatus.Malfunctioned, "InvalidOperationException: The constructor's own fault.")]
    [InlineData("ThrowsInRegister", PluginStatus.Malfunctioned, "InvalidOperationException: The registration's own fault.")]
    [InlineData("TwoEntries", PluginStatus.Malfunctioned,
        "has 2 public classes that implement IPlugin (FirstEntry, SecondEntry); it needs exactly one.")]
    public void Load_Fixture_HasStatusAndSentence(string fixture, PluginStatus status, string sentence)
    {
        var plugin = Plugin(fixture);

        Assert.Equal(status, plugin.Status);
        Assert.Equal(sentence, plugin.Sentence);
        Assert.Equal(status == PluginStatus.Active, plugin.Parts.Count > 0);
    }

    [Fact]
    public void Load_SameIdTwice_SecondIsMalfunctionedAndBothFoldersAreNamed()
    {
        var second = Plugin("SameIdTwice");

        Assert.Equal(PluginStatus.Malfunctioned, second.Status);
        Assert.Equal("Fixture.Good", second.Id);
        Assert.Contains(Plugin("Good").Folder, second.Sentence, StringComparison.Ordinal);
        Assert.Contains(second.Folder, second.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_GoodSource_GetsOptionsServiceAndLogger()
    {
        var part = host.Find<ISource>("good")!;
        var options = Activator.CreateInstance(part.Options)!;
        part.Options.GetProperty("Name")!.SetValue(options, "there");

        var check = await host.Create<ISource>(part, options).CheckAsync(Context(), TestContext.Current.CancellationToken);

        Assert.Equal("Hello there.", check.Sentence);
        Assert.Equal("Fixture.Good", host.PluginOf(part).Id);
    }

    [Fact]
    public void Create_OptionsOfAnotherClass_SaysWhichOnesItTakes()
    {
        var part = host.Find<ISource>("good")!;

        var fault = Assert.Throws<ArgumentException>(() => host.Create<ISource>(part, "text"));

        Assert.StartsWith("good takes GoodSourceOptions, not String.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_PartOfAPluginThatMalfunctioned_IsNone()
    {
        Assert.Null(host.Find<ISource>("missing-dependency"));
        Assert.Null(host.Find<IChart>("good"));
    }

    [Fact]
    public async Task OwnNative_CallsTheNativeLibraryInItsFolder()
    {
        var check = await CheckAsync("own-native");

        Assert.True(check.Works);
        Assert.StartsWith(Plugin("OwnNative").Folder, check.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnPackage_OlderThanTheHosts_LivesBesideIt()
    {
        var check = await CheckAsync("own-package");

        Assert.Equal("Key: value by 16.0.0.0", check.Sentence);
        Assert.NotEqual(16, typeof(YamlDotNet.Core.Parser).Assembly.GetName().Version!.Major);
    }

    [Fact]
    public async Task SourceThrows_MidwayItsOneBatchComesFirst()
    {
        var part = host.Find<ISource>("throws")!;
        var source = host.Create<ISource>(part, Activator.CreateInstance(part.Options)!);
        await using var batches = source.ReadAsync(Context(), TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);

        var first = await batches.MoveNextAsync();

        Assert.True(first);
        Assert.Single(Assert.IsType<DocumentBatch>(batches.Current).Documents);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await batches.MoveNextAsync());
    }

    private LoadedPlugin Plugin(string fixture) =>
        host.Plugins.Single(plugin => Path.GetFileName(plugin.Folder) == "Fixture." + fixture);

    private async Task<SourceCheck> CheckAsync(string id)
    {
        var part = host.Find<ISource>(id)!;
        var source = host.Create<ISource>(part, Activator.CreateInstance(part.Options)!);
        return await source.CheckAsync(Context(), TestContext.Current.CancellationToken);
    }

    // No fixture goes out, so no client is needed.
    private static SourceContext Context() => new(Since: null, Http: null!, TimeProvider.System, NullLogger.Instance);
}
