namespace Foresight.Sdk;

/// <summary>Records that are stored together, in one commit with the cursor that follows them.</summary>
public abstract class RecordBatch
{
    private const int MostFields = 1_000;
    private const int LongestField = 100;

    /// <summary>Where the next run may go on once this batch is stored; null leaves the cursor where it is.</summary>
    public Cursor? Next { get; init; }

    /// <summary>Items of the answer that could not be read, each with its reason. They are counted in the load and kept in quarantine.</summary>
    public IReadOnlyList<Rejection> Rejections { get; init; } = [];

    /// <summary>What the answer says of itself (a feed's header, a dataset's title); null where it says nothing.</summary>
    public AnswerAbout? About { get; init; }

    /// <summary>
    /// The address whose answer the batch was read from, where a source reads several answers before it yields their batches; null for the answer that was
    /// read last.
    /// </summary>
    public Uri? ReadFrom { get; init; }

    /// <summary>
    /// Whether this load has now given all that the source holds (of the batch's dataset): rows of earlier loads that did not come
    /// again are retired when the load ends well, unless more of them are missing than the entry allows.
    /// </summary>
    public bool EndsSnapshot { get; init; }

    /// <summary>
    /// The names of the fields that the items of the answer had, those too that the source does not read; null where it does not
    /// say. The host tells of new fields and of those that vanish. Names are brought onto one line and cut; of more than 1,000 the first count.
    /// </summary>
    public IReadOnlyList<string>? Fields
    {
        get;
        init => field = value is null ? null : [.. value.Select(name => SourceRequests.OneLine(name, LongestField)).Distinct(StringComparer.Ordinal).Take(MostFields)];
    }
}

/// <summary>What an answer says of itself.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Link">The page that it belongs to.</param>
/// <param name="Language">Its language, BCP 47.</param>
/// <param name="Updated">When it was last changed.</param>
public sealed record AnswerAbout(string? Title, Uri? Link, string? Language, Moment? Updated)
{
    /// <summary>How long it may be kept before one asks again (a feed's ttl); null where it does not say.</summary>
    public TimeSpan? TimeToLive { get; init; }
}

/// <summary>An item that could not be read.</summary>
/// <param name="Where">The place in the answer: an item's id, or a line or item number.</param>
/// <param name="Reason">One sentence.</param>
public sealed record Rejection(string Where, string Reason)
{
    private const int Longest = 490;

    /// <summary>One sentence. What it quotes of the item is brought onto one line and cut.</summary>
    public string Reason { get; init; } = SourceRequests.OneLine(Reason, Longest);

    /// <summary>The item as it came, where it is short; the host keeps it in quarantine.</summary>
    public string? Item { get; init; }
}

/// <summary>A batch of documents.</summary>
public sealed class DocumentBatch : RecordBatch
{
    /// <summary>The documents, ids unique within the batch.</summary>
    public required IReadOnlyList<Document> Documents { get; init; }
}
