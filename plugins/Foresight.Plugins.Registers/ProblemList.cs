namespace Foresight.Plugins.Registers;

/// <summary>The problems of one file, in the order in which they were found.</summary>
/// <param name="file">The file's name.</param>
internal sealed class ProblemList(string file)
{
    /// <summary>Beyond this a file is another thing than a register, and nobody reads the list.</summary>
    public const int Most = 50_000;

    private readonly List<RegisterProblem> problems = [];

    public string File => file;

    public IReadOnlyList<RegisterProblem> Problems => problems;

    /// <summary>What is odd but no problem, as sentences.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Whether no more problems are taken.</summary>
    public bool IsFull => problems.Count >= Most;

    public void Add(int? row, string? column, string sentence)
    {
        if (problems.Count < Most - 1)
            problems.Add(new RegisterProblem(file, row, column, sentence));
        else if (problems.Count == Most - 1)
            problems.Add(new RegisterProblem(file, row, null, "This is the last problem that is listed (50,000); what follows was not looked at."));
    }
}
