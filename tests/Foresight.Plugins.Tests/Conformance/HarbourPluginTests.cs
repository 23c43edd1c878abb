using System.Runtime.CompilerServices;
using Foresight.Plugins.Harbour;
using Foresight.Sdk.Testing;
using Xunit;

namespace Foresight.Plugins.Tests.Conformance;

/// <summary>The plugin that plugins/README.md shows: whoever begins with it begins with one that keeps the rules.</summary>
public sealed class HarbourPluginTests
{
    [Fact]
    public async Task Example_OfTheReadme_KeepsAllRules()
    {
        var report = await SourceConformance.CheckAsync(
            SourceCase.Of<HarbourPlugin>(
                "harbour", new HarbourOptions { Url = new Uri("https://example.org/harbour.csv") },
                () => new ReplayTransport().Serve("https://example.org/*", "h-1,2026-09-01,The harbour grows\nh-2,2026-09-02,The quay is mended\n")),
            TestContext.Current.CancellationToken);

        Assert.True(report.Holds, report.ToString());
    }

    [Fact]
    public async Task Example_OfTheReadme_IsTheOneThatIsTried()
    {
        var readme = await ReadAsync("../../../plugins/README.md");
        var tried = await ReadAsync("HarbourPlugin.cs");

        Assert.Contains($"```csharp\n{tried}```", readme, StringComparison.Ordinal);
    }

    private static Task<string> ReadAsync(string file, [CallerFilePath] string here = "") =>
        File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(here)!, file), TestContext.Current.CancellationToken);
}
