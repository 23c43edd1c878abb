namespace Foresight.Methods.Attention;

/// <summary>A term that was rare and now grows fast.</summary>
/// <param name="Term">The term.</param>
/// <param name="Stories">The stories that have it, now and before.</param>
/// <param name="Reports">The documents that have it, now and before.</param>
/// <param name="Publishers">The publishers that told a story of their own with it now.</param>
/// <param name="PValue">By Fisher's exact test (<see cref="RateChange.PValue"/>).</param>
/// <param name="Adjusted">The same over all terms that were tested, by Benjamini and Hochberg.</param>
public sealed record EmergingTerm(string Term, RateChange Stories, RateChange Reports, int Publishers, double PValue, double Adjusted);
