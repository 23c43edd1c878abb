using Foresight.Engine.Stories;

namespace Foresight.Engine.Classify.Labelling;

/// <summary>
/// Chooses among documents those whose labels together would teach most: greedily, so that the same documents give the same choice. Areas and languages
/// take turns, and what is like something chosen counts for less.
/// </summary>
internal static class QueueChoice
{
    /// <summary>Texts that share so much of their words are copies of each other, or nearly.</summary>
    public const double Copy = 0.5;

    /// <summary>A document less near to every threshold than this comes after all others: turns alone do not bring it in.</summary>
    public const double Near = 0.25;

    /// <summary>The chosen documents, in the order in which they should be labelled: those on which people disagree, then the others.</summary>
    /// <param name="items">The documents; the order does not matter.</param>
    /// <param name="count">How many at most.</param>
    public static IReadOnlyList<QueueItem> Choose(IEnumerable<QueueItem> items, int count)
    {
        var waiting = items.Select(item => new Candidate(item))
            .OrderByDescending(one => one.Item.Score).ThenBy(one => one.Item.Source, StringComparer.Ordinal).ThenBy(one => one.Item.ItemId, StringComparer.Ordinal).ToList();
        var choice = new Choice(waiting, count);
        // Two that are alike and on which people disagree are two questions: their labels are asked for, whatever the texts.
        foreach (var disputed in waiting.Where(one => one.Item.Disagreement is not null).ToList())
            choice.Take(disputed);
        choice.Fill(one => one.Item.Nearness >= Near);
        choice.Fill(_ => true);
        return choice.Chosen;
    }

    private sealed class Choice(List<Candidate> waiting, int count)
    {
        private readonly Dictionary<string, int> _turns = new(StringComparer.Ordinal);

        public List<QueueItem> Chosen { get; } = [];

        public void Fill(Func<Candidate, bool> which)
        {
            while (Chosen.Count < count)
            {
                var next = waiting.Where(one => which(one) && one.Alike < Copy)
                    .GroupBy(one => one.Cell, StringComparer.Ordinal)
                    .Select(cell => cell.MaxBy(one => one.Worth)!)
                    .OrderBy(one => Turns(one.Cell)).ThenBy(one => Turns(one.Item.Area)).ThenBy(one => Turns("/" + one.Item.Language))
                    .ThenByDescending(one => one.Worth).ThenBy(one => one.Cell, StringComparer.Ordinal)
                    .FirstOrDefault();
                if (next is null)
                    return;
                Take(next);
            }
        }

        public void Take(Candidate next)
        {
            if (Chosen.Count >= count)
                return;
            Chosen.Add(next.Item);
            waiting.Remove(next);
            foreach (var key in (string[])[next.Cell, next.Item.Area, "/" + next.Item.Language])
                _turns[key] = Turns(key) + 1;
            foreach (var one in waiting)
                one.Compare(next);
        }

        private int Turns(string key) => _turns.GetValueOrDefault(key);
    }

    private sealed class Candidate(QueueItem item)
    {
        private readonly ulong[] _words = HashSets.Of<ulong>(
            StoryWords.Of($"{item.Title}. {item.Lead}").Where(StoryWords.Tells).Select(word => MinHash.Of(word.Stem)).ToArray());

        public QueueItem Item => item;

        public string Cell { get; } = $"{item.Area}/{item.Language}";

        /// <summary>How like it is to what was chosen: 0 to 1.</summary>
        public double Alike { get; private set; }

        public double Worth => item.Score * (1 - Alike);

        public void Compare(Candidate other)
        {
            var shared = HashSets.Shared(_words, other._words);
            if (shared > 0)
                Alike = Math.Max(Alike, (double)shared / (_words.Length + other._words.Length - shared));
        }
    }
}
