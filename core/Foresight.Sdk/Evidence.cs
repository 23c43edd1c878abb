namespace Foresight.Sdk;

/// <summary>
/// Where a number or line of a chart, signal or brief comes from. The Engine adds the raw file's hash and the versions of
/// model and policy, and writes it to <c>evidence.json</c>.
/// </summary>
public sealed record Evidence
{
    /// <summary>The value as stored or computed; null for a line without a number.</summary>
    public double? Value { get; init; }

    /// <summary>The view that it was read from: <c>documents</c>, <c>observations</c> or <c>classifications</c>.</summary>
    public required string View { get; init; }

    /// <summary>The source entry's id (column <c>_source</c>).</summary>
    public required string Source { get; init; }

    /// <summary>The record: a document's <c>_item_id</c>, or an observation as <c>dataset=… indicator=… ref_area=… period=…</c>.</summary>
    public required string Record { get; init; }

    /// <summary>The load that brought it (column <c>_load_id</c>).</summary>
    public string? LoadId { get; init; }

    /// <summary>The number of the answer within the load (column <c>_answer</c>), for observations.</summary>
    public int? Answer { get; init; }

    /// <summary>How the value was computed from the stored ones; null when it is the stored one, untouched.</summary>
    public string? Formula { get; init; }
}
