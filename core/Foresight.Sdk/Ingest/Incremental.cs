using System.Globalization;

namespace Foresight.Sdk;

/// <summary>
/// Reading on by day, in dlt's words: from the initial value on the first run, then from the last value less a lag, since sources
/// also file late. One state holds several streams (document types, datasets); the text is <c>bet=2026-06-16;prop=2026-06-10</c>.
/// </summary>
/// <remarks>Ranges are half-open: a stream's start is read, its end is not. The state is as long as the streams are many, and never longer.</remarks>
public sealed class Incremental
{
    private readonly SortedDictionary<string, DateOnly> last = new(StringComparer.Ordinal);
    private readonly DateOnly? initial;
    private readonly int lag;
    private readonly DateOnly today;
    private readonly DayRange? backfill;

    private Incremental(DateOnly? initial, int lag, DateOnly today, DayRange? backfill) =>
        (this.initial, this.lag, this.today, this.backfill) = (initial, lag, today, backfill);

    /// <summary>Reads the state that the last run left.</summary>
    /// <param name="context">The run.</param>
    /// <param name="initialValue">The first day of a stream that was never read; null for all.</param>
    /// <param name="lag">How many days before the last value a run reads again.</param>
    /// <param name="streams">The streams there are now; others are forgotten.</param>
    /// <exception cref="SourceException">The stored cursor is none of this form.</exception>
    public static Incremental Resume(SourceContext context, DateOnly? initialValue, int lag, params IReadOnlyCollection<string> streams)
    {
        var state = new Incremental(initialValue, lag, DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime), context.Backfill);
        foreach (var part in (context.Since?.Value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=') is not [var stream, var value]
                || !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                throw new SourceException(
                    $"The stored cursor '{context.Since}' is none of this source: see it with 'foresight cursor show' and reset it.", Recovery.Stop)
                { Fault = Fault.Options };
            }

            // A day to come was reached while the clock was wrong: until then nothing would be read, so the stream begins anew.
            if (streams.Contains(stream) && day <= state.today)
            {
                state.last[stream] = day;
            }
        }

        return state;
    }

    /// <summary>The first day that a run reads of a stream; null for all.</summary>
    public DateOnly? StartOf(string stream) => backfill is { } range ? range.From
        : !last.TryGetValue(stream, out var day) ? initial
        : day.AddDays(-lag) is var start && initial is { } first && start < first ? first : start;

    /// <summary>The first day that a run does not read; null for no end. Only a backfill has one.</summary>
    public DateOnly? EndOf(string stream) => backfill is { } range && stream is not null ? range.Until : null;

    /// <summary>Notes that a stream was read up to a day. It moves on and never back; a day of the future does not count.</summary>
    public void Reach(string stream, DateOnly? day)
    {
        if (day is { } reached && reached <= today && (!last.TryGetValue(stream, out var before) || reached > before))
        {
            last[stream] = reached;
        }
    }

    /// <summary>The state as the host keeps it; null where nothing was reached yet.</summary>
    public Cursor? ToCursor() => last.Count == 0
        ? null
        : new Cursor(string.Join(';', last.Select(pair => $"{pair.Key}={pair.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}")));
}
