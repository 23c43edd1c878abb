namespace Foresight.Sdk.Testing;

/// <summary>What became of one rule.</summary>
/// <param name="Rule">The rule, as a sentence.</param>
/// <param name="Breaches">How it is broken, one sentence each; empty where it holds.</param>
public sealed record RuleResult(string Rule, IReadOnlyList<string> Breaches)
{
    /// <summary>Whether it holds.</summary>
    public bool Holds => Breaches.Count == 0;
}

/// <summary>What became of all rules.</summary>
/// <param name="Rules">The rules, in the order in which they were tried.</param>
public sealed record ConformanceReport(IReadOnlyList<RuleResult> Rules)
{
    /// <summary>Whether all hold.</summary>
    public bool Holds => Rules.All(rule => rule.Holds);

    /// <summary>Every rule with its breaches, for a person.</summary>
    public override string ToString() => string.Join(
        Environment.NewLine,
        Rules.SelectMany(rule => rule.Breaches.Select(breach => $"  - {breach}").Prepend($"{(rule.Holds ? "holds " : "BROKEN")} {rule.Rule}")));

    /// <summary>Fails a test whose source breaks a rule, in any test framework.</summary>
    /// <exception cref="ConformanceException">A rule is broken; the message names each breach.</exception>
    public void ThrowIfBroken()
    {
        if (!Holds)
        {
            throw new ConformanceException(string.Join(
                Environment.NewLine, Rules.Where(rule => !rule.Holds).SelectMany(rule => rule.Breaches.Select(breach => $"{rule.Rule} {breach}"))));
        }
    }
}

/// <summary>A source breaks a rule.</summary>
public sealed class ConformanceException(string message) : Exception(message);
