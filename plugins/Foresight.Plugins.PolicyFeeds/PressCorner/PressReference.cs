using System.Text.RegularExpressions;

namespace Foresight.Plugins.PolicyFeeds.PressCorner;

/// <summary>The number of a release: <c>ip_26_1769</c> in links, <c>IP/26/1769</c> where documents are asked for.</summary>
/// <param name="Id">As in links, in small letters.</param>
internal sealed partial record PressReference(string Id)
{
    /// <summary>As documents are asked for.</summary>
    public string Code => Id.ToUpperInvariant().Replace('_', '/');

    /// <summary>The kind of text.</summary>
    public string Kind => Id[..Id.IndexOf('_', StringComparison.Ordinal)] switch
    {
        "speech" => "speech",
        "mex" => "news",
        "qanda" or "memo" or "fs" => "memo",
        "inf" => "decision",
        _ => "press-release",
    };

    /// <summary>Reads the number in a link or GUID; null where there is none.</summary>
    public static PressReference? Of(string? text) =>
        text is not null && Number().Match(text) is { Success: true } match ? new PressReference(match.Value.ToLowerInvariant()) : null;

    [GeneratedRegex("[A-Za-z]+_[0-9]{2}_[0-9]+(?=[/?#]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
