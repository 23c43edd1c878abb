using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.PolicyFeeds.Riksdagen;

/// <summary>Options of the source <c>riksdagen</c>.</summary>
public sealed class RiksdagenOptions
{
    /// <summary>The types of documents: <c>bet</c> committee report, <c>prop</c> bill, <c>mot</c> motion, <c>fpm</c> memo on an EU proposal. <c>bet</c> by default.</summary>
    public IReadOnlyList<string> DocumentTypes { get; set; } = ["bet"];

    /// <summary>One parliamentary year only, such as <c>2025/26</c>; all of them by default.</summary>
    public string? Riksmote { get; set; }

    /// <summary>The most pages per type and run. 10 by default.</summary>
    [Range(1, 1000)]
    public int MaxPages { get; set; } = 10;

    /// <summary>Documents per page. 200 by default.</summary>
    [Range(1, 500)]
    public int PageSize { get; set; } = 200;

    /// <summary>Where the data are served. <c>https://data.riksdagen.se/</c> by default.</summary>
    public Uri BaseUrl { get; set; } = new("https://data.riksdagen.se/");
}
