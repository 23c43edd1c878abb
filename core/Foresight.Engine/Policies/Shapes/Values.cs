using Foresight.Engine.Policies.Yaml;

namespace Foresight.Engine.Policies.Shapes;

/// <summary>The values of a map that is whole, by key.</summary>
internal sealed class Values(IReadOnlyDictionary<string, object> values, MapNode node)
{
    public MapNode Node { get; } = node;

    public T The<T>(string key) => (T)values[key];

    public T? Maybe<T>(string key) where T : class => values.GetValueOrDefault(key) as T;

    public T? Number<T>(string key) where T : struct => values.TryGetValue(key, out var value) ? (T)value : null;

    public IReadOnlyList<T> List<T>(string key) =>
        values.TryGetValue(key, out var value) ? [.. ((IEnumerable<object?>)value).Cast<T>()] : [];
}
