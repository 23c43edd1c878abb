using System.Text.Json;

namespace Foresight.Engine.Store;

/// <summary>What did not fit and was kept out of the tables.</summary>
/// <param name="Folder">Where its files are.</param>
/// <param name="Reasons">All of it, by source and reason.</param>
/// <param name="Newest">The newest items.</param>
public sealed record QuarantineContent(string Folder, IReadOnlyList<QuarantineReason> Reasons, IReadOnlyList<QuarantineEntry> Newest);

/// <summary>How much was kept out for one reason.</summary>
/// <param name="Source">The source entry.</param>
/// <param name="Kind">rejected (the source could not read it), row or value (the contract kept it out).</param>
/// <param name="Reason">One sentence.</param>
/// <param name="Items">How many.</param>
/// <param name="FirstLoad">The load that brought the first.</param>
/// <param name="LastLoad">The load that brought the last.</param>
public sealed record QuarantineReason(string Source, string Kind, string Reason, long Items, string FirstLoad, string LastLoad);

/// <summary>An item that was kept out.</summary>
/// <param name="Source">The source entry.</param>
/// <param name="Load">The load that brought it.</param>
/// <param name="Answer">The number of its answer within the load.</param>
/// <param name="Raw">The file of that answer, relative to the store; null where there is none.</param>
/// <param name="Kind">rejected, row or value.</param>
/// <param name="Where">The place in the answer, or the record's id.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="Item">What it was; null where the source does not say.</param>
public sealed record QuarantineEntry(string Source, string Load, int Answer, string? Raw, string Kind, string Where, string Reason, JsonElement? Item);
