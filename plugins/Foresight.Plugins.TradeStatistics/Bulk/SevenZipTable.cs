using Foresight.Sdk;
using SharpCompress.Archives;
using SharpCompress.Archives.SevenZip;

namespace Foresight.Plugins.TradeStatistics.Bulk;

/// <summary>
/// The one table in a 7z file, unpacked as it is read. Names in the archive are never used: nothing is written to disk. It needs a
/// file that can be sought in, for a 7z archive has its contents' list at its end.
/// </summary>
internal sealed class SevenZipTable : IDisposable
{
    /// <summary>A month has one entry; an archive of many is something else.</summary>
    private const int MostEntries = 16;

    /// <summary>Trade tables pack to about a ninth of their size.</summary>
    private const int GreatestRatio = 200;

    private const long GreatestSize = 8_000_000_000;
    private readonly IArchive archive;

    private SevenZipTable(IArchive archive, Stream text) => (this.archive, Text) = (archive, text);

    /// <summary>The table's bytes.</summary>
    public Stream Text { get; }

    /// <summary>Opens the archive.</summary>
    /// <param name="packed">The file; it belongs to the table from now on.</param>
    /// <param name="url">Where it came from.</param>
    /// <exception cref="SourceException">It is no such archive, or unpacks to too much.</exception>
    public static SevenZipTable Open(Stream packed, Uri url)
    {
        IArchive? archive = null;
        try
        {
            if (SevenZipMemory.AskedBy(packed) is > SevenZipMemory.Most and var asked)
                throw new SourceException($"The archive {url.Shown()} asks for {asked >> 20} MiB of memory to be unpacked, more than any table of its kind ({SevenZipMemory.Most >> 20} MiB): it was left unread.", Recovery.Stop) { Fault = Fault.TooBig };
            packed.Position = 0;
            archive = SevenZipArchive.OpenArchive(packed);
            var entry = TableOf(archive, url);
            var limit = Math.Min(GreatestSize, (packed.Length * GreatestRatio) + 1_000_000);
            if (entry.Size > limit)
                throw new SourceException($"The archive {url.Shown()} says that it unpacks to {entry.Size / 1_000_000} MB, more than any table of its kind: it was left unread.", Recovery.Stop) { Fault = Fault.TooBig };
            return new SevenZipTable(archive, new SevenZipText(new BoundedStream(entry.OpenEntryStream(), limit, $"The archive {url.Shown()}"), url));
        }
        catch (Exception e)
        {
            archive?.Dispose();
            packed.Dispose();
            if (e is SourceException)
                throw;
            throw Broken(url, e);
        }
    }

    /// <summary>What SharpCompress throws at a damaged archive is of many kinds, and says little to who has not written it.</summary>
    public static SourceException Broken(Uri url, Exception e) => new(
        $"The archive {url.Shown()} is damaged and cannot be unpacked; the next run fetches it again.", Recovery.Retry, e)
    { Fault = Fault.Broken };

    public void Dispose()
    {
        Text.Dispose();
        archive.Dispose();
    }

    private static IArchiveEntry TableOf(IArchive archive, Uri url)
    {
        var entries = archive.Entries.Take(MostEntries + 1).Where(entry => !entry.IsDirectory).ToList();
        if (entries is [var only] && !only.IsEncrypted)
            return only;
        var what = entries.Count == 0 ? "holds no file" : entries.Count > 1 ? "holds several files" : "is locked with a password";
        throw new SourceException($"The archive {url.Shown()} {what}, where one table was due: the source may have changed its form.", Recovery.Stop) { Fault = Fault.Malformed };
    }
}
