using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Plugins.Registers.Values;

/// <summary>What the cells of a row must not say of each other.</summary>
internal static class RowRules
{
    /// <summary>The columns at fault, each with its sentence. Cells that could not be read are not there, and say nothing.</summary>
    /// <param name="register">The register.</param>
    /// <param name="row">The row's fields.</param>
    /// <param name="unread">Columns whose cells could not be read.</param>
    /// <param name="names">What ids name.</param>
    public static IEnumerable<(string Column, string Sentence)> Faults(
        Register register, IReadOnlyDictionary<string, string> row, IReadOnlySet<string> unread, KnownNames names)
    {
        bool Lacks(string column) => !row.ContainsKey(column) && !unread.Contains(column);
        switch (register.Id)
        {
            case "needs":
                return Late(row, "until", "since");
            case "partners":
                return [.. Late(row, "agreement_until", "since"), .. Late(row, "last_contact", "since"), .. Late(row, "next_contact", "last_contact"), .. Country(row, names)];
            case "applications":
                return [.. Late(row, "decided", "submitted"), .. Late(row, "deadline", "submitted"), .. Application(row, Lacks)];
            case "activities":
                return [.. Late(row, "ends", "starts"), .. Late(row, "followed_up", "starts"), .. Activity(row, Lacks)];
            case "decisions":
                return Late(row, "due", "decided");
            default:
                return [];
        }
    }

    private static IEnumerable<(string Column, string Sentence)> Application(IReadOnlyDictionary<string, string> row, Func<string, bool> lacks)
    {
        var outcome = row.GetValueOrDefault("outcome");
        if (Amount(row, "granted") is { } granted && Amount(row, "applied") is { } applied && granted > applied)
            yield return ("granted", $"More is granted ({row["granted"]}) than was applied for ({row["applied"]}): correct one of them.");
        if (row.ContainsKey("granted") && outcome is not null and not "granted")
            yield return ("granted", $"An amount is granted, and the outcome is '{outcome}': correct one of them.");
        if (row.ContainsKey("decided") && (outcome is "planned" or "submitted"))
            yield return ("outcome", $"It was decided on {row["decided"]}, and the outcome is '{outcome}': write what became of it.");
        if (outcome is "submitted" && lacks("submitted"))
            yield return ("submitted", "The outcome is 'submitted', and the day is missing: write when it was submitted.");
    }

    private static IEnumerable<(string Column, string Sentence)> Activity(IReadOnlyDictionary<string, string> row, Func<string, bool> lacks)
    {
        var status = row.GetValueOrDefault("status");
        if (status is "ended" && lacks("ends"))
            yield return ("ends", "The status is 'ended', and the end is missing: write when it ended.");
        if (row.ContainsKey("result") && lacks("ends"))
            yield return ("ends", "There is a result, and the end is missing: write when it ended, or is to end.");
        if (row.ContainsKey("outcome") && lacks("result"))
            yield return ("outcome", "There is an outcome without a result: write what it led to.");
        if (row.ContainsKey("result") && status is "planned")
            yield return ("status", "There is a result, and the status is 'planned': correct one of them.");
        if (Amount(row, "own_cost") is { } own && Amount(row, "budget") is { } budget && own > budget)
            yield return ("own_cost", $"The own cost ({row["own_cost"]}) is more than the whole budget ({row["budget"]}): correct one of them.");
    }

    private static IEnumerable<(string Column, string Sentence)> Country(IReadOnlyDictionary<string, string> row, KnownNames names)
    {
        if (row.TryGetValue("place", out var place) && row.TryGetValue("country", out var country) && names.Countries.TryGetValue(place, out var its) && its != country)
            yield return ("country", $"The place '{place}' is in {its} by the policy, and the row says {country}: correct one of them.");
    }

    private static IEnumerable<(string Column, string Sentence)> Late(IReadOnlyDictionary<string, string> row, string later, string earlier)
    {
        // Of what is known as a year or month only, the kinder reading counts: 2026 may end after 2026-05.
        if (row.TryGetValue(later, out var end) && row.TryGetValue(earlier, out var start) && string.CompareOrdinal(Last(end), First(start)) < 0)
            yield return (later, $"{end} lies before {earlier} ({start}): correct one of them.");
    }

    private static string First(string when) => when.Length switch { 4 => $"{when}-01-01", 7 => $"{when}-01", _ => when };

    private static string Last(string when) => when.Length switch { 4 => $"{when}-12-31", 7 => $"{when}-31", _ => when };

    private static decimal? Amount(IReadOnlyDictionary<string, string> row, string column) =>
        row.TryGetValue(column, out var text) ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;
}
