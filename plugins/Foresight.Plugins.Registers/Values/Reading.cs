namespace Foresight.Plugins.Registers.Values;

/// <summary>What a cell was read as.</summary>
/// <param name="Value">The value as it is stored; null where it is none.</param>
/// <param name="Problem">Why it is none.</param>
internal readonly record struct Reading(string? Value, string? Problem)
{
    public static Reading Of(string value) => new(value, null);

    public static Reading Wrong(string problem) => new(null, problem);
}
