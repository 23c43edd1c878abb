using System.Globalization;
using Foresight.Engine.Signals;
using Foresight.Engine.Store;

namespace Foresight.Cli.Output;

/// <summary>What people say of signals, as text.</summary>
internal static class SignalRatingText
{
    /// <summary>A middle with its spread: <c>3.5 (2–5)</c>; empty where nobody rated it.</summary>
    public static string Middle(Spread? spread) => spread is null ? "" : FormattableString.Invariant($"{spread.Median:0.#} ({spread.Least}–{spread.Greatest})");

    /// <summary>Every rating of a signal with the middles and what people differ on.</summary>
    public static void WriteRatings(this TextWriter output, KnownSignal signal)
    {
        var ratings = signal.Ratings;
        if (ratings.All.Count == 0)
        {
            output.WriteLine($"  nobody has rated it yet; 'foresight signals rate {signal.Id} --as AB --impact 4 --likelihood 3' does");
            return;
        }

        foreach (var (name, spread) in new[] { ("impact", ratings.Impact), ("likelihood", ratings.Likelihood) })
        {
            if (spread is not null)
                output.WriteLine(FormattableString.Invariant($"  {name}: median {spread.Median:0.#}, from {spread.Least} to {spread.Greatest}, middle half {spread.LowerQuartile:0.##} to {spread.UpperQuartile:0.##}; people: {spread.People}{(spread.IsContested ? "; CONTESTED" : "")}"));
        }

        if (ratings.IsContested)
            output.WriteLine($"  contested: people differ on {string.Join(", ", ratings.ContestedOn.Select(question => SignalWords.Question(question).En))}");
        foreach (var rating in ratings.All)
            output.WriteLine($"  {Minute(rating.RatedAt)}  {rating.Person}: {Said(rating)}{(signal.IsOfEarlierVersion(rating) ? " (of an earlier version)" : "")}");
    }

    /// <summary>The agreement beyond chance, as a sentence; nothing where it cannot be given.</summary>
    public static void WriteAgreement(TextWriter output, RatingAgreement agreement)
    {
        if (agreement.Signals < 2)
            return;
        output.WriteLine(FormattableString.Invariant(
            $"Rated by two or more people: {agreement.Signals}. Agreement beyond chance (Krippendorff's alpha, ordinal; 1 is agreement, 0 chance): impact {Alpha(agreement.Impact)}, likelihood {Alpha(agreement.Likelihood)}."));
    }

    /// <summary>An instant to the minute.</summary>
    public static string Minute(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Said(RatingRow rating) => PeoplesRatings.IsWithdrawal(rating) ? "takes back what was said before" : string.Join(", ", new[]
    {
        rating.Confirms switch { true => "confirms", false => "turns down", null => null },
        rating.Level is { } level ? $"level {SignalWords.Of(level).En}" : null,
        rating.Impact is { } impact ? FormattableString.Invariant($"impact {impact}") : null,
        rating.Likelihood is { } likelihood ? FormattableString.Invariant($"likelihood {likelihood}") : null,
        rating.Horizon is { } horizon ? $"horizon {SignalWords.Of(horizon).En}" : null,
        rating.Note is { } note ? $"“{note.ReplaceLineEndings(" ")}”" : null,
    }.OfType<string>());

    private static string Alpha(double? alpha) => alpha is { } known ? known.ToString("F2", CultureInfo.InvariantCulture) : "not known";
}
