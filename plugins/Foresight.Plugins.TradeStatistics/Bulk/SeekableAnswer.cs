using Foresight.Sdk;

namespace Foresight.Plugins.TradeStatistics.Bulk;

/// <summary>An answer as a file that can be sought in: the kept raw file, or a copy that goes when it is closed.</summary>
internal static class SeekableAnswer
{
    private const int BufferBytes = 1 << 20;

    public static async Task<Stream> OpenAsync(Answer answer, CancellationToken cancellationToken)
    {
        if (answer.File is { } kept)
            return new FileStream(kept, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes);
        var copy = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous, BufferSize = BufferBytes });
        try
        {
            await answer.Body.CopyToAsync(copy, BufferBytes, cancellationToken).ConfigureAwait(false);
            copy.Position = 0;
            return copy;
        }
        catch
        {
            await copy.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
