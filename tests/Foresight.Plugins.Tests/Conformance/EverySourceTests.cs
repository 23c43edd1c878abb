using Foresight.Sdk;
using Foresight.Sdk.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foresight.Plugins.Tests.Conformance;

/// <summary>Every source that a plugin of this repository offers keeps the rules of the kit.</summary>
public sealed class EverySourceTests
{
    public static TheoryData<string> Names => [.. ConformanceCases.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Source_WithRecordedAnswers_KeepsTheRules(string name)
    {
        var report = await SourceConformance.CheckAsync(ConformanceCases.All[name], TestContext.Current.CancellationToken);

        Assert.True(report.Holds, $"{name}:{Environment.NewLine}{report}");
    }

    [Fact]
    public void Sources_OfAllPlugins_HaveACase()
    {
        var offered = typeof(EverySourceTests).Assembly.GetReferencedAssemblies()
            .Where(name => name.Name!.StartsWith("Foresight.Plugins.", StringComparison.Ordinal))
            .SelectMany(name => System.Reflection.Assembly.Load(name).GetTypes())
            .Where(type => typeof(IPlugin).IsAssignableFrom(type) && !type.IsAbstract)
            .SelectMany(Parts).Where(part => part.Contract == typeof(ISource)).Select(part => part.Id);

        var without = offered.Where(id => !ConformanceCases.All.Keys.Any(name => name.Split('/')[0] == id));

        Assert.Empty(without);
    }

    private static IEnumerable<PluginPart> Parts(Type plugin)
    {
        var services = new ServiceCollection();
        ((IPlugin)Activator.CreateInstance(plugin)!).Register(services);
        return services.BuildServiceProvider().GetServices<PluginPart>();
    }
}
