namespace Foresight.Formats.Tests;

/// <summary>A stream that gives a few bytes at a time, as a network may.</summary>
internal sealed class CutStream(byte[] bytes, int cut) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(cut, buffer.Length)], cancellationToken);
}
