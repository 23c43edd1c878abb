namespace Foresight.Engine.Classify.Drift;

/// <summary>From where on drift is told as an alarm: all in one place (docs/classification.md says where they come from).</summary>
public static class DriftBounds
{
    /// <summary>A month with fewer documents says nothing.</summary>
    public const int LeastDocuments = 50;

    /// <summary>Fewer documents are no measure for a month.</summary>
    public const int LeastReference = 150;

    /// <summary>The months that a month is measured by.</summary>
    public const int ReferenceMonths = 12;

    /// <summary>
    /// How far the words of a month may lie from those of the months before (Jensen-Shannon divergence, 0 to 1) beyond what as many documents
    /// drawn from those do.
    /// </summary>
    public const double Words = 0.08;

    /// <summary>By how much the share of words that the labelled texts do not have may grow.</summary>
    public const double Unknown = 0.08;

    /// <summary>How far the probabilities of an area may lie from those of the months before: the population stability index.</summary>
    public const double Scores = 0.25;

    /// <summary>How much worse one language may be judged than the other on the same texts.</summary>
    public const double Parity = Current.Parity.Bound;
}
