namespace Foresight.Sdk;

/// <summary>Something that is changing or due, in a sentence with its numbers.</summary>
public sealed record Signal
{
    /// <summary>Stable id: the same finding on the same series has the same id in the next run.</summary>
    public required string Id { get; init; }

    /// <summary>What it is: <c>indicator</c>, <c>forecast</c>, <c>trade</c>, <c>funding</c>, <c>attention</c>, <c>term</c>, <c>date</c>, or a plugin's own word.</summary>
    public required string Kind { get; init; }

    /// <summary>The focus area that it informs; null where it informs several or none.</summary>
    public string? FocusArea { get; init; }

    /// <summary>The finding as one sentence with its numbers.</summary>
    public required LocalText Headline { get; init; }

    /// <summary>What a reader must know to read it rightly; null for nothing.</summary>
    public LocalText? Caveat { get; init; }

    /// <summary>How much it deserves to be read, 0 to 1; used for order only.</summary>
    public required double Weight { get; init; }

    /// <summary>The id of the chart entry that shows it, where there is one.</summary>
    public string? Chart { get; init; }

    /// <summary>Where every number in it comes from.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>How far up the ladder from a single sign to a driving force; a machine's proposal until a person confirms it.</summary>
    public SignalLevel Level { get; init; }

    /// <summary>The factor of a scan that it belongs to; null where it cannot be told.</summary>
    public Steep? Steep { get; init; }

    /// <summary>When it would matter; null where it cannot be told.</summary>
    public Horizon? Horizon { get; init; }

    /// <summary>How much it would matter to us; null where it cannot be told.</summary>
    public Grade? Impact { get; init; }

    /// <summary>How unsure it is that it comes; null where it cannot be told.</summary>
    public Grade? Uncertainty { get; init; }

    /// <summary>How far the sources behind it are trusted; null leaves it to the host, which goes by the policy.</summary>
    public Reliability? Reliability { get; init; }

    /// <summary>
    /// How credible the claim itself is, whoever makes it: 1 confirmed by others, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be
    /// judged (the second sign of the Admiralty code, NATO AJP-2.1). Null leaves it to the host, which goes by the number of publishers.
    /// </summary>
    public int? Credibility { get; init; }

    /// <summary>How many publishers tell it independently of each other; null where it is not told by publishers.</summary>
    public int? Publishers { get; init; }

    /// <summary>The numbers behind it with their uncertainty.</summary>
    public IReadOnlyList<SignalFigure> Figures { get; init; } = [];

    /// <summary>The page of <c>docs/methods</c> that explains how it was found, without its ending.</summary>
    public string? Method { get; init; }

    /// <summary>Ids of the signals beneath it on the ladder.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];
}

/// <summary>A number behind a signal.</summary>
/// <param name="Name">What it is, in English words with hyphens: <c>slope-per-year</c>, <c>p-value</c>.</param>
/// <param name="Value">The value.</param>
public sealed record SignalFigure(string Name, double Value)
{
    /// <summary>The lower end of its interval; null where it has none.</summary>
    public double? Low { get; init; }

    /// <summary>The upper end of its interval.</summary>
    public double? High { get; init; }

    /// <summary>How often such an interval holds the truth: 0.95.</summary>
    public double? Confidence { get; init; }

    /// <summary>The unit; null for a plain number.</summary>
    public string? Unit { get; init; }

    /// <summary>How it was computed, in a few words: <c>Theil–Sen</c>.</summary>
    public string? Method { get; init; }
}
