using System.Globalization;

namespace Foresight.Engine.Classify.Labelling;

/// <summary>What is asked of the queue.</summary>
/// <param name="Count">How many documents, 1 to 1,000.</param>
public sealed record QueueQuestion(int Count)
{
    /// <summary>Only documents in this language: <c>sv</c> or <c>en</c>; null for both, and those of which none is known.</summary>
    public string? Language { get; init; }

    /// <summary>Only nearness to this focus area counts; null for all.</summary>
    public string? Area { get; init; }

    /// <summary>Leaves out what this person has judged; null for what anybody has.</summary>
    public string? Person { get; init; }

    /// <summary>Asks for documents that one other person has judged instead of those that nobody has, to see how far people agree.</summary>
    public bool Second { get; init; }
}

/// <summary>A document whose label would teach much, and why.</summary>
/// <param name="Source">The source entry.</param>
/// <param name="ItemId">Its id there.</param>
/// <param name="Revision">Its latest revision.</param>
/// <param name="Title">The title; may be empty.</param>
/// <param name="Language"><c>sv</c>, <c>en</c> or <c>unknown</c>.</param>
/// <param name="Area">The focus area whose threshold it is nearest to.</param>
/// <param name="Score">How much its label would teach, 0 to 1, before it is compared with others.</param>
public sealed record QueueItem(string Source, string ItemId, int Revision, string Title, string Language, string Area, double Score)
{
    /// <summary>How commands name it.</summary>
    public string Id => $"{Source}/{ItemId}";

    /// <summary>The beginning of the text.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Its page, where known.</summary>
    public string? Url { get; init; }

    /// <summary>The day of publication, or the day on which it was first seen.</summary>
    public DateOnly Day { get; init; }

    /// <summary>How many days ago that was; 0 for days to come.</summary>
    public int AgeDays { get; init; }

    /// <summary>The probability for the area.</summary>
    public double Probability { get; init; }

    /// <summary>The area's threshold.</summary>
    public double Threshold { get; init; }

    /// <summary>How near the probability is to the threshold: 1 at it, 0 at probabilities of 0 and 1.</summary>
    public double Nearness { get; init; }

    /// <summary>Who said what, where as many people say one thing as another; else null.</summary>
    public string? Disagreement { get; init; }

    /// <summary>Why it is in the queue, in words.</summary>
    public string Why => string.Join("; ", new[] { Disagreement is null ? null : $"people disagree: {Disagreement}", Near, Age, LanguageName }.OfType<string>());

    private string Near => Threshold <= 0 ? "no verdict of the model"
        : $"{Closeness} {Area} ({Share(Probability)}, from {Share(Threshold)})";

    private string Closeness => (Probability >= Threshold, Nearness) switch
    {
        (true, >= 0.75) => "just",
        (true, _) => "likely",
        (false, >= 0.75) => "nearly",
        (false, >= 0.5) => "perhaps",
        _ => "hardly",
    };

    private string Age => AgeDays switch { 0 => "new today", 1 => "1 day old", _ => string.Create(CultureInfo.InvariantCulture, $"{AgeDays} days old") };

    private string LanguageName => Language switch { "sv" => "Swedish", "en" => "English", "unknown" => "language unknown", _ => Language };

    /// <summary>A share as <c>.46</c>.</summary>
    public static string Share(double share) => share >= 0.995 ? "1.00" : share.ToString(".00", CultureInfo.InvariantCulture);
}
