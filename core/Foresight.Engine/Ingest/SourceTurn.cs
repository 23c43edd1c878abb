namespace Foresight.Engine.Ingest;

/// <summary>
/// One reader of a source at a time over all processes of a store, by a file that only one can hold open; the system lets go of it
/// when its holder dies. So nobody asks a host twice at once, no cursor is moved back by a slower reader, and what lies half written
/// among a source's raw answers is nobody's.
/// </summary>
internal static class SourceTurn
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for the turn; dispose it when the load has ended.</summary>
    /// <param name="storeFolder">The store's folder.</param>
    /// <param name="source">The source entry.</param>
    /// <param name="waits">Told once if another process has the turn.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IOException">The store's folder cannot be written.</exception>
    public static async Task<IDisposable> TakeAsync(string storeFolder, string source, Action waits, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(storeFolder, ".reading");
        var file = Path.Combine(folder, source);
        Directory.CreateDirectory(folder);
        for (var told = false; ; told = true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            // A file that cannot even be made is no other reader.
            catch (IOException) when (File.Exists(file))
            {
                if (!told)
                {
                    waits();
                }
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }
}
