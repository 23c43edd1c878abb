using System.Buffers;
using Foresight.Engine.Store.Columns;
using Foresight.Sdk;

namespace Foresight.Engine.Store.Merge;

/// <summary>Rows that were given, with what is needed to know them again.</summary>
internal sealed record KeyedBlock(ColumnBlock Block, UInt128[] Identities, ulong[] Contents)
{
    /// <summary>The dataset of observations; null for the rest.</summary>
    public string? Dataset { get; init; }

    /// <summary>Identities of rows that came too, but are not stored: they could not be read, or the contract keeps them out.</summary>
    public IReadOnlyList<UInt128> Came { get; init; } = [];

    /// <summary>The cursor that follows these rows.</summary>
    public Cursor? Next { get; init; }

    /// <summary>Computes the hashes and refuses two rows of one identity.</summary>
    /// <exception cref="ArgumentException">Two rows share an identity.</exception>
    public static KeyedBlock Of(IRowIdentity identity, ColumnBlock block)
    {
        var (identities, contents) = identity.Compute(block);
        if (SecondOfTwo(identities) is { } row)
        {
            throw new ArgumentException($"{identity.Describe(block, row)} is twice in one batch; each may be there once.");
        }

        return new(block, identities, contents);
    }

    private static int? SecondOfTwo(UInt128[] identities)
    {
        var lent = ArrayPool<int>.Shared.Rent((identities.Length * 2) + 1);
        try
        {
            lent.AsSpan().Clear();
            return SecondOfTwo(identities, lent);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(lent);
        }
    }

    private static int? SecondOfTwo(UInt128[] identities, int[] slots)
    {
        for (var row = 0; row < identities.Length; row++)
        {
            var slot = (int)((ulong)identities[row] % (ulong)slots.Length);
            while (slots[slot] != 0)
            {
                if (identities[slots[slot] - 1] == identities[row])
                {
                    return row;
                }

                slot = slot + 1 == slots.Length ? 0 : slot + 1;
            }

            slots[slot] = row + 1;
        }

        return null;
    }
}
