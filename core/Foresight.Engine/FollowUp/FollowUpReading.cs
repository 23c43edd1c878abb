using Foresight.Engine.Registers;
using Foresight.Funding;
using Foresight.Sdk;

namespace Foresight.Engine.FollowUp;

/// <summary>Computes the follow-up from the registers, the policy and the tables.</summary>
public static class FollowUpReading
{
    /// <exception cref="ConfigurationException">The policy has no such body.</exception>
    public static async Task<FollowUpReport> ReadAsync(ITables tables, Policy policy, RegisterBook book, FollowUpQuestion question)
    {
        var body = question.Body is not { } id ? null : policy.Bodies.FirstOrDefault(known => known.Id == id)
            ?? throw new ConfigurationException([$"The policy has no body '{id}'; it has {string.Join(", ", policy.Bodies.Select(known => known.Id))}."]);
        var scope = new BodyScope(policy, body);
        var neighbours = policy.FollowUp.ProjectMoney is { } figures
            ? await ProjectMoney.ReadAsync(tables, policy, figures.Source, figures.PopulationSource, figures.PopulationIndicator, figures.PeerGroup).ConfigureAwait(false)
            : [];
        return new FollowUpCounting(policy, book, question, scope, neighbours, await SignalsOfBodies.ReadAsync(tables, question).ConfigureAwait(false)).Report();
    }
}

/// <summary>The signals that bodies did something about in the period: per body the steps, each signal once.</summary>
internal sealed class SignalsOfBodies(ILookup<string, Evidence> steps)
{
    public IReadOnlyList<Evidence> Of(IReadOnlySet<string?> bodies) => [.. bodies.OfType<string>().SelectMany(body => steps[body]).DistinctBy(step => (step.Source, step.Record))];

    public static async Task<SignalsOfBodies> ReadAsync(ITables tables, FollowUpQuestion question)
    {
        var table = await tables.QueryAsync("SELECT DISTINCT _source, signal_id, owner, CAST(taken_at AS DATE) AS day FROM steps WHERE owner IS NOT NULL ORDER BY 1, 2, 3, 4").ConfigureAwait(false);
        return new SignalsOfBodies(table.Rows.Where(row => question.Holds(row.Day("day"))).ToLookup(
            row => row.Text("owner"), row => new Evidence { View = "steps", Source = row.Text("_source"), Record = row.Text("signal_id") }, StringComparer.Ordinal));
    }
}
