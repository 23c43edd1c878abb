using System.Text.Json.Nodes;
using Foresight.Sdk;

namespace Foresight.Engine.Store.Quarantine;

/// <summary>Something of an answer that is not stored in a table.</summary>
/// <param name="Kind">What it is: <c>rejected</c> (could not be read), <c>row</c> or <c>value</c> (the contract keeps it out).</param>
/// <param name="Where">The place in the answer, or the record's id.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="Item">What it was; null where the source does not say.</param>
internal sealed record QuarantineItem(string Kind, string Where, string Reason, JsonNode? Item)
{
    public const string Rejected = "rejected";

    public static QuarantineItem Of(Rejection rejection) =>
        new(Rejected, rejection.Where, rejection.Reason, rejection.Item is null ? null : JsonValue.Create(rejection.Item));
}
