using Foresight.Engine.Fetch.Raw;

namespace Foresight.Engine.Fetch.Polite;

/// <summary>
/// The hosts that want to be left alone for longer than a run waits, in a file. Several programs may note hosts at once: each adds to what
/// stands there, under a lock, and of two times for a host the later counts.
/// </summary>
internal sealed class HeldHosts(string file, FetchLimits limits, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly SemaphoreSlim writing = new(1, 1);

    /// <summary>The hosts that are held now. A clock that was set back must not lock a host out.</summary>
    public Dictionary<string, DateTimeOffset> Read()
    {
        var now = clock.GetUtcNow();
        return new(
            (RawFile.Read<Dictionary<string, DateTimeOffset>>(file) ?? []).Where(held => held.Value > now && held.Value <= now + limits.LongestHoldOff), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Adds a host.</summary>
    /// <returns>All that are held now.</returns>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> AddAsync(string host, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            using var alone = await TakeAsync(cancellationToken);
            var held = Read();
            held[host] = held.TryGetValue(host, out var known) && known > until ? known : until;
            RawFile.WriteJson(file, held);
            return held;
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose() => writing.Dispose();

    // The system lets go of it when its holder dies.
    private async Task<FileStream> TakeAsync(CancellationToken cancellationToken)
    {
        var path = file + ".lock";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            // A file that cannot even be made is held by nobody.
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }
}
