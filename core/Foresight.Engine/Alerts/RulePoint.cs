using System.Security.Cryptography;
using System.Text;
using Foresight.Engine.Alerts.Grammar;
using Foresight.Engine.Alerts.Judging;
using Foresight.Sdk;

namespace Foresight.Engine.Alerts;

/// <summary>A rule judged at one point in time: the highest step that holds there.</summary>
/// <param name="Level">Its level; null where none holds or it cannot be told.</param>
/// <param name="Judged">What was judged of it; where none holds, of a step that cannot be told, if there is one.</param>
public sealed record RulePoint(AlertLevel? Level, Judged Judged)
{
    /// <summary>Every point of the stored history, in the order of time; the last of each subject is now.</summary>
    public static async Task<IReadOnlyList<RulePoint>> AllAsync(AlertRule rule, JudgingContext context)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var steps = new List<(AlertLevel Level, ILookup<string, Judged> Subjects)>();
        foreach (var step in rule.Steps)
        {
            var judged = await ConditionJudge.JudgeAsync(ConditionGrammar.Of(step.When), context).ConfigureAwait(false);
            steps.Add((step.Level, judged.ToLookup(one => one.Subject ?? "", StringComparer.Ordinal)));
        }

        return
        [
            .. steps.SelectMany(step => step.Subjects.Select(subject => subject.Key)).Distinct(StringComparer.Ordinal)
                .SelectMany(subject => Course([.. steps.Select(step => (step.Level, (IReadOnlyList<Judged>)[.. step.Subjects[subject]]))]))
                .OrderBy(point => point.Judged.Day).ThenBy(point => point.Judged.Subject, StringComparer.Ordinal),
        ];
    }

    /// <summary>The last point of each subject.</summary>
    public static IReadOnlyList<RulePoint> Latest(IEnumerable<RulePoint> points) => [.. points.GroupBy(point => point.Judged.Subject).Select(subject => subject.Last())];

    /// <summary>What a rule means: the same hash for the same levels and conditions, however they are worded.</summary>
    public static string HashOf(AlertRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var meaning = string.Join('\n', rule.Steps.Select(step => $"{step.Level}: {ConditionText.In(ConditionGrammar.Of(step.When), "en")}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(meaning)))[..12];
    }

    // On a day on which only one step has a point, the others stand as they last did.
    private static IEnumerable<RulePoint> Course(IReadOnlyList<(AlertLevel Level, IReadOnlyList<Judged> Points)> steps)
    {
        var next = new int[steps.Count];
        foreach (var day in steps.SelectMany(step => step.Points.Select(point => point.Day)).Distinct().Order())
        {
            for (var i = 0; i < steps.Count; i++)
            {
                while (next[i] < steps[i].Points.Count && steps[i].Points[next[i]].Day <= day)
                {
                    next[i]++;
                }
            }

            var standing = steps.Select((step, i) => (step.Level, Judged: next[i] == 0 ? null : step.Points[next[i] - 1])).Where(step => step.Judged is not null)
                .OrderByDescending(step => step.Level).ToList();
            var holds = standing.FirstOrDefault(step => step.Judged!.Holding == Holding.Holds);
            yield return holds.Judged is { } judged
                ? new RulePoint(holds.Level, judged with { Day = day })
                : new RulePoint(null, (standing.Select(step => step.Judged).FirstOrDefault(one => one!.Holding == Holding.CannotTell) ?? standing[0].Judged!) with { Day = day });
        }
    }
}
