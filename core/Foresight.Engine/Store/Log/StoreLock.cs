namespace Foresight.Engine.Store.Log;

/// <summary>
/// One writer at a time over all processes: the file <c>.lock</c>, opened so that nobody else can open it. The operating system
/// frees it when its holder dies. Within the process a semaphore keeps the order in which writers came.
/// </summary>
internal sealed class StoreLock(string folder) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    private readonly SemaphoreSlim gate = new(1, 1);

    public async Task<IDisposable> AcquireAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            var path = Path.Combine(folder, ".lock");
            for (var waited = TimeSpan.Zero; ; waited += Pause)
            {
                try
                {
                    return new Holder(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), gate);
                }
                catch (IOException) when (waited < Patience)
                {
                    await Task.Delay(Pause, cancellationToken);
                }
                catch (IOException fault)
                {
                    throw new IOException(
                        $"Another program has been writing to the store {folder} for {Patience.TotalSeconds:0} seconds; try again when it is done.", fault);
                }
            }
        }
        catch
        {
            gate.Release();
            throw;
        }
    }

    public void Dispose() => gate.Dispose();

    private sealed class Holder(FileStream file, SemaphoreSlim gate) : IDisposable
    {
        public void Dispose()
        {
            file.Dispose();
            gate.Release();
        }
    }
}
