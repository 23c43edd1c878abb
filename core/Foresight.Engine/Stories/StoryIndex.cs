namespace Foresight.Engine.Stories;

/// <summary>How a document came to its story.</summary>
public enum StoryJoin
{
    /// <summary>It is the story's first.</summary>
    First,

    /// <summary>By its number as a press release.</summary>
    Number,

    /// <summary>By its address.</summary>
    Address,

    /// <summary>By what it says.</summary>
    Text,
}

/// <summary>A story: the id of its first document, and that document's day.</summary>
/// <param name="Id">The first document's source and id: <c>source/id</c>.</param>
/// <param name="Day">Its day.</param>
public sealed record Story(string Id, DateOnly Day);

/// <summary>A document's place in a story.</summary>
/// <param name="Story">The story.</param>
/// <param name="By">How it came there.</param>
/// <param name="Similarity">How alike it is to the document that it was matched with, 0 to 1.</param>
/// <param name="Numbers">Its numbers as a press release.</param>
public sealed record StoryPlace(Story Story, StoryJoin By, double Similarity, IReadOnlyList<string> Numbers);

/// <summary>
/// Knows documents and their stories, and finds the story of another one. The same documents in the same order give the same stories.
/// What one document costs does not grow with the number of those that are known: see <see cref="StoryWeek"/>.
/// </summary>
public sealed class StoryIndex
{
    /// <summary>So many days from its first document a story is over.</summary>
    public const int WindowDays = 7;

    private const int DaysTogether = WindowDays + 1;

    // Those that share the most, and the rarest, bands; see docs/ingest.md for what it costs in found pairs.
    private const int MostCompared = 64;

    private readonly SortedDictionary<int, StoryWeek> _weeks = [];
    private readonly Dictionary<string, Story> _numbers = new(StringComparer.Ordinal);
    private int _noted;
    private int _searches;

    /// <summary>The numbers as a press release that a document carries.</summary>
    public static IReadOnlyList<string> NumbersOf(StoryDocument document) => StoryKeys.NumbersOf(document);

    /// <summary>Notes the story of a press release's number.</summary>
    public void AddNumber(string number, Story story) => _numbers.TryAdd(number, story);

    /// <summary>Notes a document whose story is known.</summary>
    public void Add(StoryDocument document, Story story) => Add(new StoryText(document), story);

    /// <summary>Finds the story of a document, or founds one, and notes it.</summary>
    public StoryPlace Place(StoryDocument document)
    {
        var text = new StoryText(document);
        var place = Find(text) ?? new StoryPlace(new Story($"{document.Source}/{document.Id}", document.Day), StoryJoin.First, 1, text.Numbers);
        Add(text, place.Story);
        return place;
    }

    /// <summary>Forgets stories that no document of this day or a later one can join by its text or address.</summary>
    public void Forget(DateOnly before)
    {
        foreach (var week in _weeks.Keys.TakeWhile(week => week < WeekOf(before.DayNumber - WindowDays)).ToList())
        {
            _weeks.Remove(week);
        }
    }

    private StoryPlace? Find(StoryText text)
    {
        foreach (var number in text.Numbers)
        {
            if (_numbers.TryGetValue(number, out var story))
            {
                return new StoryPlace(story, StoryJoin.Number, 1, text.Numbers);
            }
        }

        var weeks = WeeksAround(text.Document.Day);
        // Two releases with numbers of their own are two stories, whatever they share.
        if (text.Address is { } address
            && weeks.SelectMany(week => week.At(address)).Where(known => known.Text.Document.Source != text.Document.Source && IsNear(text, known.Story))
                .MinBy(known => known.Number) is { Story: var there })
        {
            return new StoryPlace(there, StoryJoin.Address, 1, text.Numbers);
        }

        var best = Candidates(text, weeks).Select(known => (known.Story, Similarity: known.Text.Match(text)))
            .Where(known => known.Similarity is not null)
            .OrderByDescending(known => known.Similarity).ThenBy(known => known.Story.Day).ThenBy(known => known.Story.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Story is null ? null : new StoryPlace(best.Story, StoryJoin.Text, best.Similarity!.Value, text.Numbers);
    }

    private IEnumerable<StoryMember> Candidates(StoryText text, List<StoryWeek> weeks)
    {
        _searches++;
        var found = new List<StoryMember>();
        foreach (var week in weeks)
        {
            foreach (var band in text.Bands)
            {
                var sharing = week.WithBand(band);
                // What few share tells more; and of a band that many share some who have it are not known.
                var weight = StoryWeek.MostOfABand / Math.Max(1, sharing.Count);
                foreach (var known in sharing)
                {
                    if (known.Met.Search == _searches)
                    {
                        known.Met = (_searches, known.Met.Weight + weight);
                    }
                    else
                    {
                        known.Met = (_searches, weight);
                        found.Add(known);
                    }
                }
            }
        }

        found.RemoveAll(known => !IsNear(text, known.Story) || (text.Numbers.Count > 0 && known.Text.Numbers.Count > 0));
        return found.Count <= MostCompared ? found : found.OrderByDescending(known => known.Met.Weight).ThenBy(known => known.Number).Take(MostCompared);
    }

    private static bool IsNear(StoryText text, Story story) => Math.Abs(text.Document.Day.DayNumber - story.Day.DayNumber) <= WindowDays;

    private static int WeekOf(int day) => day / DaysTogether;

    private List<StoryWeek> WeeksAround(DateOnly day)
    {
        var weeks = new List<StoryWeek>();
        for (var week = WeekOf(day.DayNumber - WindowDays); week <= WeekOf(day.DayNumber + WindowDays); week++)
        {
            if (_weeks.TryGetValue(week, out var known))
            {
                weeks.Add(known);
            }
        }

        return weeks;
    }

    private void Add(StoryText text, Story story)
    {
        var week = WeekOf(story.Day.DayNumber);
        (_weeks.TryGetValue(week, out var known) ? known : _weeks[week] = new StoryWeek()).Add(new StoryMember(text, story, _noted++));
        foreach (var number in text.Numbers)
        {
            _numbers.TryAdd(number, story);
        }
    }
}
