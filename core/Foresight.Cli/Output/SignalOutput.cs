using System.Globalization;
using Foresight.Engine.Signals;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Cli.Output;

/// <summary>Findings as text and as JSON.</summary>
internal static class SignalOutput
{
    private const string Indent = "     ";

    /// <summary>A finding with what a reader must know to weigh it.</summary>
    public static void WriteSignal(this TextWriter output, Signal signal, int number, KnownSignal? known)
    {
        output.WriteLine($"{number.ToString(CultureInfo.InvariantCulture),3}. {signal.Headline.En}");
        output.WriteLine($"{Indent}{GradeLine(signal, known)}");
        var figures = FigureWords.ThatMatter(signal).Select(figure => FigureWords.Of(figure, "en")).ToList();
        if (figures.Count > 0)
            output.WriteLine($"{Indent}{string.Join("; ", figures)}");
        if (signal.Caveat is { } caveat)
            output.WriteLine($"{Indent}Note: {caveat.En}");
        foreach (var whole in known?.PartOf ?? [])
            output.WriteLine($"{Indent}{GatheringText.PartOf(whole)}");
        output.WriteLine($"{Indent}{signal.Id}");
    }

    /// <summary>The ladder, the grades and what people say, in one line.</summary>
    public static string GradeLine(Signal signal, KnownSignal? known) => string.Join(" · ", new[]
    {
        SignalWords.Of(known?.Level ?? signal.Level).En,
        known?.Raised is null ? Grade(signal) : null,
        signal.Publishers is { } publishers ? SignalWords.Publishers(publishers).En : null,
        signal.Steep is { } steep ? SignalWords.Of(steep).En : null,
        known?.RatedHorizon is { } rated ? $"{SignalWords.Of(rated).En} as rated" : signal.Horizon is { } horizon ? SignalWords.Of(horizon).En : null,
        known?.Ratings.Impact is { } given ? FormattableString.Invariant($"impact {given.Median:0.#} of 5 as rated") : signal.Impact is { } impact ? $"impact {SignalWords.Of(impact).En}" : null,
        signal.Uncertainty is { } uncertainty ? $"uncertainty {SignalWords.Of(uncertainty).En}" : null,
        Standing(known),
    }.OfType<string>());

    /// <summary>The grade with its words: <c>B2 (usually reliable source, claim probably true)</c>.</summary>
    public static string Grade(Signal signal) => $"{SignalWords.Code(signal)} (source {SignalWords.Of(signal.Reliability ?? Reliability.F).En}, claim {SignalWords.Credibility(signal.Credibility).En})";

    /// <summary>Whose word it is: the machine's until a person confirms it, and what people differ on.</summary>
    public static string Standing(KnownSignal? known)
    {
        if (known is null)
            return "machine's proposal";
        var said = known.Raised is { } raised ? [$"raised by {raised.Person}"] : new List<string>();
        if (known.IsConfirmed)
            said.Add($"confirmed by {string.Join(", ", known.Ratings.ConfirmedBy)}");
        else if (known.Raised is null)
            said.Add("machine's proposal");
        if (known.Ratings.TurnedDownBy.Count > 0)
            said.Add($"turned down by {string.Join(", ", known.Ratings.TurnedDownBy)}");
        if (known.Ratings.IsContested)
            said.Add($"contested: people differ on {string.Join(", ", known.Ratings.ContestedOn.Select(question => SignalWords.Question(question).En))}");
        return string.Join("; ", said);
    }

    /// <summary>A finding as JSON.</summary>
    public static object Json(Signal signal) => new
    {
        signal.Id,
        signal.Kind,
        signal.FocusArea,
        signal.Headline,
        signal.Caveat,
        signal.Level,
        grade = SignalWords.Code(signal),
        reliability = signal.Reliability?.ToString(),
        signal.Credibility,
        signal.Publishers,
        signal.Steep,
        signal.Horizon,
        signal.Impact,
        signal.Uncertainty,
        signal.Weight,
        signal.Chart,
        signal.Method,
        signal.Related,
        signal.Figures,
        signal.Evidence,
    };

    /// <summary>A signal of the register as JSON.</summary>
    /// <param name="known">The signal.</param>
    /// <param name="whole">Whether versions and every rating are told.</param>
    public static object Json(KnownSignal known, bool whole) => new
    {
        known.Id,
        known.Analysis,
        found = known.IsFound,
        firstFoundAt = known.FirstFoundAt,
        since = known.Since,
        versions = known.Versions.Count,
        level = known.Level,
        confirmed = known.IsConfirmed,
        confirmedBy = known.Ratings.ConfirmedBy,
        turnedDownBy = known.Ratings.TurnedDownBy,
        contestedOn = known.Ratings.ContestedOn,
        people = known.Ratings.People.Count,
        impact = known.Ratings.Impact,
        likelihood = known.Ratings.Likelihood,
        horizon = known.Ratings.Horizon,
        raisedBy = known.Raised?.Person,
        note = known.Raised?.Note,
        members = known.Raised is null ? null : known.Members,
        partOf = known.PartOf.Select(whole => new { whole.Id, whole.Level, whole.Name, raisedBy = whole.Person }),
        signal = Json(known.Signal),
        ratings = whole ? known.Ratings.People.Select(rating => Json(known, rating)) : null,
        everyRating = whole ? known.Ratings.All.Select(rating => Json(known, rating)) : null,
        raisings = whole && known.Raised is not null ? known.Raisings : null,
        history = whole ? known.Versions.Select(version => new { version.FoundAt, version.Found, version.ContentHash, version.PolicyVersion, signal = Json(version.Signal) }) : null,
    };

    private static object Json(KnownSignal known, RatingRow rating) => new
    {
        rating.Person,
        rating.RatedAt,
        rating.Impact,
        rating.Likelihood,
        rating.Horizon,
        rating.Level,
        rating.Confirms,
        rating.Note,
        ofEarlierVersion = known.IsOfEarlierVersion(rating),
    };
}
