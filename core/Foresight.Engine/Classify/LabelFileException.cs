namespace Foresight.Engine.Classify;

/// <summary>Label files that cannot be used: all their problems, each with file and line.</summary>
public sealed class LabelFileException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>One sentence per problem.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
