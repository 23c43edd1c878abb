namespace Foresight.Sdk;

/// <summary>What kind of thing a code stands for; a sum takes items only.</summary>
public enum CodeKind
{
    /// <summary>One of the things that are counted.</summary>
    Item,

    /// <summary>A sum of others: the EU, a group of products, all ages.</summary>
    Aggregate,

    /// <summary>No thing of its own: confidential, not stated, stores and provisions.</summary>
    Pseudo,
}

/// <summary>A code of a dimension and what it is called.</summary>
/// <param name="Dimension">The dimension, as in the observations.</param>
/// <param name="Code">The code.</param>
/// <param name="Sv">Its label in Swedish, where the source has one.</param>
/// <param name="En">Its label in English, where the source has one.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Parent">The code that it is a part of, where known.</param>
public sealed record CodeLabel(string Dimension, string Code, string? Sv, string? En, CodeKind Kind = CodeKind.Item, string? Parent = null);

/// <summary>Labels of the codes of a dataset. It may come among the batches of observations.</summary>
public sealed class CodeListBatch : RecordBatch
{
    /// <summary>The dataset's id, as in the observations.</summary>
    public required string Dataset { get; init; }

    /// <summary>The codes, each (dimension, code) once.</summary>
    public required IReadOnlyList<CodeLabel> Codes { get; init; }
}
