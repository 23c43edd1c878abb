using Foresight.Engine.Signals;
using Foresight.Sdk;

namespace Foresight.Engine.Briefs;

/// <summary>What stands in small text below a finding: how far to trust it, whose word it is, and how sure its figures are.</summary>
internal sealed class FindingMarks(BriefSentences sentences, string language)
{
    // Two printed pages are a promise: the first figure says most, evidence.json has all.
    private const int MostFigures = 1;

    /// <summary>The grades, the publishers, the ladder, the horizon and who confirms it.</summary>
    public string Grade(Signal signal, KnownSignal? known) => string.Join(" · ", new[]
    {
        Say($"Källa: {Of(signal.Reliability ?? Reliability.F)}", $"Source: {Of(signal.Reliability ?? Reliability.F)}"),
        Say($"uppgiften {Claim(signal)} ({SignalWords.Code(signal)})", $"claim {Claim(signal)} ({SignalWords.Code(signal)})"),
        signal.Publishers is { } publishers ? SignalWords.Publishers(publishers).In(language) : null,
        Ladder(signal, known),
    }.OfType<string>());

    // Level, horizon and impact stand behind whose word they are; of a coming date the sentence says the day.
    private string Ladder(Signal signal, KnownSignal? known)
    {
        var rated = known?.RatedHorizon is { } seen ? Say($"{Of(seen)} enligt bedömarna", $"{Of(seen)} as rated") : null;
        var proposed = string.Join(", ", new[]
        {
            (known?.Level ?? signal.Level) is var level && level != SignalLevel.Signal ? SignalWords.Of(level).In(language) : null,
            rated is null && signal is { Kind: not "date", Horizon: { } horizon } ? Of(horizon) : null,
            known?.Ratings.Impact is null && signal.Impact is Sdk.Grade.High ? Say("stor betydelse", "large impact") : null,
        }.OfType<string>());
        var standing = Standing(known);
        return (rated is null ? "" : rated + " · ")
            + (proposed.Length == 0 ? standing : known?.IsConfirmed is true ? $"{proposed}, {standing}" : Proposal + ": " + proposed + standing[Proposal.Length..]);
    }

    private string Proposal => Say("maskinens förslag", "the machine's proposal");

    private string Of(Horizon horizon) => SignalWords.Of(horizon).In(language);

    /// <summary>The figures with an interval, as far as a reader knows what they are called; null for none.</summary>
    public string? Sureness(Signal signal)
    {
        var figures = FigureWords.ThatMatter(signal).Where(FigureWords.HasName).Take(MostFigures).Select(figure => FigureWords.Of(figure, language)).ToList();
        return figures.Count == 0 ? null : string.Join("; ", figures);
    }

    private string Standing(KnownSignal? known)
    {
        if (known is null || known.Ratings.People.Count == 0)
            return Proposal;
        var said = new List<string>
        {
            known.IsConfirmed ? Say($"bekräftad av {Names(known.Ratings.ConfirmedBy)}", $"confirmed by {Names(known.Ratings.ConfirmedBy)}") : Proposal,
        };
        if (known.Ratings.TurnedDownBy.Count > 0)
            said.Add(Say($"avvisad av {Names(known.Ratings.TurnedDownBy)}", $"turned down by {Names(known.Ratings.TurnedDownBy)}"));
        if (known.Ratings.IsContested)
        {
            var on = sentences.Join([.. known.Ratings.ContestedOn.Select(question => SignalWords.Question(question).In(language))]);
            said.Add(Say($"bedömarna är oense om {on}", $"raters differ on {on}"));
        }

        return string.Join(", ", said);
    }

    private string Names(IReadOnlyList<string> people) => sentences.Join(people);

    private string Of(Reliability reliability) => SignalWords.Of(reliability).In(language);

    private string Claim(Signal signal) => SignalWords.Credibility(signal.Credibility).In(language);

    private string Say(string swedish, string english) => sentences.Say(swedish, english);
}
