using Foresight.Engine.Policies.Shapes;
using Foresight.Sdk;

namespace Foresight.Engine.Policies.Keys;

/// <summary>Shapes that many keys of a policy share.</summary>
internal static class SharedShapes
{
    public static TextShape Text { get; } = new();

    public static MapShape Local { get; } = new(
        "localText",
        (values, _) => new LocalText(values.The<string>("sv"), values.The<string>("en")),
        Key.Must("sv", Text, "In Swedish."),
        Key.Must("en", Text, "In English."));

    public static TextShape NewId(string kind) => new()
    {
        Defines = kind,
        Pattern = "^[a-z0-9]+(-[a-z0-9]+)*$",
        PatternMeans = "an id of lower-case letters a to z, digits and single hyphens",
    };

    public static TextShape IdOf(string kind) => new() { RefersTo = kind };

    public static ListShape IdsOf(string kind) => new(IdOf(kind));

    /// <summary>A list of an id and a name each.</summary>
    public static ListShape Named(string title, string kind, Func<string, LocalText, object> build) => new(new MapShape(
        title,
        (values, _) => build(values.The<string>("id"), values.The<LocalText>("name")),
        Key.Must("id", NewId(kind), "The id."),
        Key.Must("name", Local, "As the policy words it.")));
}
