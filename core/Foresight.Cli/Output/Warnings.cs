using Microsoft.Extensions.Logging;

namespace Foresight.Cli.Output;

/// <summary>
/// What is warned of while bars are shown: kept until they are gone, then told by who warned. Of each the first few; the others are
/// counted. What a source warns of while it is read into the store is a note of its load.
/// </summary>
internal sealed class Warnings : ILoggerFactory
{
    private const int MostOfOne = 5;

    private readonly Lock gate = new();
    private readonly SortedDictionary<string, Told> bySource = new(StringComparer.Ordinal);

    public ILogger CreateLogger(string categoryName) => new Listener(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("Warnings are told by the command alone.");

    /// <summary>Tells what there was.</summary>
    public void Tell(TextWriter output)
    {
        lock (gate)
        {
            foreach (var (source, told) in bySource)
            {
                foreach (var sentence in told.First)
                {
                    output.WriteLine($"{source}: {sentence}");
                }

                if (told.Count > told.First.Count)
                {
                    output.WriteLine(FormattableString.Invariant($"{source}: … {told.Count - told.First.Count} more warnings."));
                }
            }

            bySource.Clear();
        }
    }

    public void Dispose()
    {
    }

    private void Add(string source, string sentence)
    {
        lock (gate)
        {
            var told = bySource.TryGetValue(source, out var before) ? before : bySource[source] = new Told();
            if (told.First.Contains(sentence))
            {
                return;
            }

            told.Count++;
            if (told.First.Count < MostOfOne)
            {
                told.First.Add(sentence);
            }
        }
    }

    private sealed class Told
    {
        public List<string> First { get; } = [];

        public int Count { get; set; }
    }

    private sealed class Listener(Warnings warnings, string source) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                warnings.Add(source, formatter(state, exception).ReplaceLineEndings(" "));
            }
        }
    }
}
