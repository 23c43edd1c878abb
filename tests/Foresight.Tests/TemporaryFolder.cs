namespace Foresight.Tests;

/// <summary>An empty folder for one test; gone afterwards where the system lets it go.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("foresight-test-").FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        // Windows keeps the files of loaded assemblies open until the process ends.
        catch (Exception fault) when (OperatingSystem.IsWindows() && fault is IOException or UnauthorizedAccessException)
        {
        }
    }
}
