namespace Foresight.Sdk;

/// <summary>The yearly cycle (årshjul): when the bodies meet and what is reported when.</summary>
public sealed record Cycle
{
    /// <summary>The meetings, by body.</summary>
    public IReadOnlyList<MeetingSeries> Meetings { get; init; } = [];
}

/// <summary>The meetings of a body.</summary>
/// <param name="Body">The body (<see cref="Sdk.Body.Id"/>).</param>
public sealed record MeetingSeries(string Body)
{
    /// <summary>Days on which it meets, as they were decided one by one.</summary>
    public IReadOnlyList<DateOnly> Days { get; init; } = [];
}
