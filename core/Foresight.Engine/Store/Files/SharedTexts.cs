using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Foresight.Engine.Store.Files;

/// <summary>
/// Gives texts that were read codes. Values of one dictionary entry share one array, so the codes come without comparing texts. What is
/// known is small and by the array's identity; a text that falls out of it gets a second code, which is harmless.
/// </summary>
internal sealed class SharedTexts : IDisposable
{
    private const int Slots = 1 << 15;

    // Lent: made anew for each column of each row group they would be most of what a merge leaves to the collector.
    private readonly char[]?[] arrays = ArrayPool<char[]?>.Shared.Rent(Slots);
    private readonly int[] codes = ArrayPool<int>.Shared.Rent(Slots);
    private readonly List<string> values = [];

    public IReadOnlyList<string> Values => values;

    public int CodeOf(ReadOnlyMemory<char> text)
    {
        if (!MemoryMarshal.TryGetArray(text, out var segment) || segment.Count == 0)
        {
            return Add(text);
        }

        var slot = RuntimeHelpers.GetHashCode(segment.Array) & (Slots - 1);
        if (!ReferenceEquals(arrays[slot], segment.Array))
        {
            (arrays[slot], codes[slot]) = (segment.Array, Add(text));
        }

        return codes[slot];
    }

    public void Dispose()
    {
        // Cleared, for an array that is freed may come back at the same place with another text.
        ArrayPool<char[]?>.Shared.Return(arrays, clearArray: true);
        ArrayPool<int>.Shared.Return(codes);
    }

    private int Add(ReadOnlyMemory<char> text)
    {
        values.Add(text.ToString());
        return values.Count - 1;
    }
}
