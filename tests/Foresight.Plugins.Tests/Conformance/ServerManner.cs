namespace Foresight.Plugins.Tests.Conformance;

/// <summary>How a server answers.</summary>
public enum ServerManner
{
    /// <summary>As recorded.</summary>
    Plain,

    /// <summary>With bodies packed by gzip, in chunks.</summary>
    Packed,

    /// <summary>To each request first 429 with Retry-After, or 503 without; with dates instead of ETags.</summary>
    Refusing,

    /// <summary>To each request first half a body.</summary>
    BreakingOff,
}
