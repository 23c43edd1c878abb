using System.Text;
using System.Text.RegularExpressions;

namespace Foresight.Engine.Classify.Labelling;

/// <summary>Who says it: initials or a role. The store holds no names of persons.</summary>
public static partial class PersonName
{
    private const int Longest = 40;

    private const string Instead = "Give initials or a role, such as AB or analyst-2.";

    /// <summary>Why it cannot be stored, as a sentence; null where it can.</summary>
    public static string? ProblemOf(string? given)
    {
        var name = given?.Trim() ?? "";
        return name.Length == 0 ? $"Nobody is named: --as (in a sheet the column who) says who judges. {Instead}"
            : name.Contains('@', StringComparison.Ordinal) ? $"An e-mail address is not stored: it names a person for good. {Instead}"
            : PersonalNumber().IsMatch(name) ? $"A personal identity number is not stored: it names a person for good. {Instead}"
            : name.Length > Longest ? $"'{name[..Longest]}…' is longer than {Longest} letters. {Instead}"
            : !Plain().IsMatch(name) ? $"'{OneLine(name)}' holds other signs than letters, digits, spaces, hyphens and full stops. {Instead}"
            : null;
    }

    /// <summary>The name as it is stored: up to four letters are initials, in capitals, so that ab and AB are one person.</summary>
    /// <exception cref="ConfigurationException">It cannot be stored; says why.</exception>
    public static string Read(string? given)
    {
        if (ProblemOf(given) is { } problem)
            throw new ConfigurationException([problem]);
        var name = given!.Trim().Normalize(NormalizationForm.FormC);
        return name.Length <= 4 && name.All(char.IsLetter) ? name.ToUpperInvariant() : name;
    }

    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter));

    // Six or eight digits of a day, and four more; also a coordination number (day + 60).
    [GeneratedRegex(@"(?<!\d)(\d{2})?\d{6}\s*[-+–]?\s*\d{4}(?!\d)")]
    private static partial Regex PersonalNumber();

    [GeneratedRegex(@"^[\p{L}\p{M}\d][\p{L}\p{M}\d .\-]*$")]
    private static partial Regex Plain();
}
