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
        var waiting = items
            .OrderByDescending(item => item.Score).ThenBy(item => item.Source, StringComparer.Ordinal).ThenBy(item => item.ItemId, StringComparer.Ordinal)
            .Select(item => new Candidate(item)).ToArray();
        var choice = new Choice(waiting, count);
        // Two that are alike and on which people disagree are two questions: their labels are asked for, whatever the texts.
        foreach (var disputed in waiting.Where(one => one.Item.Disagreement is not null))
            choice.Take(disputed);
        choice.Fill(Near);
        choice.Fill(0);
        return choice.Chosen;
    }

    private sealed class Choice
    {
        private readonly Candidate[] _waiting;
        private readonly int _count;
        private readonly LikeTexts _texts;
        private readonly Dictionary<string, int> _turns = new(StringComparer.Ordinal);

        public Choice(Candidate[] waiting, int count)
        {
            (_waiting, _count) = (waiting, count);
            _texts = new LikeTexts(waiting.Select(one => $"{one.Item.Title}. {one.Item.Lead}"));
            foreach (var (i, one) in waiting.Index())
                one.Number = i;
        }

        public List<QueueItem> Chosen { get; } = [];

        public void Fill(double nearness)
        {
            var best = new Dictionary<string, Candidate>(StringComparer.Ordinal);
            while (Chosen.Count < _count)
            {
                best.Clear();
                foreach (var one in _waiting)
                {
                    if (!one.Taken && one.Alike < Copy && one.Item.Nearness >= nearness && (!best.TryGetValue(one.Cell, out var known) || one.Worth > known.Worth))
                        best[one.Cell] = one;
                }

                if (best.Count == 0)
                    return;
                Take(best.Values.OrderBy(one => Turns(one.Cell)).ThenBy(one => Turns(one.Item.Area)).ThenBy(one => Turns("/" + one.Item.Language))
                    .ThenByDescending(one => one.Worth).ThenBy(one => one.Cell, StringComparer.Ordinal).First());
            }
        }

        public void Take(Candidate next)
        {
            if (Chosen.Count >= _count)
                return;
            Chosen.Add(next.Item);
            next.Taken = true;
            foreach (var key in (string[])[next.Cell, next.Item.Area, "/" + next.Item.Language])
                _turns[key] = Turns(key) + 1;
            foreach (var (other, likeness) in _texts.LikeThis(next.Number))
                _waiting[other].Alike = Math.Max(_waiting[other].Alike, likeness);
        }

        private int Turns(string key) => _turns.GetValueOrDefault(key);
    }

    private sealed class Candidate(QueueItem item)
    {
        public QueueItem Item => item;

        public string Cell { get; } = $"{item.Area}/{item.Language}";

        public int Number { get; set; }

        public bool Taken { get; set; }

        /// <summary>How like it is to what was chosen: 0 to 1.</summary>
        public double Alike { get; set; }

        public double Worth => item.Score * (1 - Alike);
    }
}
