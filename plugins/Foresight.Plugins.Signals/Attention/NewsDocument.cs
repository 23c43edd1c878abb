namespace Foresight.Plugins.Signals.Attention;

/// <summary>A document as its words are counted.</summary>
internal sealed record NewsDocument
{
    public required NewsReport Report { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary><c>sv</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    public required string Story { get; init; }

    /// <summary>Whether it is its story's first report.</summary>
    public required bool BeginsStory { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Its week in the window.</summary>
    public required int Week { get; init; }
}
