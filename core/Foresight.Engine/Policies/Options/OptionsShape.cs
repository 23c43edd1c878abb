using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using Foresight.Engine.Policies.Shapes;
using Foresight.Engine.Policies.Yaml;

namespace Foresight.Engine.Policies.Options;

/// <summary>
/// The shape of a plugin's options class, by reflection: a public property with a setter is a key in camel case; its initialiser is
/// the default, its attributes the range.
/// </summary>
internal sealed class OptionsShape(Type type) : Shape
{
    private Dictionary<string, PropertyInfo>? _properties;

    public IReadOnlyDictionary<string, PropertyInfo> Properties => _properties ??= type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0 && property.SetMethod is { IsPublic: true })
        .ToDictionary(property => CamelCase(property.Name), StringComparer.Ordinal);

    /// <summary>The shape of an option of that type.</summary>
    /// <exception cref="NotSupportedException">No option can have that type: the plugin's mistake.</exception>
    public static Shape Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
        {
            return ScalarShape.WordOf(type);
        }

        return type switch
        {
            _ when type == typeof(string) => new TextShape(),
            _ when type == typeof(int) => ScalarShape.Whole,
            _ when type == typeof(long) => ScalarShape.LongWhole,
            _ when type == typeof(double) => ScalarShape.Number,
            _ when type == typeof(bool) => ScalarShape.YesNo,
            _ when type == typeof(Uri) => ScalarShape.Address,
            _ when type == typeof(DateOnly) => ScalarShape.Day,
            _ when type == typeof(TimeSpan) => ScalarShape.Duration,
            _ when OptionCollections.ValueOf(type) is { } value => new DictionaryShape(Of(value)),
            _ when OptionCollections.ItemOf(type) is { } item => new ListShape(Of(item)),
            _ when type.IsClass && type.GetConstructor(Type.EmptyTypes) is not null && !typeof(IEnumerable).IsAssignableFrom(type) => new OptionsShape(type),
            _ => throw new NotSupportedException($"an option cannot be of type {type.Name}"),
        };
    }

    public override object? Read(Node node, string name, ReadingContext context)
    {
        if (node is not MapNode map)
        {
            return Wrong(node, name, "a map of keys", context);
        }

        var before = context.Problems.Count;
        var options = Activator.CreateInstance(type)!;
        foreach (var item in map.Items)
        {
            if (!Properties.TryGetValue(item.Key, out var property))
            {
                context.Report(item.Line, $"Unknown option '{item.Key}'{Nearest.Hint(item.Key, Properties.Keys)}.");
            }
            else if (item.Value is ScalarNode { IsNull: true })
            {
                context.Report(item.Line, $"The option '{item.Key}' has no value; give it one or leave it out.");
            }
            else if (Of(property.PropertyType).Read(item.Value, item.Key, context) is { } value)
            {
                Set(options, property, OptionCollections.Shaped(property.PropertyType, value), item, context);
            }
        }

        foreach (var (key, property) in Properties.Where(known => map.Find(known.Key) is null))
        {
            if (Fault(options, property, key, property.GetValue(options)) is { } fault)
            {
                context.Report(map.Line, $"The option '{key}' is missing: {fault}");
            }
        }

        if (context.Problems.Count == before && options is IValidatableObject whole)
        {
            foreach (var result in whole.Validate(new ValidationContext(options)).Where(result => result != ValidationResult.Success))
            {
                context.Report(map.Line, result.ErrorMessage ?? $"'{name}' is not valid.");
            }
        }

        return context.Problems.Count == before ? options : null;
    }

    public override JsonObject Schema(JsonObject definitions) => new() { ["type"] = "object" };

    private static void Set(object options, PropertyInfo property, object value, MapItem item, ReadingContext context)
    {
        if (Fault(options, property, item.Key, value) is { } fault)
        {
            context.Report(item.Line, $"The option '{item.Key}' is out of range: {fault}");
            return;
        }

        try
        {
            property.SetValue(options, value);
        }
        catch (TargetInvocationException exception)
        {
            context.Report(item.Line, $"The option '{item.Key}' is refused: {exception.InnerException!.Message}");
        }
    }

    private static string? Fault(object options, PropertyInfo property, string key, object? value)
    {
        var where = new ValidationContext(options) { MemberName = property.Name, DisplayName = key };
        return property.GetCustomAttributes<ValidationAttribute>()
            .Select(attribute => attribute.GetValidationResult(value, where))
            .FirstOrDefault(result => result != ValidationResult.Success)?.ErrorMessage;
    }

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
