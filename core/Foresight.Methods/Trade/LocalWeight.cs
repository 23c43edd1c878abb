namespace Foresight.Methods.Trade;

/// <summary>A municipality's jobs.</summary>
/// <param name="Jobs">All jobs with their workplace there.</param>
/// <param name="ExposedShare">The share of them that makes what is traded, 0 to 1.</param>
public readonly record struct LocalJobs(double Jobs, double ExposedShare);

/// <summary>
/// How heavily traded goods weigh in a labour market: the jobs of its municipalities that make them, taken together. A municipality has no trade
/// statistics, so this is all that ties a country's trade to it. The shares are weighted by jobs, not averaged.
/// </summary>
/// <param name="Jobs">All jobs.</param>
/// <param name="Exposed">The jobs that make what is traded.</param>
public sealed record LocalWeight(double Jobs, double Exposed)
{
    /// <summary>Their share of all jobs.</summary>
    public double Share => Exposed / Jobs;

    /// <summary>The weight of some municipalities together.</summary>
    /// <exception cref="ArgumentException">There is none, or one without jobs or with a share outside 0 to 1.</exception>
    public static LocalWeight Of(IReadOnlyCollection<LocalJobs> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        return places.Count > 0 && places.All(place => place is { Jobs: > 0, ExposedShare: >= 0 and <= 1 })
            ? new LocalWeight(places.Sum(place => place.Jobs), places.Sum(place => place.Jobs * place.ExposedShare))
            : throw new ArgumentException("A labour market has at least one municipality, each with jobs and a share of them between 0 and 1.", nameof(places));
    }
}
