using Foresight.Sdk;

namespace Foresight.Plugins.FundingCalls.Sedia;

/// <summary>Makes one call of a topic's rows: its languages, and the news about it.</summary>
/// <param name="languages">The languages, the preferred one first.</param>
internal sealed class TopicFold(IReadOnlyList<string> languages)
{
    private readonly Dictionary<string, Topic> topics = new(StringComparer.Ordinal);
    private readonly HashSet<string> references = new(StringComparer.Ordinal);

    /// <summary>The number of rows so far, each counted once.</summary>
    public int Rows => references.Count;

    /// <summary>Takes a row in; one that came before is passed over.</summary>
    public void Add(SediaRow row)
    {
        if (!references.Add(row.Reference))
            return;
        if (!topics.TryGetValue(row.Topic, out var topic))
            topics[row.Topic] = topic = new Topic();
        if (row.Call is null)
            topic.News.AddRange(row.News);
        else if (topic.Best is null || Rank(row) < Rank(topic.Best))
            topic.Best = row;
    }

    /// <summary>The calls, in the order in which their topics came.</summary>
    public IEnumerable<FundingCall> Calls() => topics.Values.Where(topic => topic.Best is not null).Select(topic => topic.ToCall());

    /// <summary>Topics of which there were news only.</summary>
    public IEnumerable<Rejection> Orphans() => topics.Where(pair => pair.Value.Best is null)
        .Select(pair => new Rejection(pair.Key, "There are news of this topic, but not the topic: it has another state or type than was asked for."));

    private int Rank(SediaRow row)
    {
        for (var i = 0; i < languages.Count; i++)
        {
            if (string.Equals(languages[i], row.Call!.Language, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return languages.Count;
    }

    private sealed class Topic
    {
        public SediaRow? Best { get; set; }

        public List<TopicNews> News { get; } = [];

        // A topic's own row repeats the news in its own language; rows of news count where it does not.
        public FundingCall ToCall()
        {
            var told = (Best!.News.Count > 0 ? Best.News : News).OrderByDescending(one => one.At?.Start).Select(one => one.Text);
            return Best.Call! with
            {
                Text = string.Join("\n\n", told.Prepend(Best.Call.Text).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)),
                Updated = Best.News.Concat(News).Select(one => one.At).OfType<Moment>().OrderByDescending(at => at.Start).Select(at => (Moment?)at).FirstOrDefault(),
            };
        }
    }
}
