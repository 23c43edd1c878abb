using Foresight.Engine.Calendar;
using Foresight.Engine.Registers;
using Foresight.Engine.Signals;
using Foresight.Sdk;

namespace Foresight.Engine.Briefs.Sections;

/// <summary>Words one section of a brief from the tables and the registers.</summary>
internal interface IBriefSection
{
    /// <summary>Its id, as a policy's brief entry names it.</summary>
    string Id { get; }

    /// <summary>The section; null where it has nothing to say. What is not measured is said.</summary>
    Task<BriefSection?> BuildAsync(SectionContext context, CancellationToken cancellationToken);
}

/// <summary>What a section is worded from.</summary>
internal sealed record SectionContext
{
    public required Policy Policy { get; init; }

    public required ITables Tables { get; init; }

    public required RegisterBook Registers { get; init; }

    public required MeetingCalendar Meetings { get; init; }

    /// <summary>How the sources stand, in the brief's language.</summary>
    public IReadOnlyList<SourceState> Sources { get; init; } = [];

    /// <summary><c>sv</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>The day of the brief.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The signals of the register that were found, by their ids.</summary>
    public required IReadOnlyDictionary<string, KnownSignal> Signals { get; init; }
}
