using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Foresight.Engine.Store.Merge;

/// <summary>Hashes of identities (128 bits) and contents (64 bits). They live in memory only, never in a file.</summary>
internal static class Hash
{
    public static UInt128 Of(string name, ReadOnlySpan<char> value) =>
        XxHash128.HashToUInt128(MemoryMarshal.AsBytes(value), (long)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(name.AsSpan())));

    public static ulong Short(ReadOnlySpan<char> value) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(value));

    /// <summary>A number spread over all bits (the finaliser of MurmurHash3).</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 33)) * 0xff51afd7ed558ccdUL;
        value = (value ^ (value >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return value ^ (value >> 33);
    }
}
