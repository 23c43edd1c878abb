using System.Buffers;

namespace Foresight.Engine.Store.Files.Pages;

/// <summary>Arrays of whole numbers that are needed while a column is written.</summary>
internal sealed class LentNumbers : IDisposable
{
    private readonly List<int[]> lent = [];

    public Memory<int> Take(int count)
    {
        lent.Add(ArrayPool<int>.Shared.Rent(count));
        return lent[^1].AsMemory(0, count);
    }

    public void Dispose() => lent.ForEach(array => ArrayPool<int>.Shared.Return(array));
}
