namespace Foresight.Sdk;

/// <summary>
/// What to do after a source failed. A source that threw cannot go on: a part that cannot be read while the rest can is a
/// <see cref="Rejection"/> of its batch.
/// </summary>
public enum Recovery
{
    /// <summary>A person must act (wrong option, changed format): stop this source.</summary>
    Stop,

    /// <summary>It may work later (server fault, too many requests): stop now, try at the next run.</summary>
    Retry,
}

/// <summary>A source cannot go on. The message is one sentence: what, where, and what to do. What it quotes of others is brought onto one line and cut.</summary>
public sealed class SourceException(string message, Recovery recovery, Exception? inner = null) : Exception(SourceRequests.OneLine(message, Longest), inner)
{
    private const int Longest = 990;

    /// <summary>What to do now.</summary>
    public Recovery Recovery { get; } = recovery;

    /// <summary>What it was, for tables and health.</summary>
    public Fault Fault { get; init; }
}
