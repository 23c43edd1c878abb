namespace Foresight.Engine.Store.Files;

/// <summary>Why a file cannot be written: a full disk, no right to write, another program that does not let go, a limit on the size of files.</summary>
public static class WriteFault
{
    /// <summary>Whether that is what was thrown.</summary>
    public static bool Is(Exception e) => e is IOException or UnauthorizedAccessException || IsTooLarge(e);

    /// <summary>What happened and what to do, for the end of a sentence.</summary>
    /// <param name="e">What was thrown.</param>
    /// <param name="mend">What to mend where it is no limit.</param>
    public static string Words(Exception e, string mend) => IsTooLarge(e)
        ? "a file became larger than this session may write (its limit, 'ulimit -f') or than the file system allows; raise that limit, and run again."
        : $"{e.Message.ReplaceLineEndings(" ").TrimEnd('.')}; make room or mend {mend}, and run again.";

    // .NET tells of it as of an argument, which nobody has given.
    private static bool IsTooLarge(Exception e) => e is ArgumentOutOfRangeException { TargetSite.DeclaringType: { } thrower } && thrower == typeof(RandomAccess);
}
