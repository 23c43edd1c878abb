namespace Foresight.Plugins.FocusClassifier;

/// <summary>
/// Reads a text once and tells each gram's slot, in four blocks of slots: words and word pairs; characters 3 to 5 inside words (with their
/// edges), which carry Swedish compounds that no word list holds; and the same two again for the lead (the title, or the first sentence).
/// </summary>
internal sealed class GramReader(int hashBits, int maxCharacters)
{
    /// <summary>Longest part of a word that is read: beyond it lie base64 and rubbish, not language.</summary>
    private const int MaxWord = 60;

    private const uint Seed = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>Blocks of slots, each scaled to its own length.</summary>
    public const int Blocks = 4;

    /// <summary>The first block of the lead; a slot of the lead lies this many blocks above the same gram's slot in the whole text.</summary>
    public const int LeadBlock = 2;

    /// <summary>All slots.</summary>
    public int Slots => Blocks << hashBits;

    /// <summary>The slots of one block.</summary>
    public int BlockSlots => 1 << hashBits;

    /// <summary>The block of a slot.</summary>
    public int BlockOf(int slot) => slot >> hashBits;

    /// <summary>The slot of the same gram in the whole text.</summary>
    public int WholeSlot(int slot) => slot & ((LeadBlock << hashBits) - 1);

    /// <summary>Reads a text into a sink.</summary>
    public void Read<TSink>(in Passage passage, ref TSink sink)
        where TSink : struct, IGramSink
    {
        Span<char> word = stackalloc char[MaxWord + 2];
        word[0] = '<';
        var (text, lead, body) = (passage.Text, passage.Lead, passage.Body);
        var end = Math.Min(passage.End, maxCharacters);
        var (wordHash, hasPrevious, previousWord) = (0u, false, 0u);
        for (var i = passage.Start; i < end;)
        {
            if (i >= lead && i < body)
            {
                i = body;
                continue;
            }

            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            var length = 0;
            var hash = Seed;
            for (; i < end && char.IsLetterOrDigit(text[i]); i++)
            {
                if (length == MaxWord)
                    continue;
                var letter = char.ToLowerInvariant(text[i]);
                word[++length] = letter;
                hash = (hash ^ letter) * Prime;
            }

            var leads = start < lead;
            sink.BeginWord(start, i - start);
            wordHash = hash;
            var slot = Slot(wordHash);
            sink.Add(slot);
            if (leads)
                sink.Add(slot + (LeadBlock << hashBits));
            if (hasPrevious)
            {
                slot = Slot((previousWord * 31) ^ (wordHash * Prime) ^ 0x9E3779B9u);
                sink.AddPair(slot);
                if (leads)
                    sink.AddPair(slot + (LeadBlock << hashBits));
            }

            (hasPrevious, previousWord) = (true, wordHash);
            word[length + 1] = '>';
            Characters(word[..(length + 2)], leads, ref sink);
        }
    }

    private void Characters<TSink>(ReadOnlySpan<char> word, bool leads, ref TSink sink)
        where TSink : struct, IGramSink
    {
        for (var i = 0; i + 3 <= word.Length; i++)
        {
            var hash = Seed;
            for (var n = 0; n < 5 && i + n < word.Length; n++)
            {
                hash = (hash ^ word[i + n]) * Prime;
                if (n < 2)
                    continue;
                var slot = (1 << hashBits) + Slot(hash + (uint)n);
                sink.Add(slot);
                if (leads)
                    sink.Add(slot + (LeadBlock << hashBits));
            }
        }
    }

    /// <summary>Mixes the hash so that all its bits reach the slot.</summary>
    private int Slot(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35;
        return (int)(hash >> (32 - hashBits));
    }
}

/// <summary>Takes the grams of a text, word by word.</summary>
internal interface IGramSink
{
    /// <summary>The word that the next grams belong to.</summary>
    void BeginWord(int start, int length);

    /// <summary>A gram inside the word.</summary>
    void Add(int slot);

    /// <summary>The pair of the word before and this word.</summary>
    void AddPair(int slot);
}
