namespace Foresight.Sdk;

/// <summary>A text in the languages that briefs are written in.</summary>
/// <param name="Sv">Swedish.</param>
/// <param name="En">English.</param>
public sealed record LocalText(string Sv, string En)
{
    /// <summary>The text in <c>sv</c> or <c>en</c>.</summary>
    /// <exception cref="ArgumentException">Another language.</exception>
    public string In(string language) => language switch
    {
        "sv" => Sv,
        "en" => En,
        _ => throw new ArgumentException($"Briefs are written in sv or en, not '{language}'.", nameof(language)),
    };
}
