using Foresight.Sdk;

namespace Foresight.Engine.Classify.Judging;

/// <summary>What a model answers to "does this text belong to that label?".</summary>
internal enum Stance
{
    /// <summary>It does not.</summary>
    No,

    /// <summary>The probability is too near to the threshold.</summary>
    CannotSay,

    /// <summary>It does.</summary>
    Yes,
}

/// <summary>Reads a score as an answer: the one place that knows how.</summary>
internal static class Stances
{
    public static Stance Of(LabelScore score) => score.Belongs ? Stance.Yes : Stance.No;

    /// <summary>The names of the labels with that stance, in the model's order.</summary>
    public static IEnumerable<string> Labels(this Verdict verdict, Stance stance) => verdict.Scores.Where(score => Of(score) == stance).Select(score => score.Label);
}
