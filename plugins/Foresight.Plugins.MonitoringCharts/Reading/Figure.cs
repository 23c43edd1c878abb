using Foresight.Sdk;

namespace Foresight.Plugins.Reading;

/// <summary>A stored observation of an indicator.</summary>
internal sealed record Figure(string Area, Period Period, double? Value, string Status, string LoadId, int? Answer)
{
    // SDMX flags are letters, possibly several: p provisional, e estimated, b break. Longer texts are another source's words.
    public bool IsProvisional => Status.Length <= 3 && Status.AsSpan().IndexOfAny('p', 'e') >= 0;

    public bool IsBreak => Status.Length <= 3 && Status.Contains('b', StringComparison.Ordinal);
}
