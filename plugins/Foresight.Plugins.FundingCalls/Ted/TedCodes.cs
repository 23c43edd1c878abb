using System.Collections.Frozen;

namespace Foresight.Plugins.FundingCalls.Ted;

/// <summary>TED's codes of languages and countries, three letters in eForms and two in the older form, as ISO 639-1 and ISO 3166 alpha-2.</summary>
internal static class TedCodes
{
    private static readonly FrozenDictionary<string, string> Languages = Pairs(
        "bul bg ces cs dan da deu de ell el eng en est et fin fi fra fr gle ga hrv hr hun hu ita it lav lv lit lt mlt mt nld nl pol pl por pt ron ro slk sk "
        + "slv sl spa es swe sv nor no isl is");

    private static readonly FrozenDictionary<string, string> Countries = Pairs(
        "aut AT bel BE bgr BG cyp CY cze CZ deu DE dnk DK esp ES est EE fin FI fra FR grc GR hrv HR hun HU irl IE ita IT ltu LT lux LU lva LV mlt MT nld NL "
        + "pol PL prt PT rou RO svk SK svn SI swe SE nor NO isl IS lie LI che CH gbr GB mkd MK srb RS mne ME alb AL bih BA tur TR ukr UA mda MD geo GE");

    private static readonly FrozenSet<string> TwoLetters = Languages.Values.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether it is a language in two letters.</summary>
    public static bool IsLanguage(string code) => TwoLetters.Contains(code);

    /// <summary>The language in two letters; null where unknown.</summary>
    public static string? Language(string? code)
    {
        var plain = code?.Trim().ToLowerInvariant();
        return plain is null ? null : TwoLetters.Contains(plain) ? plain : Languages.GetValueOrDefault(plain);
    }

    /// <summary>The country in two letters; what is no known code stays as it is.</summary>
    public static string Country(string code) => Countries.GetValueOrDefault(code.Trim().ToLowerInvariant(), code.Trim());

    private static FrozenDictionary<string, string> Pairs(string text) =>
        text.Split(' ').Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
