namespace Foresight.Engine.Store.Files;

/// <summary>A data file of the store is gone or is not what was written.</summary>
internal sealed class DamagedFileException(string path, Exception fault)
    : InvalidOperationException($"The store's file {path} cannot be read ({fault.Message.TrimEnd('.')}); 'foresight store verify' lists every such file.", fault);
