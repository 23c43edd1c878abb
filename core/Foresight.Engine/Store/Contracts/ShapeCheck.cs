using Foresight.Engine.Policies;
using Foresight.Engine.Store.Quarantine;
using Foresight.Sdk;

namespace Foresight.Engine.Store.Contracts;

/// <summary>What a contract lets in of a batch.</summary>
/// <param name="Batch">The batch, or what is left of it.</param>
/// <param name="Stored">The shape of what is left.</param>
/// <param name="Changes">What differs from the known shape, one sentence each, whatever becomes of it.</param>
/// <param name="Discarded">What was kept out.</param>
internal sealed record ShapeCheck(RecordBatch Batch, PartSchema Stored, IReadOnlyList<string> Changes, IReadOnlyList<QuarantineItem> Discarded)
{
    /// <summary>Ids of documents that were kept out: they are still there.</summary>
    public IReadOnlyList<string> KeptOut { get; init; } = [];

    public static ShapeCheck Of(RecordBatch batch, PartSchema? known, SchemaContract contract) => batch switch
    {
        DocumentBatch documents => DocumentShape.Check(documents, known, contract),
        ObservationBatch observations => ObservationShape.Check(observations, known, contract),
        _ => throw new ArgumentException($"{batch.GetType().Name} has no shape."),
    };
}
