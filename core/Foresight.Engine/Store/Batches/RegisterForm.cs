using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Engine.Store.Batches;

/// <summary>
/// The form in which a register's values are stored. Any plugin may give registers, and what is read of them later (days, sums, whether a row is an example)
/// trusts that form: a value in another is refused at the door, or it would break every brief.
/// </summary>
internal static class RegisterForm
{
    /// <summary>Whether a text is such a value.</summary>
    public static bool Fits(RegisterColumn column, string text) => column.Kind switch
    {
        RegisterValue.Day => IsDay(text),
        RegisterValue.When => IsDay(text.Length switch { 4 => text + "-01-01", 7 => text + "-01", _ => text }),
        RegisterValue.Amount => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        RegisterValue.YesNo => text is "true" or "false",
        RegisterValue.One when column.Words.Count > 0 => column.Words.Any(word => word.Id == text),
        _ => true,
    };

    /// <summary>What is due, as a sentence names it.</summary>
    public static string Of(RegisterColumn column) => column.Kind switch
    {
        RegisterValue.Day => "a day as 2026-03-12",
        RegisterValue.When => "a year, month or day as 2026, 2026-03 or 2026-03-12",
        RegisterValue.Amount => "an amount as 1234567.5",
        RegisterValue.YesNo => "true or false",
        _ => "one of " + string.Join(", ", column.Words.Select(word => word.Id)),
    };

    private static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
