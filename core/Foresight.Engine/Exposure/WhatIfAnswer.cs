namespace Foresight.Engine.Exposure;

/// <summary>What a shock would do, with all that was assumed. Arithmetic on the last figures, and no forecast.</summary>
public sealed record WhatIfAnswer
{
    /// <summary>What is hit, in words.</summary>
    public required string Subject { get; init; }

    /// <summary>The source entry.</summary>
    public required string Source { get; init; }

    /// <summary>The twelve months, or the year.</summary>
    public required string Period { get; init; }

    /// <summary><c>EUR</c> or <c>USD</c>, at current prices.</summary>
    public required string Currency { get; init; }

    /// <summary>Whether the figures are those of partners.</summary>
    public bool Mirror { get; init; }

    /// <summary>The value that is hit.</summary>
    public required double ExposedValue { get; init; }

    /// <summary>Its share of the product's trade with all partners; null where that is not known.</summary>
    public double? ShareOfProduct { get; init; }

    /// <summary>Its share of the country's trade in all goods, in the same direction; null where that is not known.</summary>
    public double? ShareOfAllGoods { get; init; }

    /// <summary>The change of the exposed value, as a share of it.</summary>
    public required double Change { get; init; }

    /// <summary>The change of the value.</summary>
    public required double ValueChange { get; init; }

    /// <summary>The change of the country's trade in all goods, as a share of it; null where that is not known.</summary>
    public double? ChangeOfAllGoods { get; init; }

    /// <summary>The jobs here behind the exposed value; null where no job data fit.</summary>
    public double? ExposedJobs { get; init; }

    /// <summary>How many of them would follow the value in proportion.</summary>
    public double? JobsChange { get; init; }

    /// <summary>All that was assumed, a sentence each.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }

    /// <summary>What could not be said, and why, a sentence each.</summary>
    public IReadOnlyList<string> Unsaid { get; init; } = [];
}
