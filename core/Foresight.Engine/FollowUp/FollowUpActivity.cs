using Foresight.Engine.Registers;
using Foresight.Sdk;

namespace Foresight.Engine.FollowUp;

/// <summary>An activity as the follow-up tells it.</summary>
public sealed record FollowUpActivity
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What is done.</summary>
    public required string Title { get; init; }

    /// <summary>The kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The responsible body.</summary>
    public required string Body { get; init; }

    /// <summary>The focus areas.</summary>
    public required IReadOnlyList<string> FocusAreas { get; init; }

    /// <summary>The purposes.</summary>
    public required IReadOnlyList<string> Purposes { get; init; }

    /// <summary>With whom, by name.</summary>
    public required IReadOnlyList<string> Partners { get; init; }

    /// <summary>The need that it serves.</summary>
    public string? Need { get; init; }

    /// <summary>When it starts: a year, month or day.</summary>
    public required string Starts { get; init; }

    /// <summary>When it ends, likewise.</summary>
    public string? Ends { get; init; }

    /// <summary>planned, ongoing, ended or cancelled.</summary>
    public required string Status { get; init; }

    /// <summary>Whether it is over on the day of asking.</summary>
    public required bool IsOver { get; init; }

    /// <summary>What it was to lead to.</summary>
    public string? ExpectedResult { get; init; }

    /// <summary>What it led to.</summary>
    public string? Result { get; init; }

    /// <summary>reached, partly or missed.</summary>
    public string? Outcome { get; init; }

    /// <summary>The decision: registry number and paragraph.</summary>
    public string? Decided { get; init; }

    /// <summary>The page on which it is public.</summary>
    public string? Link { get; init; }

    /// <summary>Whether it is an example.</summary>
    public required bool IsExample { get; init; }

    /// <summary>The row.</summary>
    public required Evidence Evidence { get; init; }

    internal static FollowUpActivity Of(RegisterEntry row, RegisterBook book, FollowUpQuestion question) => new()
    {
        Id = row.Id,
        Title = row["title"] ?? row.Id,
        Kind = row["kind"] ?? "",
        Body = row["body"] ?? "",
        FocusAreas = row.Many("focus_areas"),
        Purposes = row.Many("purposes"),
        Partners = [.. row.Many("partners").Select(id => book.Find(Register.Partners, id)?["organisation"] ?? id)],
        Need = row["need"],
        Starts = row["starts"] ?? "",
        Ends = row["ends"],
        Status = row["status"] ?? "",
        IsOver = question.IsOver(row),
        ExpectedResult = row["expected_result"],
        Result = row["result"],
        Outcome = row["outcome"],
        Decided = DecisionOf(row) ?? (book.Find(Register.Decisions, row["decision"]) is { } decision ? DecisionOf(decision) : null),
        Link = row["source"],
        IsExample = row.IsExample,
        Evidence = RowEvidence.Of(row),
    };

    private static string? DecisionOf(RegisterEntry row) =>
        string.Join(", ", new[] { row["dnr"] is { } number ? $"dnr {number}" : null, row["paragraph"] }.OfType<string>()) is { Length: > 0 } text ? text : null;
}

/// <summary>Evidence of rows of registers.</summary>
internal static class RowEvidence
{
    public static Evidence Of(RegisterEntry row, double? value = null) => new()
    {
        View = row.Register.View,
        Source = row.Source,
        Record = row.Id,
        LoadId = row.LoadId,
        Value = value,
    };
}
