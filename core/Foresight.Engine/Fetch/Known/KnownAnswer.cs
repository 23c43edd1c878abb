using Foresight.Engine.Fetch.Raw;

namespace Foresight.Engine.Fetch.Known;

/// <summary>An answer that is kept and may still hold.</summary>
/// <param name="Meta">Its meta file, relative to the store's folder.</param>
/// <param name="FinalUrl">The address that answered.</param>
/// <param name="ETag">Its validator, as it came.</param>
/// <param name="LastModified">Its date, as it came.</param>
/// <param name="CheckedAt">When it last came, or was said to be unchanged.</param>
/// <param name="FreshUntil">Until when nobody need ask.</param>
internal sealed record KnownAnswer(string Meta, string FinalUrl, string? ETag, string? LastModified, DateTimeOffset CheckedAt, DateTimeOffset FreshUntil)
{
    /// <summary>What is known by an answer; null for what is asked anew each time.</summary>
    public static KnownAnswer? Of(AnswerMeta meta, string metaFile, FetchLimits limits)
    {
        // A 304 that nobody asked for has nothing that could be read again.
        if (meta is not ({ Method: "GET", Fault: null } and ({ Status: 200 } or { Status: 304, NotModified: not null })))
        {
            return null;
        }

        var fresh = Freshness.Of(meta, limits);
        return new KnownAnswer(
            metaFile, meta.FinalUrl ?? meta.Url, meta.Header("ETag"), meta.Header("Last-Modified"), meta.FetchedAt, meta.FetchedAt + fresh);
    }

    public bool IsOfUse => ETag is not null || LastModified is not null || FreshUntil > CheckedAt;
}
