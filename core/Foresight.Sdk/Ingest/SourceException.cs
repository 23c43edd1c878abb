namespace Foresight.Sdk;

/// <summary>What to do after a source failed.</summary>
public enum Recovery
{
    /// <summary>A person must act (wrong option, changed format): stop this source.</summary>
    Stop,

    /// <summary>It may work later (server fault, too many requests): stop now, try at the next run.</summary>
    Retry,

    /// <summary>This part cannot be read, the rest can: go on with the next batch if the source yields one.</summary>
    Skip,
}

/// <summary>A source cannot go on. The message is one sentence: what, where, and what to do.</summary>
public sealed class SourceException(string message, Recovery recovery, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What to do now.</summary>
    public Recovery Recovery { get; } = recovery;

    /// <summary>What it was, for tables and health.</summary>
    public Fault Fault { get; init; }
}
