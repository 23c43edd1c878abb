using System.Globalization;
using System.Runtime.CompilerServices;

namespace Foresight.Sdk.Testing.Rules;

internal sealed class CultureAndZoneDoNotMatter : ISourceRule
{
    // The zone is the process's: one at a time.
    private static readonly SemaphoreSlim Zone = new(1, 1);

    public string Sentence => "Culture and time zone of the machine do not matter.";

    public async IAsyncEnumerable<string> BreachesAsync(SourceCase source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var expected = (await source.RunAsync(cancellationToken: cancellationToken).ConfigureAwait(false)).Latest();
        foreach (var culture in new[] { Comma(), Turned() })
        {
            var run = await InCultureAsync(culture, () => source.RunAsync(cancellationToken: cancellationToken)).ConfigureAwait(false);
            if (Difference(expected, run) is { } difference)
            {
                yield return $"Where numbers are written {1234.5.ToString("N1", culture)} and dates {new DateTime(2026, 9, 5).ToString("d", culture)}: {difference}";
            }
        }

        foreach (var zone in new[] { "Pacific/Kiritimati", "America/St_Johns" })
        {
            var run = await InZoneAsync(zone, () => source.RunAsync(cancellationToken: cancellationToken), cancellationToken).ConfigureAwait(false);
            if (Difference(expected, run) is { } difference)
            {
                yield return $"In the zone {zone}: {difference}";
            }
        }
    }

    private static string? Difference(Dictionary<string, string> expected, SourceRun run)
    {
        var latest = run.Latest();
        var other = expected.FirstOrDefault(pair => !latest.TryGetValue(pair.Key, out var content) || content != pair.Value);
        return run.Error is not null ? $"it ended with {run.Error.GetType().Name}: {run.Error.Message}"
            : other.Key is not null ? $"{other.Key} {other.Value} became {latest.GetValueOrDefault(other.Key, "nothing")}."
            : latest.Count != expected.Count ? $"there were {latest.Count} records instead of {expected.Count}."
            : null;
    }

    private static async Task<SourceRun> InCultureAsync(CultureInfo culture, Func<Task<SourceRun>> run)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return await run().ConfigureAwait(false);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static async Task<SourceRun> InZoneAsync(string zone, Func<Task<SourceRun>> run, CancellationToken cancellationToken)
    {
        await Zone.WaitAsync(cancellationToken).ConfigureAwait(false);
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            return await run().ConfigureAwait(false);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
            Zone.Release();
        }
    }

    // Cultures of our own making, since a program may run without any of the system's.
    private static CultureInfo Comma()
    {
        var culture = new CultureInfo("", useUserOverride: false);
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NegativeSign) = (",", "\u00A0", "\u2212");
        (culture.DateTimeFormat.ShortDatePattern, culture.DateTimeFormat.DateSeparator) = ("yyyy-MM-dd", "-");
        return culture;
    }

    private static CultureInfo Turned()
    {
        var culture = new CultureInfo("", useUserOverride: false);
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = (",", ".");
        (culture.DateTimeFormat.ShortDatePattern, culture.DateTimeFormat.DateSeparator, culture.DateTimeFormat.TimeSeparator) = ("dd.MM.yyyy", ".", ".");
        return culture;
    }
}
