using Foresight.Sdk;

namespace Foresight.Engine.Classify;

/// <summary>How many documents have a verdict that is not the model's plain yes or no.</summary>
/// <param name="ByRules">Documents on which a rule of the policy decided, for at least one focus area.</param>
/// <param name="CannotSay">Documents of which the model cannot say, for at least one focus area.</param>
/// <param name="OtherLanguages">Documents in a language that the model did not learn.</param>
public sealed record VerdictMarks(long ByRules, long CannotSay, long OtherLanguages)
{
    /// <summary>Counts over the latest verdicts of a model and policy version on the documents as they are now.</summary>
    internal static async Task<VerdictMarks> ReadAsync(ITables tables, string model, string policy)
    {
        var row = (await tables.QueryAsync(
            """
            SELECT count(*) FILTER (ruled) AS ruled, count(*) FILTER (unsaid) AS unsaid, count(*) FILTER (other) AS other FROM (
              SELECT bool_or(starts_with(c.decided_by, 'rule:')) AS ruled, bool_or(c.abstained) AS unsaid, bool_or(c.trust < 1) AS other
              FROM classifications c JOIN documents d ON c._source = d._source AND c._item_id = d._item_id AND c._revision = d._revision
              WHERE c.model_version = $1 AND c.policy_version = $2 GROUP BY d._source, d._item_id)
            """, model, policy).ConfigureAwait(false)).Rows.Single();
        return new VerdictMarks(Count("ruled"), Count("unsaid"), Count("other"));

        long Count(string column) => (long)(row.Number(column) ?? 0);
    }
}
