namespace Foresight.Cli;

/// <summary>How the command ends.</summary>
internal static class ExitCode
{
    /// <summary>Done, also when there was nothing new.</summary>
    public const int Done = 0;

    /// <summary>Finished, but a source, analysis or chart failed.</summary>
    public const int PartFailed = 1;

    /// <summary>Nothing was done: the call or the configuration is wrong.</summary>
    public const int NothingDone = 2;

    /// <summary>Nothing was new or has changed, and <c>--fail-if-nothing-new</c> asked for this.</summary>
    public const int NothingNew = 3;
}
