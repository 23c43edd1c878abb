namespace Foresight.Sdk;

/// <summary>How serious an alert is.</summary>
public enum AlertLevel
{
    /// <summary>Worth keeping an eye on.</summary>
    Watch,

    /// <summary>Worth acting on.</summary>
    Warning,

    /// <summary>Needs somebody now.</summary>
    Alarm,
}

/// <summary>A step of an alert rule.</summary>
/// <param name="Level">The level that it stands for.</param>
/// <param name="When">The condition in plain words, English or Swedish (<c>docs/methods/alerts.md</c>).</param>
public sealed record AlertStep(AlertLevel Level, string When);

/// <summary>What people want to be told of, in plain words. An alert is staged; a person approves it.</summary>
public sealed record AlertRule
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The name for lists.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The focus area that it informs; null for several or none.</summary>
    public string? FocusArea { get; init; }

    /// <summary>The steps, the lowest level first; all watch the same thing.</summary>
    public required IReadOnlyList<AlertStep> Steps { get; init; }

    /// <summary>How long after an alert the same or a lower level is not staged again. A higher level always is.</summary>
    public TimeSpan CoolDown { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Why it is watched.</summary>
    public required LocalText Why { get; init; }
}
