namespace Foresight.Engine.Store.Verify;

/// <summary>Checks a store from its files alone.</summary>
internal static class StoreVerifier
{
    public static Task<IReadOnlyList<string>> RunAsync(string folder, CancellationToken cancellationToken) => throw new NotSupportedException(folder);
}
