namespace Foresight.Engine.Classify.Labelling.Dialogue;

/// <summary>The keys that do something.</summary>
internal static class LabelKey
{
    public const char None = '0';
    public const char CannotSay = '?';
    public const char Skip = 's';
    public const char Undo = 'u';
    public const char Topics = 't';
    public const char Note = 'n';
    public const char More = 'm';
    public const char End = 'q';

    /// <summary>Ctrl-C, as a terminal gives it that leaves it to the program.</summary>
    public const char Break = '\u0003';

    /// <summary>What each does, in two lines.</summary>
    public static IReadOnlyList<string> Legend { get; } =
    [
        " 0 none of them   ? cannot say   Enter records   s skips   u undoes the last",
        " t topics by name   n note   m more of the text   q ends",
    ];
}
