using Foresight.Engine.Alerts.Grammar;

namespace Foresight.Engine.Calendar.Grammar;

/// <summary>What was understood of a sentence, or what is wrong with it.</summary>
/// <param name="Rule">The rule; null where there is a problem.</param>
/// <param name="Problem">What is wrong, with what is allowed there; null where nothing is.</param>
internal sealed record RuleReading<T>(T? Rule, string? Problem)
    where T : class;

/// <summary>Reads rules of meetings and of due days in plain words, English or Swedish (docs/calendar.md).</summary>
internal static class CalendarGrammar
{
    /// <summary>Reads when a body meets.</summary>
    public static RuleReading<DayRule> ReadDays(string sentence) => Read(sentence, (reader, words) => new DayReader(reader, words).Read());

    /// <summary>Reads when something is due.</summary>
    public static RuleReading<DueRule> ReadDue(string sentence) => Read(sentence, (reader, words) => new DueReader(reader, words).Read());

    /// <summary>The rule of a sentence that was checked.</summary>
    /// <exception cref="ConfigurationException">It cannot be understood.</exception>
    public static T Of<T>(RuleReading<T> reading, string sentence)
        where T : class => reading.Rule ?? throw new ConfigurationException([$"'{sentence}' cannot be understood: {reading.Problem}."]);

    private static RuleReading<T> Read<T>(string sentence, Func<SentenceReader, CalendarWords, RuleReading<T>?> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(sentence);
        SentenceReader? best = null;
        foreach (var words in new[] { CalendarWords.English, CalendarWords.Swedish })
        {
            // Commas are words of their own here: they stand between months.
            var reader = new SentenceReader(sentence.Replace(",", " , ", StringComparison.Ordinal));
            if (read(reader, words) is { } reading && reader.AtEnd)
            {
                return reading;
            }

            best = best is null || reader.Furthest > best.Furthest ? reader : best;
        }

        return new RuleReading<T>(null, best!.Problem().Replace(" , ", ", ", StringComparison.Ordinal));
    }
}
