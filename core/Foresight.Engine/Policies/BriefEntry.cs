using Foresight.Sdk;

namespace Foresight.Engine.Policies;

/// <summary>A brief that a policy asks for.</summary>
public sealed record BriefEntry
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The reader (<see cref="Audience.Id"/>).</summary>
    public required string Audience { get; init; }

    /// <summary>The title.</summary>
    public required LocalText Title { get; init; }

    /// <summary>The template's name: <c>board</c> or <c>council</c>.</summary>
    public required string Template { get; init; }

    /// <summary>The languages: <c>sv</c>, <c>en</c>.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>How many findings it opens with.</summary>
    public required int Findings { get; init; }

    /// <summary>How many of <see cref="Charts"/> stand among the findings; the rest are annex.</summary>
    public required int HeadlineCharts { get; init; }

    /// <summary>Ids of chart entries, in order.</summary>
    public required IReadOnlyList<string> Charts { get; init; }

    /// <summary>Ids of the sections beside the fixed parts, in order.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>The policy's file.</summary>
    public required string File { get; init; }

    /// <summary>The line of the entry.</summary>
    public required int Line { get; init; }
}
