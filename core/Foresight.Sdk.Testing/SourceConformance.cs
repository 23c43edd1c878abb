using Foresight.Sdk.Testing.Rules;

namespace Foresight.Sdk.Testing;

/// <summary>The rules that every source keeps, tried against recorded answers, with no network and no host.</summary>
public static class SourceConformance
{
    private static readonly IReadOnlyList<ISourceRule> Rules =
    [
        new ReadsRecords(),
        new KeysAreUniqueAndStable(),
        new NamesFieldsAlike(),
        new SecondRunIsEmpty(),
        new ResumesAfterAnyBatch(),
        new CultureAndZoneDoNotMatter(),
        new BadAnswersAreTold(),
        new ForeignCursorIsTold(),
        new StopsWhenAsked(),
        new ChecksInOneSentence(),
    ];

    /// <summary>Tries all rules.</summary>
    /// <param name="source">The source and its answers.</param>
    /// <param name="cancellationToken">Stops between runs.</param>
    public static async Task<ConformanceReport> CheckAsync(SourceCase source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var results = new List<RuleResult>();
        foreach (var rule in Rules)
        {
            var breaches = new List<string>();
            await foreach (var breach in rule.BreachesAsync(source, cancellationToken).ConfigureAwait(false))
            {
                breaches.Add(breach);
            }

            results.Add(new RuleResult(rule.Sentence, breaches));
            // Without a single good run the other rules would only say the same again.
            if (rule is ReadsRecords && breaches.Count > 0)
            {
                break;
            }
        }

        return new ConformanceReport(results);
    }
}
