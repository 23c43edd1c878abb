using System.Text;

namespace Foresight.Engine.Fetch.Decode;

/// <summary>Bytes that look as nothing does that was packed by Brotli or deflate: text, gzip, or an archive.</summary>
internal static class UnpackedBytes
{
    /// <summary>Whether the first bytes of a body look so. Of a few bytes this can be by chance, of more it cannot.</summary>
    public static bool Are(ReadOnlySpan<byte> head) =>
        Codings.IsGzip(head) || head is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'7', (byte)'z', 0xbc, 0xaf, ..] or [0xff, 0xfe, ..] or [0xfe, 0xff, ..] || IsText(head);

    // Of packed bytes one in nine is a control character, and one in two is above ASCII.
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        var high = 0;
        foreach (var value in head)
        {
            if (value is < 0x20 and not (byte)'\t' and not (byte)'\n' and not (byte)'\f' and not (byte)'\r' or 0x7f)
            {
                return false;
            }

            high += value >> 7;
        }

        return high * 4 < head.Length || IsUtf8(head);
    }

    // The head may end within a character.
    private static bool IsUtf8(ReadOnlySpan<byte> head)
    {
        var end = head.Length;
        while (end > 0 && head.Length - end < 4 && !Rune.DecodeLastFromUtf8(head[..end], out _, out _).Equals(System.Buffers.OperationStatus.Done))
        {
            end--;
        }

        return System.Text.Unicode.Utf8.IsValid(head[..end]);
    }
}
