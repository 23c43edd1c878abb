using System.IO.Compression;

namespace Foresight.Engine.Fetch.Decode;

/// <summary>
/// How the bytes of an answer are packed, outermost first: <c>gzip</c>, <c>br</c>, <c>zlib</c>, <c>deflate</c>. What is stated is
/// checked against the bytes, and gzip is known by its bytes where nothing states it. Brotli and deflate have no mark of their own: they
/// are believed unless the bytes are plainly something else and do not unpack. ZIP and 7z are never touched.
/// </summary>
internal static class Codings
{
    /// <summary>What we ask for.</summary>
    public const string Accepted = "gzip, br, deflate";

    private const int MostLayers = 3;

    private const int HeadBytes = 4096;

    // Where the program is not ours (a notebook's host) the project file's own switch is not there.
    static Codings() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>Finds the codings of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="stated">What the answer's header states.</param>
    /// <param name="unpacks">Whether the whole file can be read when these are taken off.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="NotSupportedException">It states one that nobody asked for; the message names it.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static async Task<IReadOnlyList<string>> OfAsync(
        string file, IEnumerable<string> stated, Func<IReadOnlyList<string>, Task<bool>> unpacks, CancellationToken cancellationToken)
    {
        var codings = new List<string>();
        foreach (var name in stated.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Reverse())
        {
            var head = await HeadAsync(file, codings, cancellationToken);
            switch (name.ToLowerInvariant())
            {
                case "identity" or "none" or "utf-8":
                    break;
                case "gzip" or "x-gzip":
                    // Some servers state it of bytes that they have unpacked already.
                    if (IsGzip(head))
                    {
                        codings.Add("gzip");
                    }

                    break;
                case ("br" or "deflate") and var unmarked:
                    var coding = unmarked == "br" ? unmarked : IsZlib(head) ? "zlib" : "deflate";
                    if (head.Length > 0 && (!UnpackedBytes.Are(head) || await unpacks([.. codings, coding])))
                    {
                        codings.Add(coding);
                    }

                    break;
                default:
                    throw new NotSupportedException(name);
            }
        }

        while (codings.Count < MostLayers && IsGzip(await HeadAsync(file, codings, cancellationToken)))
        {
            codings.Add("gzip");
        }

        return codings;
    }

    /// <summary>Opens a file and takes the codings off.</summary>
    public static Stream Open(string file, IEnumerable<string> codings) =>
        Open(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16), codings);

    /// <summary>Takes the codings off a stream, which goes with what is given.</summary>
    public static Stream Open(Stream packed, IEnumerable<string> codings)
    {
        var stream = packed;
        foreach (var coding in codings)
        {
            stream = coding switch
            {
                "gzip" => new GZipStream(stream, CompressionMode.Decompress),
                "br" => new BrotliStream(stream, CompressionMode.Decompress),
                "zlib" => new ZLibStream(stream, CompressionMode.Decompress),
                "deflate" => new DeflateStream(stream, CompressionMode.Decompress),
                _ => throw new NotSupportedException(coding),
            };
        }

        return stream;
    }

    /// <summary>Whether bytes begin as gzip does.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> head) => head is [0x1f, 0x8b, 8, ..];

    private static async Task<byte[]> HeadAsync(string file, IEnumerable<string> codings, CancellationToken cancellationToken)
    {
        await using var stream = Open(file, codings);
        var head = new byte[HeadBytes];
        return head[..await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken)];
    }

    private static bool IsZlib(byte[] head) => head is [var method, var check, ..] && (method & 0x0f) == 8 && ((method << 8) | check) % 31 == 0;
}
