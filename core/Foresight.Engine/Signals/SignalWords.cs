using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>Levels, grades and horizons in words that a reader outside the office understands.</summary>
public static class SignalWords
{
    /// <summary>A level of the ladder.</summary>
    public static LocalText Of(SignalLevel level) => level switch
    {
        SignalLevel.Cluster => new("kluster", "cluster"),
        SignalLevel.Trend => new("trend", "trend"),
        SignalLevel.Driver => new("drivkraft", "driver"),
        _ => new("signal", "signal"),
    };

    /// <summary>How far a source is trusted.</summary>
    public static LocalText Of(Reliability reliability) => reliability switch
    {
        Reliability.A => new("helt tillförlitlig", "completely reliable"),
        Reliability.B => new("i regel tillförlitlig", "usually reliable"),
        Reliability.C => new("ganska tillförlitlig", "fairly reliable"),
        Reliability.D => new("i regel inte tillförlitlig", "not usually reliable"),
        Reliability.E => new("inte tillförlitlig", "unreliable"),
        _ => new("kan inte bedömas", "cannot be judged"),
    };

    /// <summary>How credible a claim is, 1 to 6.</summary>
    public static LocalText Credibility(int? credibility) => credibility switch
    {
        1 => new("bekräftad av flera", "confirmed by others"),
        2 => new("trolig", "probably true"),
        3 => new("möjlig", "possibly true"),
        4 => new("tveksam", "doubtful"),
        5 => new("osannolik", "improbable"),
        _ => new("kan inte bedömas", "cannot be judged"),
    };

    /// <summary>A horizon.</summary>
    public static LocalText Of(Horizon horizon) => horizon switch
    {
        Horizon.UpToTwoYears => new("0–2 år", "0–2 years"),
        Horizon.TwoToFiveYears => new("2–5 år", "2–5 years"),
        Horizon.FiveToTenYears => new("5–10 år", "5–10 years"),
        _ => new("mer än 10 år", "more than 10 years"),
    };

    /// <summary>How much of something.</summary>
    public static LocalText Of(Grade grade) => grade switch
    {
        Grade.High => new("hög", "high"),
        Grade.Medium => new("medel", "medium"),
        _ => new("låg", "low"),
    };

    /// <summary>A factor of a scan.</summary>
    public static LocalText Of(Steep steep) => steep switch
    {
        Steep.Social => new("socialt", "social"),
        Steep.Technological => new("tekniskt", "technological"),
        Steep.Economic => new("ekonomiskt", "economic"),
        Steep.Environmental => new("miljö", "environmental"),
        _ => new("politiskt", "political"),
    };

    /// <summary>How many publishers tell it.</summary>
    public static LocalText Publishers(int count) => count == 1
        ? new("1 utgivare", "1 publisher")
        : new(FormattableString.Invariant($"{count} utgivare"), FormattableString.Invariant($"{count} publishers"));

    /// <summary>What people differ on: a word of <see cref="PeoplesRatings.ContestedOn"/>.</summary>
    public static LocalText Question(string question) => question switch
    {
        "impact" => new("betydelsen", "its impact"),
        "likelihood" => new("sannolikheten", "its likelihood"),
        "horizon" => new("när det sker", "its horizon"),
        _ => new("huruvida den stämmer", "whether it holds"),
    };

    /// <summary>The two signs of the Admiralty code: <c>B2</c>.</summary>
    public static string Code(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        return FormattableString.Invariant($"{signal.Reliability ?? Reliability.F}{signal.Credibility ?? 6}");
    }
}
