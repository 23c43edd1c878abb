namespace Foresight.Engine.Alerts.Grammar;

/// <summary>What must be so for an alert, as understood from its sentence.</summary>
public abstract record Condition
{
    /// <summary>The thing that is watched, without bounds: the steps of a rule share it.</summary>
    public abstract string Watched { get; }
}

/// <summary>A unit of time.</summary>
public enum TimeUnit
{
    /// <summary>A month.</summary>
    Month,

    /// <summary>A year.</summary>
    Year,
}

/// <summary>Our country's exports or imports fall or rise by more than a bound.</summary>
/// <param name="Exports">Exports, else imports.</param>
/// <param name="Product">A code, or the id of a watched product; null for all goods.</param>
/// <param name="Place">ISO 3166 alpha-2, or the id of a place; null for the whole world.</param>
/// <param name="Falls">Falls, else rises.</param>
/// <param name="Percent">By more than this.</param>
/// <param name="Against">Compared with the month before, or the same month a year before.</param>
/// <param name="Months">In each of so many months in a row.</param>
public sealed record TradeChange(bool Exports, string? Product, string? Place, bool Falls, double Percent, TimeUnit Against, int Months) : Condition
{
    /// <inheritdoc/>
    public override string Watched => $"{(Exports ? "exports" : "imports")} of {Product ?? "all goods"} with {Place ?? "the world"}";
}

/// <summary>An indicator falls or rises by more than a bound.</summary>
/// <param name="Indicator">Its id.</param>
/// <param name="Falls">Falls, else rises.</param>
/// <param name="Amount">By more than this.</param>
/// <param name="Percent">In per cent of the earlier value, else in the indicator's own unit.</param>
/// <param name="Over">Compared with so many units of time before.</param>
/// <param name="Unit">That unit.</param>
public sealed record IndicatorChange(string Indicator, bool Falls, double Amount, bool Percent, int Over, TimeUnit Unit) : Condition
{
    /// <inheritdoc/>
    public override string Watched => $"indicator {Indicator}";
}

/// <summary>An indicator is above or below a value.</summary>
/// <param name="Indicator">Its id.</param>
/// <param name="Above">Above, else below.</param>
/// <param name="Value">The value, in the indicator's unit.</param>
/// <param name="For">For so many units of time.</param>
/// <param name="Unit">That unit.</param>
public sealed record IndicatorLevel(string Indicator, bool Above, double Value, int For, TimeUnit Unit) : Condition
{
    /// <inheritdoc/>
    public override string Watched => $"indicator {Indicator}";
}

/// <summary>An indicator is further from its target than a bound.</summary>
/// <param name="Indicator">Its id.</param>
/// <param name="Distance">The bound, in the indicator's unit.</param>
public sealed record IndicatorOffTarget(string Indicator, double Distance) : Condition
{
    /// <inheritdoc/>
    public override string Watched => $"indicator {Indicator}";
}

/// <summary>An indicator is below the lowest or above the highest of its peers.</summary>
/// <param name="Indicator">Its id.</param>
public sealed record IndicatorOutsidePeers(string Indicator) : Condition
{
    /// <inheritdoc/>
    public override string Watched => $"indicator {Indicator}";
}

/// <summary>More is written about something than before.</summary>
/// <param name="About">The id of a focus area or a topic.</param>
/// <param name="Language">Only texts in this language (ISO 639-1); null for all.</param>
/// <param name="Percent">By more than this.</param>
/// <param name="Weeks">So many weeks are compared with as many before.</param>
public sealed record DocumentsRise(string About, string? Language, double Percent, int Weeks) : Condition
{
    /// <inheritdoc/>
    public override string Watched => $"documents about {About} in {Language ?? "any language"}";
}

/// <summary>A term is written about.</summary>
/// <param name="Term">The term; case does not count.</param>
/// <param name="Times">At least so many stories.</param>
/// <param name="Days">Within so many days.</param>
/// <param name="Publishers">By at least so many publishers.</param>
public sealed record DocumentsMention(string Term, int Times, int Days, int Publishers) : Condition
{
    /// <inheritdoc/>
    public override string Watched => $"mentions of {Term.ToLowerInvariant()}";
}

/// <summary>A call for applications closes soon.</summary>
/// <param name="Fund">The fund's id.</param>
/// <param name="Days">Within so many days.</param>
public sealed record CallCloses(string Fund, int Days) : Condition
{
    /// <inheritdoc/>
    public override string Watched => $"calls of {Fund}";
}

/// <summary>Nothing new comes from a source.</summary>
/// <param name="Source">The source entry's id.</param>
/// <param name="Days">For so many days.</param>
public sealed record SourceSilent(string Source, int Days) : Condition
{
    /// <inheritdoc/>
    public override string Watched => $"source {Source}";
}
