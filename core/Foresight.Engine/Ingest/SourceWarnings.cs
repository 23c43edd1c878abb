using Microsoft.Extensions.Logging;

namespace Foresight.Engine.Ingest;

/// <summary>
/// The logger that a source is given: what it warns of (a search that was cut short, codes that gave nothing, a date that is none)
/// becomes notes of its load; anything less goes to the host's log.
/// </summary>
internal sealed class SourceWarnings(ILogger host) : ILogger
{
    /// <summary>Different warnings that are noted; the others are counted.</summary>
    private const int Most = 10;

    /// <summary>A warning may quote its source, which writes what it likes.</summary>
    private const int Longest = 500;

    private readonly Lock gate = new();
    private readonly OrderedDictionary<string, int> first = new(StringComparer.Ordinal);
    private int more;

    /// <summary>The warnings so far, one sentence each: each once, in the order in which they came.</summary>
    public IReadOnlyList<string> Notes
    {
        get
        {
            lock (gate)
            {
                string[] counted = more == 0 ? [] : [FormattableString.Invariant($"More warnings, which are not noted: {more}.")];
                return [.. first.Select(warning => warning.Value == 1 ? warning.Key : FormattableString.Invariant($"{warning.Key} ({warning.Value} times)")), .. counted];
            }
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => host.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning || host.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel < LogLevel.Warning)
        {
            host.Log(logLevel, eventId, state, exception, formatter);
            return;
        }

        var said = formatter(state, exception).ReplaceLineEndings(" ");
        var sentence = said.Length > Longest ? $"{said[..(char.IsHighSurrogate(said[Longest - 1]) ? Longest - 1 : Longest)]}…" : said;
        lock (gate)
        {
            if (first.TryGetValue(sentence, out var before) || first.Count < Most)
            {
                first[sentence] = before + 1;
            }
            else
            {
                more++;
            }
        }
    }
}
