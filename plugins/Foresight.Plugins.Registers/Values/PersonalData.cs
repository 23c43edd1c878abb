using System.Globalization;
using System.Text.RegularExpressions;
using Foresight.Sdk;

namespace Foresight.Plugins.Registers.Values;

/// <summary>What tells of a person. Registers hold no personal data beyond a role; organisations and places may be named.</summary>
internal static partial class PersonalData
{
    private static readonly HashSet<string> Headings = new(StringComparer.Ordinal)
    {
        "name", "names", "namn", "person", "personer", "kontaktperson", "förnamn", "efternamn", "surname", "firstname", "lastname", "fullname", "epost", "epostadress",
        "email", "mail", "mejl", "telefon", "telefonnummer", "tel", "phone", "telephone", "mobil", "mobile", "mobilnummer", "personnummer", "samordningsnummer", "pnr", "födelsedatum",
        "birthdate", "handläggare",
    };

    /// <summary>Whether a column's heading asks for a person, as <c>Namn</c> or <c>e-post</c>.</summary>
    public static bool IsHeading(string heading)
    {
        var plain = Word.Plain(heading);
        return plain.Split(' ').Any(Headings.Contains) || Headings.Contains(plain.Replace(" ", "", StringComparison.Ordinal)) || plain is "personal number" or "date of birth";
    }

    /// <summary>Why such a column is refused.</summary>
    public static string HeadingRefusal(string heading, Register register) =>
        $"The column '{heading}' tells of persons, and registers hold no personal data beyond a role: delete it"
        + (register.Columns.FirstOrDefault(column => column.Name is "contact" or "role") is { } role && register != Register.Applications ? $", and write the role in '{role.Name}'." : ".");

    /// <summary>Why a value is refused; null where it tells of nobody.</summary>
    public static string? Fault(RegisterColumn column, string text)
    {
        if (EMail().IsMatch(text))
            return $"'{text}' holds an e-mail address: write the role, never how to reach a person.";
        if (column.Kind is not (RegisterValue.Text or RegisterValue.Many) || column.Name is "source")
            return null;
        if (PersonalNumber().Matches(text).Any(IsPersonalNumber))
            return "This holds what looks like a personal number (personnummer): registers hold no personal data beyond a role.";
        if (column.Name is not ("dnr" or "call_id" or "codes" or "signals" or "id") && Telephone().IsMatch(text))
            return $"'{text}' holds a telephone number: write the role, never how to reach a person.";
        return column.Name is "role" or "contact" && Names().IsMatch(text)
            ? $"'{text}' looks like a person's name: write the role in lower case, as in avfallsingenjör."
            : null;
    }

    // Organisation numbers have a "month" from 20; coordination numbers add 60 to the day.
    private static bool IsPersonalNumber(Match match)
    {
        var (month, day) = (Number(match, "m"), Number(match, "d"));
        var date = month is >= 1 and <= 12 && (day is >= 1 and <= 31 or >= 61 and <= 91);
        return date && (match.Groups["sign"].Length > 0 || HasCheckDigit(match.Groups["y"].Value + match.Groups["m"].Value + match.Groups["d"].Value + match.Groups["n"].Value));
    }

    private static bool HasCheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var weighed = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += weighed > 9 ? weighed - 9 : weighed;
        }

        return sum % 10 == 0;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[\p{L}0-9._%+-]+@[\p{L}0-9-]+\.[\p{L}0-9.-]+", RegexOptions.CultureInvariant)]
    private static partial Regex EMail();

    [GeneratedRegex(@"(?<![0-9])(19|20)?(?<y>[0-9]{2})(?<m>[0-9]{2})(?<d>[0-9]{2})(?<sign>[-+]?)(?<n>[0-9]{4})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex PersonalNumber();

    [GeneratedRegex(@"(?<![0-9])(\+[1-9][0-9]{0,2}[ -]?(\(0\))?[0-9][0-9 -]{5,12}[0-9]|0[1-9][0-9]{0,2}[- ][0-9][0-9 ]{4,9}[0-9]|07[0-9]{8})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();

    // Alone, or before a role: "Anna Ek, miljöchef".
    [GeneratedRegex(@"^\p{Lu}[\p{Ll}'-]+(-\p{Lu}\p{Ll}+)?( (af|av|von|de|van))?( \p{Lu}[\p{Ll}'-]+(-\p{Lu}\p{Ll}+)?)+(?=$|[,;/(]| [,;/(–-])", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
