using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Plugins.Reading;

/// <summary>What a share of stories is a share of: the classified stories of a period, the reports that tell them, and the sources that these came from.</summary>
internal sealed record CountedStories(int Stories, int Reports, int Sources)
{
    public static async Task<CountedStories> ReadAsync(ITables tables, DateOnly from, DateOnly to)
    {
        var table = await tables.QueryAsync(
            """
            SELECT count(DISTINCT d.story_id) AS stories, count(DISTINCT (d._source, d._item_id)) AS reports, count(DISTINCT d._source) AS sources
            FROM classifications c JOIN document_stories d ON d._source = c._source AND d._item_id = c._item_id AND d._revision = c._revision
            WHERE d.published >= CAST($1 AS DATE) AND d.published < CAST($2 AS DATE) + 1 AND d.kind <> 'release'
            """,
            Days.Iso(from), Days.Iso(to)).ConfigureAwait(false);
        int Whole(string column) => Convert.ToInt32(table[column].Values[0], CultureInfo.InvariantCulture);
        return new CountedStories(Whole("stories"), Whole("reports"), Whole("sources"));
    }

    /// <summary><c>420 nyheter (513 rapporter) från sex källor</c>.</summary>
    public string In(string language)
    {
        string N(int number) => Wording.Number(number, language);
        return Phrases.IsSwedish(language)
            ? $"{N(Stories)} {(Stories == 1 ? "nyhet" : "nyheter")} ({N(Reports)} {(Reports == 1 ? "rapport" : "rapporter")}) från {Phrases.Count(Sources, language)} {(Sources == 1 ? "källa" : "källor")}"
            : $"{N(Stories)} {(Stories == 1 ? "story" : "stories")} ({N(Reports)} {(Reports == 1 ? "report" : "reports")}) from {Phrases.Count(Sources, language)} {(Sources == 1 ? "source" : "sources")}";
    }

    public IEnumerable<Evidence> Evidence(string period) =>
    [
        Of(Stories, period, "count of classified stories (story_id of document_stories) whose kind is not release"),
        Of(Reports, period, "count of their documents"),
        Of(Sources, period, "count of the sources of these documents"),
    ];

    private static Evidence Of(int value, string period, string formula) =>
        new() { Value = value, View = "classifications", Source = "*", Record = "published=" + period, Formula = formula };
}
