namespace Foresight.Engine.Store.Files.Pages;

/// <summary>The rows of a leaf: a level for each slot, and the values of those slots that have one.</summary>
internal sealed record LeafRows(Levels Definitions, Levels Repetitions, LeafValues Values);

/// <summary>Levels: one for each slot, or the same for all of them.</summary>
internal readonly record struct Levels(int Count, int Same, ReadOnlyMemory<int> Each = default)
{
    public static Levels Of(ReadOnlyMemory<int> each) => new(each.Length, 0, each);
}

internal abstract record LeafValues;

/// <summary>Texts by their codes.</summary>
internal sealed record TextValues(IReadOnlyList<string> Texts, ReadOnlyMemory<int> Codes) : LeafValues;

/// <summary>Values that are written as they are.</summary>
internal sealed record PlainValues(Action<PageBuffer> WriteTo) : LeafValues;
