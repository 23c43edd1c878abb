using Foresight.Engine.Classify.Current;
using Foresight.Sdk;

namespace Foresight.Engine.Classify.Drift;

/// <summary>How the documents and their verdicts change by month of publication (of fetching, where a document has none).</summary>
/// <param name="Model">The model's version.</param>
/// <param name="Months">The months with enough documents, the oldest first.</param>
/// <param name="TooFew">The months with too few.</param>
/// <param name="Parity">How the model judges Swedish and English on the fixed test; null where that is not known.</param>
/// <param name="Alarms">What is past its bound in the newest of the months, or in parity.</param>
public sealed record DriftReport(string Model, IReadOnlyList<DriftMonth> Months, IReadOnlyList<string> TooFew, Parity? Parity, IReadOnlyList<LocalText> Alarms);

/// <summary>A month.</summary>
/// <param name="Month">Such as <c>2026-09</c>.</param>
/// <param name="Documents">The number of its documents that have a verdict.</param>
/// <param name="Reference">The number of documents of the months that it is measured by; below <see cref="DriftBounds.LeastReference"/> nothing is measured.</param>
/// <param name="Unknown">The share of its words that the labelled texts do not have.</param>
/// <param name="UnknownBefore">The same of the months that it is measured by; null where these are too few.</param>
/// <param name="Words">How far its words lie from theirs, beyond chance; null where these are too few.</param>
/// <param name="CannotSay">The share of the verdicts that the model left open.</param>
/// <param name="Areas">The verdicts by focus area.</param>
public sealed record DriftMonth(
    string Month, int Documents, int Reference, double Unknown, double? UnknownBefore, double? Words, double CannotSay, IReadOnlyDictionary<string, DriftArea> Areas);

/// <summary>The verdicts of a month on a focus area.</summary>
/// <param name="Share">The share of the documents that belong.</param>
/// <param name="Probability">The mean probability.</param>
/// <param name="Scores">The population stability index against the months that it is measured by; null where these are too few.</param>
/// <param name="Chance">What that index exceeds once in a thousand by chance; null likewise.</param>
public sealed record DriftArea(double Share, double Probability, double? Scores, double? Chance);
