namespace Foresight.Engine.Policies.Shapes;

/// <summary>A key of a map.</summary>
internal sealed record Key(string Name, Shape Shape, bool Required, string Description)
{
    public static Key Must(string name, Shape shape, string description) => new(name, shape, Required: true, description);

    public static Key May(string name, Shape shape, string description) => new(name, shape, Required: false, description);
}
