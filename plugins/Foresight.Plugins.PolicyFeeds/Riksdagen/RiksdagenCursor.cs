using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Plugins.PolicyFeeds.Riksdagen;

/// <summary>
/// The newest date per type of document, as <c>bet=2026-06-16;prop=2026-06-10</c>. Planned documents lie in the future and never move
/// it; each run goes back <see cref="Lag"/> days behind it, since documents are also filed late.
/// </summary>
internal sealed class RiksdagenCursor
{
    /// <summary>How far behind the newest date a run reads again.</summary>
    public const int Lag = 14;

    private readonly SortedDictionary<string, DateOnly> newest = new(StringComparer.Ordinal);

    public static RiksdagenCursor Parse(Cursor? cursor)
    {
        var read = new RiksdagenCursor();
        foreach (var part in (cursor?.Value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=');
            if (pair.Length != 2 || !DateOnly.TryParseExact(pair[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                throw new SourceException($"The stored cursor '{cursor}' is none of this source: reset it.", Recovery.Stop);
            read.newest[pair[0]] = day;
        }

        return read;
    }

    /// <summary>The first day that a run must read; null for all.</summary>
    public DateOnly? From(string type) => newest.TryGetValue(type, out var day) ? day.AddDays(-Lag) : null;

    /// <summary>Moves on, never back.</summary>
    public void Reach(string type, DateOnly? day)
    {
        if (day is { } reached && (!newest.TryGetValue(type, out var before) || reached > before))
            newest[type] = reached;
    }

    /// <summary>As the host keeps it; null where nothing was ever reached.</summary>
    public Cursor? ToCursor() => newest.Count == 0
        ? null
        : new Cursor(string.Join(';', newest.Select(pair => $"{pair.Key}={pair.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}")));
}
