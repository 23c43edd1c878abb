using Foresight.Engine.Policies;
using Foresight.Engine.Store.Log;
using Foresight.Sdk;

namespace Foresight.Engine.Store.Contracts;

/// <summary>Holds the batches of one load to the shape that the source's rows have had so far, by the entry's contract.</summary>
internal sealed class ShapeGuard(StoreLog log, LoadStart start)
{
    private const int MostNotes = 50;
    private const string Documents = "documents";

    private readonly SchemaFile file = new(log.Folder, start.Source);
    private readonly Dictionary<string, PartSchema?> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PartSchema> stored = new(StringComparer.Ordinal);
    private readonly List<string> notes = [];
    private readonly HashSet<string> told = new(StringComparer.Ordinal);
    private Dictionary<string, PartSchema>? fromFile;

    /// <summary>What a person should know, one sentence each.</summary>
    public IReadOnlyList<string> Notes => told.Count > notes.Count ? [.. notes, $"{told.Count - notes.Count} more changes of shape."] : notes;

    /// <summary>What the contract lets in.</summary>
    /// <exception cref="SourceException">The contract is freeze, and the batch has another shape: nothing of it is let in.</exception>
    public async Task<ShapeCheck> CheckAsync(RecordBatch batch)
    {
        if (batch is not (DocumentBatch or ObservationBatch))
        {
            return new(batch, new(), [], []);
        }

        var dataset = (batch as ObservationBatch)?.Dataset;
        var part = dataset ?? Documents;
        var shape = await KnownAsync(part, dataset);
        var check = ShapeCheck.Of(batch, shape, start.Contract);
        var newFields = shape is null || shape.Lists == 0 ? [] : batch.Fields?.Where(name => !shape.Fields.ContainsKey(name)).ToArray() ?? [];
        string[] changes = [.. check.Changes, .. newFields.Select(name => $"{part}: the answer's field '{name}' is new.")];
        if (changes.Length > 0 && start.Contract == SchemaContract.Freeze)
        {
            throw new SourceException(
                $"The answer has another shape than before, and the contract is freeze: {changes[0].TrimEnd('.')}"
                + (changes.Length > 1 ? $", and {changes.Length - 1} more changes" : "") + "; look at it, then let it in by one run with 'contract: evolve' in the policy.",
                Recovery.Stop)
            { Fault = Fault.SchemaChanged };
        }

        Tell(changes);
        if (!stored.TryGetValue(part, out var sum))
        {
            stored.Add(part, sum = new());
        }

        sum.Add(check.Stored);
        if (batch.Fields is { } fields)
        {
            sum.AddFields(fields);
        }

        return check;
    }

    /// <summary>Tells what has vanished and remembers the shapes that were stored. The caller holds the store's lock.</summary>
    public void Finish(bool whole)
    {
        foreach (var (part, sum) in stored)
        {
            // A load that was cut off says nothing of what it lacks.
            if (whole && known[part] is { } shape)
            {
                var columns = part == Documents && sum.Rows > 0 ? shape.Always.Where(name => !sum.Columns.ContainsKey(name)) : [];
                Tell([.. columns.Select(name => $"No document has '{name}' any more, which all had.")]);
                var fields = sum.Lists > 0 ? shape.AlwaysFields.Where(name => !sum.Fields.ContainsKey(name)) : [];
                Tell([.. fields.Select(name => $"{part}: the answer's field '{name}' is gone, which every answer had.")]);
            }
        }

        if (stored.Values.Any(sum => sum.Rows + sum.Lists > 0))
        {
            file.Add(known, stored);
        }
    }

    private void Tell(IEnumerable<string> changes)
    {
        foreach (var change in changes.Where(told.Add))
        {
            if (notes.Count < MostNotes)
            {
                notes.Add(change);
            }
        }
    }

    private async Task<PartSchema?> KnownAsync(string part, string? dataset)
    {
        if (!known.TryGetValue(part, out var shape))
        {
            fromFile ??= file.Read();
            shape = fromFile.GetValueOrDefault(part) ?? await SchemaOfRows.ReadAsync(log, start.Source, dataset);
            known.Add(part, shape is { Rows: 0 } ? null : shape);
        }

        return known[part];
    }
}
