namespace Foresight.Sdk;

/// <summary>A check for sources that have no smaller question than their first one.</summary>
public static class SourceChecks
{
    /// <summary>Reads until the source gives its first batch, as if nothing had been read before, and says how that went.</summary>
    /// <param name="source">The source.</param>
    /// <param name="context">The run's context.</param>
    /// <param name="what">What is asked, as the sentence names it: <c>Kolada</c>, <c>Eurostat's nama_10r_3gdp</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The source's own sentence where it fails. A source that answers with nothing works.</returns>
    public static async Task<SourceCheck> ByReadingAsync(this ISource source, SourceContext context, string what, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var batch in source.ReadAsync(context with { Since = null }, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                return new SourceCheck(true, $"{what} answers.");
            }

            return new SourceCheck(true, $"{what} answers, with no record yet.");
        }
        catch (SourceException failure)
        {
            return new SourceCheck(false, failure.Message);
        }
    }
}
