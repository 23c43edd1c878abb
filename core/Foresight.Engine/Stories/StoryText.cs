namespace Foresight.Engine.Stories;

/// <summary>A document made ready to be compared: its words as sets of hashes, and what tells it from others of its template.</summary>
internal sealed class StoryText
{
    // Beyond this a text repeats what it has said; comparing more would only cost.
    private const int MostWords = 600;
    private const int Lead = 30;
    private const int LongLead = 120;
    // Beyond these letters words differ by grammar mostly: föreslår and föreslagit, proposes and proposed.
    private const int RootLetters = 5;
    private const int ShortBody = 6;
    private const int TitleBands = 12;
    private const int BodyBands = 20;

    private readonly StoryMarks _marks;
    private readonly HashSet<ulong> _title;
    private readonly HashSet<ulong> _body;
    private readonly string[] _titleWords;
    private readonly HashSet<string> _roots;

    public StoryText(StoryDocument document)
    {
        Document = document;
        Language = document.Language?.Split('-')[0].ToLowerInvariant();
        Numbers = StoryKeys.NumbersOf(document);
        Address = StoryKeys.AddressOf(document.Url);
        var title = StoryWords.Of(document.Title);
        var body = StoryWords.Of(document.Text);
        _marks = new StoryMarks(document, title, body);
        _titleWords = [.. title.Where(StoryWords.Tells).Select(word => word.Stem)];
        _title = [.. _titleWords.Select(Root).Select(MinHash.Of)];
        _roots = [.. title.Concat(body).Select(word => Root(word.Stem))];
        _body = Triples(body, MostWords);
        Bands =
        [
            .. MinHash.Bands(_title, TitleBands, 1), .. MinHash.Bands(Triples(body, Lead), BodyBands, 2), .. MinHash.Bands(Triples(body, LongLead), BodyBands, 3),
        ];
    }

    public StoryDocument Document { get; }

    public string? Language { get; }

    public IReadOnlyList<string> Numbers { get; }

    public string? Address { get; }

    /// <summary>Texts that share one of these may be alike.</summary>
    public IReadOnlyList<ulong> Bands { get; }

    /// <summary>How alike two texts are, 0 to 1; null where they tell different stories.</summary>
    public double? Match(StoryText other)
    {
        if ((Language is { } one && other.Language is { } two && one != two)
            || (Document.Due is { } due && other.Document.Due is { } otherDue && due != otherDue)
            || _marks.Oppose(other._marks))
        {
            return null;
        }

        var shared = _title.Count(other._title.Contains);
        var titles = shared == 0 ? 0 : (double)shared / (_title.Count + other._title.Count - shared);
        var (fewer, more) = _body.Count <= other._body.Count ? (_body, other._body) : (other._body, _body);
        var common = fewer.Count(more.Contains);
        var contained = fewer.Count == 0 ? 0 : (double)common / fewer.Count;
        var alike = common == 0 ? 0 : (double)common / (fewer.Count + more.Count - common);
        var same = _titleWords.AsSpan().SequenceEqual(other._titleWords);
        if (titles >= 0.4 && contained < 0.8 && Swaps(other) && other.Swaps(this))
        {
            return null;
        }

        return IsSame(other, titles, contained, alike, fewer.Count, same, Math.Min(_title.Count, other._title.Count)) ? Math.Max(titles, Math.Max(contained, alike)) : null;
    }

    private bool IsSame(StoryText other, double titles, double contained, double alike, int body, bool sameTitle, int titleWords)
    {
        // Releases of figures and calls are written from templates: only the same title makes them the same.
        var template = Document.Kind is "release" or "call" || other.Document.Kind is "release" or "call";
        if (body < ShortBody)
        {
            // Hardly more than titles to go by. Within one source alike titles are a series, not a repetition.
            return sameTitle ? titleWords > 1 : !template && Document.Source != other.Document.Source && titleWords > 3 && titles >= 0.75;
        }

        if (template || Document.Source == other.Document.Source)
        {
            return (sameTitle && contained >= 0.3) || (!template && ((titles >= 0.5 && contained >= 0.5) || (titles >= 0.3 && contained >= 0.6)));
        }

        return (titles >= 0.75 && contained >= 0.1) || (titles >= 0.5 && contained >= 0.2) || (titles >= 0.3 && contained >= 0.3)
            || (titles >= 0.1 && contained >= 0.4) || contained >= 0.7 || alike >= 0.5;
    }

    // The same title but for a word that the other text does not know at all: two goods, two towns, two posts.
    private bool Swaps(StoryText other) => _titleWords.Any(word => !char.IsDigit(word[0]) && !other._roots.Contains(Root(word)));

    private static string Root(string word) => word.Length > RootLetters ? word[..RootLetters] : word;

    private static HashSet<ulong> Triples(List<StoryWord> words, int most)
    {
        var triples = new HashSet<ulong>();
        for (var i = 2; i < Math.Min(words.Count, most); i++)
        {
            triples.Add(MinHash.Mix(MinHash.Mix(MinHash.Of(words[i - 2].Stem)) + MinHash.Of(words[i - 1].Stem)) + MinHash.Of(words[i].Stem));
        }

        return triples;
    }
}
