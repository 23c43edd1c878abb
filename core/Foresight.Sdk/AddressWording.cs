namespace Foresight.Sdk;

/// <summary>How an address stands in a sentence.</summary>
public static class AddressWording
{
    private const int LongestPath = 160;
    private const int LongestQuery = 80;

    private static readonly string[] SecretEnds = ["key", "token", "secret", "password", "passwd", "pwd", "signature", "credential"];

    /// <summary>
    /// An address for a sentence: scheme, host and path, and as much of the query as fits (80 characters), with letters unescaped.
    /// A name, a password or a key that the address carries is not shown.
    /// </summary>
    /// <param name="url">The address.</param>
    public static string Shown(this Uri url)
    {
        if (!url.IsAbsoluteUri)
        {
            return Cut(url.OriginalString, LongestPath);
        }

        var query = url.GetComponents(UriComponents.Query, UriFormat.SafeUnescaped);
        return Cut(url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.SafeUnescaped), LongestPath)
            + (query.Length == 0 ? "" : "?" + Cut(string.Join('&', query.Split('&').Select(Concealed)), LongestQuery));
    }

    private static string Concealed(string parameter) =>
        parameter.IndexOf('=', StringComparison.Ordinal) is var at and > 0 && IsSecret(parameter[..at]) ? parameter[..at] + "=…" : parameter;

    private static bool IsSecret(string name) =>
        name.Equals("sig", StringComparison.OrdinalIgnoreCase) || Array.Exists(SecretEnds, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    // Half a character is none.
    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)] + "…";
}
