namespace Foresight.Engine.Exposure;

/// <summary>What is known of a watched product.</summary>
public sealed record ExposureLine
{
    /// <summary>The product's id in the policy.</summary>
    public required string Id { get; init; }

    /// <summary>The name in English.</summary>
    public required string Name { get; init; }

    /// <summary><c>import</c> or <c>export</c>.</summary>
    public required string Flow { get; init; }

    /// <summary>The codes in HS or CN.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>The value of the last twelve months in euros at current prices; null where it is not known.</summary>
    public double? Value { get; init; }

    /// <summary>The growth on the twelve months before; null where it is not known.</summary>
    public double? Growth { get; init; }

    /// <summary>The twelve months.</summary>
    public string? Period { get; init; }

    /// <summary>The largest partners with their shares of the total that is known.</summary>
    public IReadOnlyList<PartnerShare> Partners { get; init; } = [];

    /// <summary>The least that the index of concentration by partner can be; null where it cannot be told.</summary>
    public double? HhiLow { get; init; }

    /// <summary>The most that it can be; the same as the least where all partners are known.</summary>
    public double? HhiHigh { get; init; }

    /// <summary>The source entry.</summary>
    public string? Source { get; init; }

    /// <summary>Whether the figures are those of partners, since the country's own are confidential or missing.</summary>
    public bool Mirror { get; init; }

    /// <summary>Why something is missing, or how the figures must be read, as one sentence; null for nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>A partner and its share, 0 to 1.</summary>
public sealed record PartnerShare(string Partner, double Share);
