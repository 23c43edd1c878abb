namespace Foresight.Engine.Stories;

/// <summary>A document whose story is known.</summary>
/// <param name="Text">It, ready to be compared.</param>
/// <param name="Story">Its story.</param>
/// <param name="Number">Its place in the order in which documents were noted.</param>
internal sealed record StoryMember(StoryText Text, Story Story, int Number)
{
    /// <summary>The search that met it last, and the weight of the bands that both have: kept here, for a search meets thousands.</summary>
    public (int Search, int Weight) Met { get; set; }
}

/// <summary>
/// The documents of some days' stories by what they may be found by. Bounded: a band that many have in common is a template's and tells
/// nothing, and a story needs no more than a few of its documents to be found.
/// </summary>
internal sealed class StoryWeek
{
    /// <summary>How many documents of a band are known.</summary>
    public const int MostOfABand = 64;

    private const int MostOfAStory = 4;

    private readonly Dictionary<ulong, Band> _bands = [];
    private readonly Dictionary<string, List<StoryMember>> _addresses = new(StringComparer.Ordinal);

    /// <summary>Those that share a band, the latest ones where there are many.</summary>
    public IReadOnlyList<StoryMember> WithBand(ulong band) => _bands.TryGetValue(band, out var known) ? known.Members : [];

    /// <summary>Those at an address, in order; of each source and day the first.</summary>
    public IReadOnlyList<StoryMember> At(string address) => _addresses.TryGetValue(address, out var known) ? known : [];

    public void Add(StoryMember member)
    {
        foreach (var band in member.Text.Bands)
        {
            (_bands.TryGetValue(band, out var known) ? known : _bands[band] = new Band()).Add(member);
        }

        if (member.Text.Address is { } address)
        {
            var there = _addresses.TryGetValue(address, out var known) ? known : _addresses[address] = [];
            if (!there.Exists(one => one.Story.Day == member.Story.Day && one.Text.Document.Source == member.Text.Document.Source))
            {
                there.Add(member);
            }
        }
    }

    private sealed class Band
    {
        private int _next;

        public List<StoryMember> Members { get; } = new(1);

        public void Add(StoryMember member)
        {
            var ofStory = 0;
            foreach (var one in Members)
            {
                ofStory += one.Story.Id == member.Story.Id ? 1 : 0;
            }

            if (ofStory >= MostOfAStory)
            {
                return;
            }

            if (Members.Count < MostOfABand)
            {
                Members.Add(member);
                return;
            }

            Members[_next] = member;
            _next = (_next + 1) % MostOfABand;
        }
    }
}
