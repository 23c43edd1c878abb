using System.Collections;

namespace Foresight.Engine.Policies.Options;

/// <summary>Turns lists and maps as read into the collection that an option's property wants.</summary>
internal static class OptionCollections
{
    private static readonly Type[] Lists =
        [typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>), typeof(IEnumerable<>), typeof(IList<>), typeof(ICollection<>), typeof(List<>)];

    private static readonly Type[] Maps = [typeof(IReadOnlyDictionary<,>), typeof(IDictionary<,>), typeof(Dictionary<,>)];

    /// <summary>The type of a list's items; null where the type is no list.</summary>
    public static Type? ItemOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && Lists.Contains(type.GetGenericTypeDefinition()) ? type.GetGenericArguments()[0]
        : null;

    /// <summary>The type of a map's values; null where the type is no map from text.</summary>
    public static Type? ValueOf(Type type) =>
        type.IsGenericType && Maps.Contains(type.GetGenericTypeDefinition()) && type.GetGenericArguments()[0] == typeof(string)
            ? type.GetGenericArguments()[1]
            : null;

    public static object Shaped(Type type, object value)
    {
        if (ValueOf(type) is { } valueType)
        {
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), valueType), StringComparer.Ordinal)!;
            foreach (var (key, item) in (IEnumerable<KeyValuePair<string, object?>>)value)
            {
                map.Add(key, Shaped(valueType, item!));
            }

            return map;
        }

        if (ItemOf(type) is { } itemType)
        {
            var items = ((IEnumerable<object?>)value).Select(item => Shaped(itemType, item!)).ToList();
            var array = Array.CreateInstance(itemType, items.Count);
            for (var i = 0; i < items.Count; i++)
            {
                array.SetValue(items[i], i);
            }

            return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? Activator.CreateInstance(type, array)! : array;
        }

        return value;
    }
}
