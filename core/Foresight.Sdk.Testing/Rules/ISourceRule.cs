namespace Foresight.Sdk.Testing.Rules;

/// <summary>One rule.</summary>
internal interface ISourceRule
{
    /// <summary>What it asks for.</summary>
    string Sentence { get; }

    /// <summary>How a source breaks it.</summary>
    IAsyncEnumerable<string> BreachesAsync(SourceCase source, CancellationToken cancellationToken);
}
