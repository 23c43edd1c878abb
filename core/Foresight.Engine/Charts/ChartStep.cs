using Foresight.Engine.Plugins;
using Foresight.Engine.Policies;
using Foresight.Sdk;

namespace Foresight.Engine.Charts;

/// <summary>A chart entry's outcome: data and picture, or the reason why there is none.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Spec">The data; null where there is none.</param>
/// <param name="Chart">The picture with its alternative text and table; null where there is none.</param>
/// <param name="Reason">Why there is none.</param>
/// <param name="Failed">Whether the chart failed, rather than having nothing worth drawing.</param>
public sealed record BuiltChart(string Id, ChartSpec? Spec, RenderedChart? Chart, string? Reason, bool Failed);

/// <summary>Builds and draws the charts of a policy in one language.</summary>
public static class ChartStep
{
    /// <summary>Builds the charts, in the order of the entries.</summary>
    public static async Task<IReadOnlyList<BuiltChart>> RunAsync(
        IReadOnlyList<Entry> entries, PluginHost plugins, ChartContext context, CancellationToken cancellationToken)
    {
        var built = new List<BuiltChart>();
        foreach (var entry in entries)
        {
            built.Add(await BuildAsync(entry, plugins, context, cancellationToken));
        }

        return built;
    }

    private static async Task<BuiltChart> BuildAsync(Entry entry, PluginHost plugins, ChartContext context, CancellationToken cancellationToken)
    {
        var (chart, problem) = plugins.Make<IChart>(entry);
        if (chart is null)
        {
            return new BuiltChart(entry.Id, null, null, Said.NotDrawn(entry.Id, problem!).In(context.Language), Failed: true);
        }

        try
        {
            var outcome = await chart.BuildAsync(context, cancellationToken);
            return outcome.Spec is { } spec
                ? new BuiltChart(entry.Id, spec, ChartRenderer.Render(spec, context.Language, [.. context.Policy.FocusAreas.Select(area => area.Id)]), null, Failed: false)
                : new BuiltChart(entry.Id, null, null, outcome.Reason, Failed: false);
        }
        // One of the few places that catch: one failing chart must not stop the brief, which says what is missing.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new BuiltChart(entry.Id, null, null, Said.NotDrawn(entry.Id, e.Message).In(context.Language), Failed: true);
        }
    }
}
