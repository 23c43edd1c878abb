using Foresight.Sdk;

namespace Foresight.Engine.FollowUp;

/// <summary>What was done for the policy in a period, held against it. Null stands for what is not measured, which is not nought.</summary>
public sealed record FollowUpReport
{
    /// <summary>What was asked.</summary>
    public required FollowUpQuestion Question { get; init; }

    /// <summary>Whether all bodies' work is in it; else only what is the body's own or in its focus areas.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>What each register holds to count from.</summary>
    public required IReadOnlyList<RegisterCover> Registers { get; init; }

    /// <summary>The activities that run in the period, each once; cancelled ones are not among them.</summary>
    public required IReadOnlyList<FollowUpActivity> Activities { get; init; }

    /// <summary>Activities of the period that were cancelled.</summary>
    public required int Cancelled { get; init; }

    /// <summary>The activities per focus area; one that is in several counts in each.</summary>
    public required IReadOnlyList<FollowUpCount> FocusAreas { get; init; }

    /// <summary>The activities per purpose; one that has several counts in each.</summary>
    public required IReadOnlyList<FollowUpCount> Purposes { get; init; }

    /// <summary>The activities per kind.</summary>
    public required IReadOnlyList<FollowUpCount> Kinds { get; init; }

    /// <summary>The activities per responsible body.</summary>
    public required IReadOnlyList<FollowUpCount> Bodies { get; init; }

    /// <summary>The needs that hold in the period, with the activities that serve each.</summary>
    public required IReadOnlyList<FollowUpNeed> Needs { get; init; }

    /// <summary>Activities that name no need; null where there is no activity.</summary>
    public required int? WithoutNeed { get; init; }

    /// <summary>Results against expectation; null where there is no activity.</summary>
    public required FollowUpResults? Results { get; init; }

    /// <summary>Activities that are past their end on the day of asking and have no result, the longest past first; also those that ended before the period.</summary>
    public required IReadOnlyList<FollowUpActivity> Overdue { get; init; }

    /// <summary>The partners and their last contact, the longest ago first; those without a known contact last.</summary>
    public required IReadOnlyList<FollowUpPartner> Partners { get; init; }

    /// <summary>Money.</summary>
    public required FollowUpMoney Money { get; init; }

    /// <summary>What each body was to do, and what is on record for it.</summary>
    public required IReadOnlyList<BodyRecord> Records { get; init; }

    /// <summary>What a register holds.</summary>
    public RegisterCover Cover(Register register) => Registers.Single(cover => cover.Register == register.Id);

    /// <summary>Partners without contact for the policy's number of months.</summary>
    public IEnumerable<FollowUpPartner> Dormant => Partners.Where(partner => partner.IsDormant == true);
}

/// <summary>A number of activities; null where no activity is registered at all.</summary>
public sealed record FollowUpCount(string Id, LocalText Name, int? Activities);

/// <summary>A need with the activities of the period that serve it.</summary>
/// <param name="Activities">Their ids; null where no activity is registered at all.</param>
public sealed record FollowUpNeed(string Id, string Title, string Body, IReadOnlyList<string>? Activities, bool IsExample, Evidence Evidence);

/// <summary>Results of the period's activities against what was expected.</summary>
/// <param name="Reached">Those that reached what was expected.</param>
/// <param name="Partly">Those that reached it in part.</param>
/// <param name="Missed">Those that did not.</param>
/// <param name="NotSaid">Those that are over and do not say.</param>
/// <param name="GoingOn">Those that are not over and do not say yet.</param>
/// <param name="WithoutExpectation">Of all of them those that never wrote down what they expected.</param>
public sealed record FollowUpResults(int Reached, int Partly, int Missed, int NotSaid, int GoingOn, int WithoutExpectation)
{
    /// <summary>Those of which something should be said: they are over, or say it already.</summary>
    public int Due => Reached + Partly + Missed + NotSaid;
}

/// <summary>A partner and the last contact with it.</summary>
/// <param name="IsDormant">Whether there was none for the policy's number of months; null where no contact is written down.</param>
public sealed record FollowUpPartner(string Id, string Organisation, string? Body, DateOnly? LastContact, DateOnly? NextContact, bool? IsDormant, bool IsExample, Evidence Evidence);

/// <summary>What a body was to do by the policy, and what is on record for it in the period. Null: nobody keeps that register.</summary>
public sealed record BodyRecord(string Body, IReadOnlyList<LocalText> Duties)
{
    /// <summary>Activities that it answers for.</summary>
    public required int? Activities { get; init; }

    /// <summary>Activities of its own that were followed up in the period.</summary>
    public required int? FollowedUp { get; init; }

    /// <summary>Decisions that it made.</summary>
    public required int? Decisions { get; init; }

    /// <summary>Decisions that it is to carry out.</summary>
    public required int? ToCarryOut { get; init; }

    /// <summary>Applications that it answers for.</summary>
    public required int? Applications { get; init; }

    /// <summary>What its contact persons reported.</summary>
    public required int? Observations { get; init; }

    /// <summary>Signals that it took up or did something about.</summary>
    public required int Signals { get; init; }

    /// <summary>The rows behind the numbers.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>Whether nothing is on record for it.</summary>
    public bool IsEmpty => Evidence.Count == 0;
}
