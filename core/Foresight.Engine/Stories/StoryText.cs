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
    private readonly ulong[] _title;
    private readonly ulong[] _body;
    private readonly string[] _titleWords;
    private readonly ulong[] _titleRoots;
    private readonly uint[] _roots;

    public StoryText(StoryDocument document)
    {
        // The text itself has said what it has to say.
        Document = document with { Text = "" };
        Language = document.Language?.Split('-')[0].ToLowerInvariant();
        Numbers = StoryKeys.NumbersOf(document);
        Address = StoryKeys.AddressOf(document.Url);
        var title = StoryWords.Of(document.Title);
        var body = StoryWords.Of(document.Text);
        _marks = new StoryMarks(document, title, body);
        _titleWords = [.. title.Where(StoryWords.Tells).Select(word => word.Stem)];
        _titleRoots = [.. _titleWords.Where(word => !char.IsDigit(word[0])).Select(Root)];
        var titleHashes = _titleWords.Select(Root).ToArray();
        _title = HashSets.Of<ulong>(titleHashes);
        _roots = HashSets.Of<uint>(title.Concat(body).Select(word => (uint)Root(word.Stem)).ToArray());
        var triples = Triples(body);
        _body = HashSets.Of<ulong>(triples);
        Bands = BandsOf(titleHashes, triples);
    }

    public StoryDocument Document { get; }

    public string? Language { get; }

    public IReadOnlyList<string> Numbers { get; }

    public string? Address { get; }

    /// <summary>Texts that share one of these may be alike; the more they share, the more alike.</summary>
    public ulong[] Bands { get; }

    /// <summary>How alike two texts are, 0 to 1; null where they tell different stories.</summary>
    public double? Match(StoryText other)
    {
        if ((Language is { } one && other.Language is { } two && one != two)
            || (Document.Due is { } due && other.Document.Due is { } otherDue && due != otherDue)
            || _marks.Oppose(other._marks))
        {
            return null;
        }

        var shared = HashSets.Shared(_title, other._title);
        var titles = shared == 0 ? 0 : (double)shared / (_title.Length + other._title.Length - shared);
        var fewer = Math.Min(_body.Length, other._body.Length);
        var common = HashSets.Shared(_body, other._body);
        var contained = fewer == 0 ? 0 : (double)common / fewer;
        var alike = common == 0 ? 0 : (double)common / (_body.Length + other._body.Length - common);
        var same = _titleWords.AsSpan().SequenceEqual(other._titleWords);
        if (titles >= 0.4 && contained < 0.8 && Swaps(other) && other.Swaps(this))
        {
            return null;
        }

        return IsSame(other, titles, contained, alike, fewer, same, Math.Min(_title.Length, other._title.Length)) ? Math.Max(titles, Math.Max(contained, alike)) : null;
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
    private bool Swaps(StoryText other) => _titleRoots.Any(root => !HashSets.Has(other._roots, root));

    private static ulong Root(string word) => MinHash.Of(word.AsSpan(0, Math.Min(word.Length, RootLetters)));

    // What is wholly the same shares a key of its own: it is found among any number of texts that are nearly so.
    private static ulong[] BandsOf(ReadOnlySpan<ulong> title, ReadOnlySpan<ulong> triples)
    {
        var keys = new List<ulong>(TitleBands + (2 * BodyBands) + 2);
        MinHash.Bands(title, TitleBands, 1, keys);
        MinHash.Bands(triples[..Math.Min(triples.Length, Lead - 2)], BodyBands, 2, keys);
        MinHash.Bands(triples[..Math.Min(triples.Length, LongLead - 2)], BodyBands, 3, keys);
        if (title.Length > 0)
        {
            keys.Add(MinHash.Whole(title, 4));
        }

        if (triples.Length > 0)
        {
            keys.Add(MinHash.Whole(triples, 5));
        }

        return [.. keys];
    }

    private static ulong[] Triples(List<StoryWord> words)
    {
        var hashes = words.Take(MostWords).Select(word => MinHash.Of(word.Stem)).ToArray();
        var triples = new ulong[Math.Max(0, hashes.Length - 2)];
        for (var i = 0; i < triples.Length; i++)
        {
            triples[i] = MinHash.Mix(MinHash.Mix(hashes[i]) + hashes[i + 1]) + hashes[i + 2];
        }

        return triples;
    }
}
