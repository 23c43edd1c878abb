using System.Text.Json.Serialization;
using Foresight.Sdk;

namespace Foresight.Engine.Partners;

/// <summary>When we were in touch with a partner, and will be, seen from one day.</summary>
/// <param name="Today">The day.</param>
public sealed record ContactState(DateOnly Today)
{
    /// <summary>After how many months without contact a relation is dormant: the policy's, as in follow-up.</summary>
    public int DormantMonths { get; init; } = new FollowUpRules().DormantMonths;

    /// <summary>The last contact; null where none is registered, which is not measured.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>The next contact that is agreed.</summary>
    public DateOnly? Next { get; init; }

    /// <summary>Until when an agreement holds, as it is written: a year, month or day.</summary>
    public string? AgreementUntil { get; init; }

    /// <summary>The agreement's last day.</summary>
    public DateOnly? AgreementEnds { get; init; }

    /// <summary>The next meeting of the body that works with the partner; null where none is known.</summary>
    public DateOnly? Meeting { get; init; }

    /// <summary>Days since the last contact.</summary>
    public int? DaysSince => Last is { } last ? Today.DayNumber - last.DayNumber : null;

    /// <summary>Whether there was no contact for so long.</summary>
    public bool IsSilent => Last is { } last && last < Today.AddMonths(-DormantMonths);

    /// <summary>Whether the agreement has ended.</summary>
    public bool HasEnded => AgreementEnds is { } end && end < Today;

    /// <summary>Whether the next contact was to be before today.</summary>
    [JsonIgnore]
    public bool NextHasPassed => Next is { } next && next < Today;

    /// <summary>Whether the relation should stand out.</summary>
    public bool IsDormant => IsSilent || HasEnded;
}
