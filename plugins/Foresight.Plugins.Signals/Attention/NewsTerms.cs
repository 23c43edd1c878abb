using Foresight.Methods.Attention;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>The terms of a window, counted per language in one reading of its documents.</summary>
internal static class NewsTerms
{
    public static IReadOnlyList<string> Languages { get; } = ["sv", "en"];

    /// <summary>What reads terms, without the words of the publishers' own names.</summary>
    public static async Task<Terms> ReaderAsync(AnalysisContext context)
    {
        // The most common publishers only: among thousands of buyers every word is part of some name.
        var table = await context.Tables.QueryAsync(
            "SELECT publisher FROM documents WHERE publisher IS NOT NULL GROUP BY publisher ORDER BY count(*) DESC, publisher LIMIT 40").ConfigureAwait(false);
        return new Terms(table.Rows.Select(row => row.Text("publisher")).Concat(context.Sources.Select(source => source.Producer)));
    }

    /// <summary>Counts them, by language.</summary>
    public static async Task<IReadOnlyDictionary<string, TermCounter>> CountAsync(
        AnalysisContext context, Terms terms, NewsWindow window, int recent, int least, CancellationToken cancellationToken)
    {
        var counters = Languages.ToDictionary(language => language, _ => new TermCounter(window.Weeks, recent, least), StringComparer.Ordinal);
        await foreach (var document in NewsStream.NewestFirstAsync(context.Tables, window, cancellationToken).ConfigureAwait(false))
        {
            counters[document.Language].Add(document.Week, [.. terms.Of(document).Keys], document.Report.Publisher, document.BeginsStory);
        }

        return counters;
    }
}
