using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Coverage;

/// <summary>What a focus area's stories of a period rest on.</summary>
/// <param name="Area">The area.</param>
/// <param name="Stories">How many stories.</param>
/// <param name="Reports">How many reports.</param>
/// <param name="Publishers">Who published them, the one with most first.</param>
/// <param name="Languages">The codes of their languages.</param>
internal sealed record AreaEvidence(FocusArea Area, int Stories, int Reports, IReadOnlyList<string> Publishers, IReadOnlyList<string> Languages)
{
    public static async Task<IReadOnlyList<AreaEvidence>> ReadAsync(WatchCoverage coverage, IReadOnlyList<FocusArea> areas)
    {
        var totals = await coverage.CountAsync().ConfigureAwait(false);
        var publishers = await coverage.CountAsync(CoverageAxis.Publisher).ConfigureAwait(false);
        var languages = await coverage.CountAsync(CoverageAxis.Language).ConfigureAwait(false);
        return
        [
            .. areas.Select(area =>
            {
                var total = totals.FirstOrDefault(count => count.FocusArea == area.Id);
                return new AreaEvidence(
                    area, total?.Stories ?? 0, total?.Reports ?? 0,
                    [.. publishers.Where(count => count.FocusArea == area.Id).OrderByDescending(count => count.Stories).ThenBy(count => count.Publisher, StringComparer.Ordinal).Select(count => count.Publisher!)],
                    [.. languages.Where(count => count.FocusArea == area.Id).Select(count => count.Language!)]);
            }),
        ];
    }
}
