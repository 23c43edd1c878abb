using System.Reflection;
using Foresight.Sdk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Foresight.Plugins.Tests;

/// <summary>Makes a plugin's parts as the host does: by their id, with options of their own.</summary>
internal static class Parts
{
    public static readonly DateTimeOffset Now = new(2026, 9, 5, 5, 0, 0, TimeSpan.Zero);

    public static async Task<ChartOutcome> ChartAsync(
        IPlugin plugin, string id, ITables tables, Policy policy, string language = "sv", params (string Name, object Value)[] options) =>
        await ChartAsync(plugin, id, tables, policy, [], language, options);

    public static async Task<ChartOutcome> ChartAsync(
        IPlugin plugin, string id, ITables tables, Policy policy, IReadOnlyList<WatchedSource> sources, string language = "sv", params (string Name, object Value)[] options) =>
        await Make<IChart>(plugin, id, options).BuildAsync(new ChartContext(tables, policy, language, new FakeTimeProvider(Now))
        {
            Sources = sources,
        }, default);

    public static async Task<IReadOnlyList<Signal>> SignalsAsync(
        IPlugin plugin, string id, ITables tables, Policy policy, params (string Name, object Value)[] options) =>
        (await OutcomeAsync(plugin, id, tables, policy, [], options)).Signals;

    public static async Task<AnalysisOutcome> OutcomeAsync(
        IPlugin plugin, string id, ITables tables, Policy policy, IReadOnlyList<WatchedSource> sources, params (string Name, object Value)[] options) =>
        await Make<IAnalysis>(plugin, id, options).AnalyseAsync(new AnalysisContext(tables, policy, new FakeTimeProvider(Now))
        {
            Sources = sources,
            TopicNames = new Dictionary<string, LocalText> { ["energy"] = new("Energi", "Energy") },
        }, default);

    private static T Make<T>(IPlugin plugin, string id, (string Name, object Value)[] values)
    {
        var services = new ServiceCollection();
        plugin.Register(services);
        var part = services.Select(service => service.ImplementationInstance).OfType<PluginPart>().Single(part => part.Id == id && part.Contract == typeof(T));
        var options = Activator.CreateInstance(part.Options)!;
        foreach (var (name, value) in values)
        {
            part.Options.GetProperty(name, BindingFlags.Instance | BindingFlags.Public)!.SetValue(options, value);
        }

        return (T)Activator.CreateInstance(part.Implementation, options)!;
    }
}
