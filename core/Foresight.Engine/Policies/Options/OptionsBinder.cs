using Foresight.Engine.Policies.Shapes;
using Foresight.Engine.Policies.Yaml;

namespace Foresight.Engine.Policies.Options;

/// <summary>A part's options, or all that is wrong with them.</summary>
/// <param name="Options">The bound and validated instance; null where something is wrong.</param>
/// <param name="Problems">One sentence each.</param>
public sealed record OptionsBinding(object? Options, IReadOnlyList<string> Problems);

/// <summary>Binds a plugin's options class.</summary>
public static class OptionsBinder
{
    /// <summary>
    /// Binds <c>key=value</c> pairs, as from the command line. A list is written with commas, a key within an option with a dot:
    /// <c>filters.unit=EUR_HAB,NR</c>.
    /// </summary>
    /// <param name="optionsType">The options class.</param>
    /// <param name="pairs">The pairs.</param>
    public static OptionsBinding Bind(Type optionsType, IReadOnlyDictionary<string, string> pairs)
    {
        var context = new ReadingContext("");
        var options = Bind(optionsType, shape => FromPairs(pairs, shape), "options", context);
        return new OptionsBinding(options, [.. context.Problems.Select(problem => problem.Sentence)]);
    }

    internal static object? Bind(Type optionsType, MapNode node, string name, ReadingContext context) =>
        Bind(optionsType, _ => node, name, context);

    private static object? Bind(Type optionsType, Func<OptionsShape, MapNode> node, string name, ReadingContext context)
    {
        var shape = new OptionsShape(optionsType);
        var line = 1;
        try
        {
            var map = node(shape);
            line = map.Line;
            return shape.Read(map, name, context);
        }
        catch (Exception exception) when (exception is NotSupportedException or MissingMethodException or System.Reflection.TargetInvocationException)
        {
            context.Report(line, $"The plugin's options class {optionsType.Name} cannot be read: {(exception.InnerException ?? exception).Message}.");
            return null;
        }
    }

    private static MapNode FromPairs(IReadOnlyDictionary<string, string> pairs, Shape shape) => new(
        [.. pairs.GroupBy(pair => pair.Key.Split('.', 2)[0], StringComparer.Ordinal).Select(group => new MapItem(group.Key, 1, FromGroup(group, Within(shape, group.Key))))],
        line: 1);

    private static Node FromGroup(IGrouping<string, KeyValuePair<string, string>> group, Shape? shape)
    {
        if (group.FirstOrDefault(pair => pair.Key == group.Key) is { Key: not null } whole)
        {
            return shape is ListShape
                ? new ListNode([.. whole.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Scalar)], line: 1)
                : Scalar(whole.Value);
        }

        return FromPairs(group.ToDictionary(pair => pair.Key[(group.Key.Length + 1)..], pair => pair.Value, StringComparer.Ordinal), shape ?? new RawShape());
    }

    private static ScalarNode Scalar(string text) => new(text, quoted: true, line: 1);

    private static Shape? Within(Shape shape, string key) => shape switch
    {
        OptionsShape options when options.Properties.TryGetValue(key, out var property) => OptionsShape.Of(property.PropertyType),
        DictionaryShape dictionary => dictionary.Value,
        _ => null,
    };
}
