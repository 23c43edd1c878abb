using System.Net;

namespace Foresight.Engine.Fetch.Raw;

/// <summary>A body that lies whole in a file aside. It goes with the content, unless somebody takes it.</summary>
internal sealed class SpooledContent(string file, string sha256, long bytes) : HttpContent
{
    // While it is open nobody takes the file for one that a killed program left (RawAnswers.RemoveHalfWritten).
    private readonly FileStream held = new(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);

    private string? mine = file;

    /// <summary>Where a request says under which name its answer's body is written; each call gives another name.</summary>
    public static HttpRequestOptionsKey<Func<string>> Place { get; } = new("Foresight.Place");

    public string Sha256 { get; } = sha256;

    public long Bytes { get; } = bytes;

    /// <summary>Takes the file: whoever calls this moves or deletes it.</summary>
    public string Take()
    {
        var taken = mine ?? throw new InvalidOperationException("The file was taken before.");
        mine = null;
        return taken;
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await using var file = File.OpenRead(mine ?? throw new InvalidOperationException("The file was taken."));
        await file.CopyToAsync(stream);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = Bytes;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        held.Dispose();
        if (mine is { } left)
        {
            mine = null;
            File.Delete(left);
        }

        base.Dispose(disposing);
    }
}
