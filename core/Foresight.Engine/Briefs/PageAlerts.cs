using Foresight.Sdk;

namespace Foresight.Engine.Briefs;

/// <summary>The approved alerts of a brief, worded.</summary>
internal sealed record PageAlerts(string Heading, IReadOnlyList<PageAlert> Lines)
{
    public static PageAlerts? Of(BriefInput input)
    {
        var (language, swedish) = (input.Language, input.Language == "sv");
        return input.Alerts.Count == 0 ? null : new PageAlerts(
            swedish ? "Larm som gäller" : "Alerts in force",
            [.. input.Alerts.Select(alert => new PageAlert(
                LevelOf(alert.Level, swedish),
                alert.Sentence?.In(language) ?? alert.Id,
                $"({(swedish ? "sedan" : "since")} {Wording.Day(DateOnly.FromDateTime(alert.FiredAt.UtcDateTime), language)}, {(swedish ? "godkänt av" : "approved by")} {alert.Person})"))]);
    }

    private static string LevelOf(AlertLevel level, bool swedish) => (level, swedish) switch
    {
        (AlertLevel.Watch, true) => "Bevaka",
        (AlertLevel.Warning, true) => "Varning",
        (_, true) => "Larm",
        (AlertLevel.Watch, false) => "Watch",
        (AlertLevel.Warning, false) => "Warning",
        _ => "Alarm",
    };
}

/// <summary>A line of them.</summary>
internal sealed record PageAlert(string Level, string Sentence, string Since);
