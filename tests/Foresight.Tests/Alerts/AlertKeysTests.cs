using Foresight.Sdk;
using Foresight.Tests.Policies;
using Xunit;

namespace Foresight.Tests.Alerts;

public sealed class AlertKeysTests : IDisposable
{
    private const string Rest = "name: { sv: n, en: n }, why: { sv: w, en: w }";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Rule_Short_IsOneStep()
    {
        Write($"{{ id: a, level: warning, when: exports to NO fall more than 10 % year on year, coolDown: 7 days, focusArea: sea, {Rest} }}");

        var rule = Assert.Single(Read().Alerts);

        Assert.Equal(("a", "sea", TimeSpan.FromDays(7)), (rule.Id, rule.FocusArea, rule.CoolDown));
        Assert.Equal([new AlertStep(AlertLevel.Warning, "exports to NO fall more than 10 % year on year")], rule.Steps);
    }

    [Fact]
    public void Rule_WithSteps_KeepsTheirOrderAndCoolsDownAMonth()
    {
        Write($"{{ id: a, steps: [{{ level: watch, when: exports to vik fall more than 10 % year on year }}, {{ level: alarm, when: exporten till vik minskar mer än 20 % på ett år }}], {Rest} }}");

        var rule = Assert.Single(Read().Alerts);

        Assert.Equal([AlertLevel.Watch, AlertLevel.Alarm], rule.Steps.Select(step => step.Level));
        Assert.Equal(TimeSpan.FromDays(30), rule.CoolDown);
    }

    [Theory]
    [InlineData("level: watch, when: exports to NOR fall more than 10 % year on year", "There is no country (ISO 3166, two capitals) or place 'NOR'; nearest 'NO'.")]
    [InlineData("level: watch, when: exports to NX fall more than 10 % year on year", "There is no country (ISO 3166, two capitals) or place 'NX'; nearest 'AX'.")]
    [InlineData("level: watch, when: indicator N2 is above 5", "There is no indicator 'N2'; nearest 'N1'.")]
    [InlineData("level: watch, when: indicator N1 is further than 5 from its target", "The indicator 'N1' has no target; give it one, or use another condition.")]
    [InlineData("level: watch, when: indicator N1 leaves the peers' range", "The indicator 'N1' has no peers; give it 'peers', or use another condition.")]
    [InlineData("level: watch, when: documents about see more than double in 4 weeks", "There is no focus area or topic 'see'; nearest 'sea'.")]
    [InlineData("level: watch, when: a funding call of life closes within 9 days", "There is no fund 'life'.")]
    [InlineData("level: watch, when: source figure is silent for 9 days", "There is no source 'figure'; nearest 'figures'.")]
    [InlineData("level: watch", "The alert 'a' needs either 'steps', or 'level' and 'when'.")]
    [InlineData("level: watch, when: exports fal more than 1 % year on year", "'when' cannot be understood: after 'exports' stands 'fal', where drop, fall, grow, of, rise or to is allowed; nearest 'fall'. docs/methods/alerts.md shows all that can be said.")]
    public void Rule_WithAFault_IsToldWithItsLine(string what, string problem)
    {
        Write($"{{ id: a, {what}, {Rest} }}");

        Assert.Equal($"a.yaml:12 {problem}\n", _workspace.Problems());
    }

    [Theory]
    [InlineData("{ level: warning, when: indicator N1 is above 5 }, { level: watch, when: indicator N1 is above 6 }", "The steps of the alert 'a' must rise in level: watch, warning, alarm.")]
    [InlineData("{ level: watch, when: indicator N1 is above 5 }, { level: alarm, when: source figures is silent for 9 days }", "The steps of the alert 'a' must watch the same thing: the first watches indicator N1, another source figures. Make it an alert of its own.")]
    public void Steps_ThatDoNotFit_AreTold(string steps, string problem)
    {
        Write($"{{ id: a, steps: [{steps}], {Rest} }}");

        Assert.Equal($"a.yaml:12 {problem}\n", _workspace.Problems());
    }

    private void Write(string rule) => _workspace.Write(
        "a.yaml", Policies.Some.Policy + $"indicators: [{Policies.Some.Indicator}]\nsources: [{Policies.Some.Source("figures", "comext").Replace(", options: OPTIONS", "", StringComparison.Ordinal)}]\nalerts:\n  - {rule}\n");

    private Policy Read()
    {
        Assert.Equal("", _workspace.Problems());
        return Assert.Single(_workspace.Read().Policies).Policy;
    }
}
