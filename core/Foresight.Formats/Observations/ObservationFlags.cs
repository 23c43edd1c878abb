namespace Foresight.Formats.Observations;

/// <summary>What a source's flags say of a value, in letters of SDMX's code list CL_OBS_STATUS (2.2).</summary>
/// <param name="Presence">Whether there is a value, or why there is none.</param>
/// <param name="Letters">The letters, each once and in the order of the alphabet (<c>BP</c>); empty where nothing is marked.</param>
public readonly record struct ObservationMarks(ObservationPresence Presence, string Letters);

/// <summary>
/// Turns flags into SDMX's letters: B break, D definition differs, E estimated, F forecast, I imputed, N not significant, P provisional,
/// S special event, U low reliability; where there is no value also M it cannot exist, O missing, Q suppressed.
/// </summary>
public static class ObservationFlags
{
    /// <summary>
    /// Reads flags as Eurostat writes them, alone or together (<c>b</c>, <c>p</c>, <c>ep</c>, <c>bu</c>). <c>s</c> is Eurostat's own estimate;
    /// <c>c</c> says nothing of a value's quality, only why there is none; <c>:</c> and letters that Eurostat does not explain (<c>r</c>
    /// revised) give no mark.
    /// </summary>
    /// <param name="flags">The flags, as given; null or empty where there are none.</param>
    /// <param name="hasValue">Whether there is a value beside them.</param>
    public static ObservationMarks OfEurostat(string? flags, bool hasValue)
    {
        var (letters, presence) = (0u, hasValue ? ObservationPresence.Present : ObservationPresence.Missing);
        foreach (var flag in flags ?? "")
        {
            switch (char.ToLowerInvariant(flag))
            {
                case 'c' when !hasValue:
                    (presence, letters) = (ObservationPresence.Confidential, letters | Bit('Q'));
                    break;
                case 'z' when !hasValue:
                    letters |= Bit('M');
                    presence = presence == ObservationPresence.Confidential ? presence : ObservationPresence.NotApplicable;
                    break;
                case 's':
                    letters |= Bit('E');
                    break;
                case 'b' or 'd' or 'e' or 'f' or 'i' or 'n' or 'p' or 'u':
                    letters |= Bit(char.ToUpperInvariant(flag));
                    break;
            }
        }

        return new ObservationMarks(presence, Text(letters));
    }

    /// <summary>Reads OBS_STATUS (or Eurostat's OBS_FLAG) and CONF_STATUS of an SDMX message: letters of the code lists themselves, in any case.</summary>
    /// <param name="status">OBS_STATUS; null or empty where there is none.</param>
    /// <param name="confidentiality">CONF_STATUS: <c>F</c> and <c>A</c> are free, anything else is not; null where there is none.</param>
    /// <param name="hasValue">Whether there is a value.</param>
    public static ObservationMarks OfSdmx(string? status, string? confidentiality, bool hasValue)
    {
        var letters = 0u;
        foreach (var letter in status ?? "")
        {
            var upper = char.ToUpperInvariant(letter);
            // A is "normal"; Eurostat's small c and z are no letters of the list.
            if (char.IsAsciiLetter(letter) && upper is not ('A' or 'C' or 'Z'))
                letters |= Bit(upper);
        }

        var eurostat = OfEurostat(status is not null && (status.Contains('c', StringComparison.OrdinalIgnoreCase) || status.Contains('z', StringComparison.OrdinalIgnoreCase))
            ? status : null, hasValue);
        if (hasValue)
            return new ObservationMarks(ObservationPresence.Present, Text(letters));
        var isFree = string.IsNullOrWhiteSpace(confidentiality) || confidentiality.Trim().ToUpperInvariant() is "F" or "A";
        return eurostat.Presence == ObservationPresence.Confidential || !isFree || (letters & Bit('Q')) != 0
            ? new ObservationMarks(ObservationPresence.Confidential, Text(letters | Bit('Q')))
            : eurostat.Presence == ObservationPresence.NotApplicable || (letters & Bit('M')) != 0
                ? new ObservationMarks(ObservationPresence.NotApplicable, Text(letters | Bit('M')))
                : new ObservationMarks(ObservationPresence.Missing, Text(letters));
    }

    /// <summary>
    /// Reads a symbol of PxWeb or a .px file that stands instead of a value: <c>.</c> there can be no figure, <c>:</c> confidential,
    /// <c>..</c>, <c>...</c> and any other missing, <c>-</c> nothing to report. Beside a value, <c>*</c> and <c>p</c> are provisional,
    /// <c>e</c> estimated and <c>|</c> a break, as the Nordic offices write them.
    /// </summary>
    /// <param name="symbol">The symbol; null or empty where there is none.</param>
    /// <param name="hasValue">Whether there is a value beside it.</param>
    public static ObservationMarks OfPx(string? symbol, bool hasValue) => (symbol?.Trim(), hasValue) switch
    {
        (null or "", true) => new ObservationMarks(ObservationPresence.Present, ""),
        ("*" or "p" or "P", true) => new ObservationMarks(ObservationPresence.Present, "P"),
        ("e" or "E", true) => new ObservationMarks(ObservationPresence.Present, "E"),
        ("|" or "b" or "B", true) => new ObservationMarks(ObservationPresence.Present, "B"),
        (_, true) => new ObservationMarks(ObservationPresence.Present, ""),
        (".", false) => new ObservationMarks(ObservationPresence.NotApplicable, "M"),
        (":", false) => new ObservationMarks(ObservationPresence.Confidential, "Q"),
        (_, false) => new ObservationMarks(ObservationPresence.Missing, "O"),
    };

    private static uint Bit(char letter) => 1u << (letter - 'A');

    private static string Text(uint letters)
    {
        if (letters == 0)
            return "";
        Span<char> text = stackalloc char[26];
        var count = 0;
        for (var letter = 'A'; letter <= 'Z'; letter++)
        {
            if ((letters & Bit(letter)) != 0)
                text[count++] = letter;
        }

        return new string(text[..count]);
    }
}
