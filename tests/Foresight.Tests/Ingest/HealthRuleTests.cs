using System.Globalization;
using Foresight.Engine.Briefs;
using Foresight.Engine.Ingest;
using Foresight.Engine.Store;
using Xunit;

namespace Foresight.Tests.Ingest;

public sealed class HealthRuleTests
{
    private static readonly DateTimeOffset First = new(2026, 9, 1, 5, 0, 0, TimeSpan.Zero);

    // A letter per day: o(k), e(mpty), n(ot modified), N (not modified, but read again and found new), f(ailed), c(ancelled). The second is how many days "now" lies after the last.
    [Theory]
    [InlineData("", 0, SourceHealth.NeverRead, null, null)]
    [InlineData("c", 0, SourceHealth.NeverRead, null, null)]
    [InlineData("o", 0, SourceHealth.Ok, 1, null)]
    [InlineData("onn", 0, SourceHealth.NotModified, 1, null)]
    [InlineData("oee", 0, SourceHealth.Empty, 2, null)]
    [InlineData("e", 0, SourceHealth.Empty, 1, null)]
    [InlineData("f", 0, SourceHealth.Failed, 1, "timed-out")]
    [InlineData("ef", 0, SourceHealth.Failed, 2, "timed-out")]
    [InlineData("of", 0, SourceHealth.Ailing, 2, "timed-out")]
    [InlineData("off", 0, SourceHealth.Ailing, 2, "timed-out")]
    [InlineData("offf", 0, SourceHealth.Failed, 2, "timed-out")]
    [InlineData("of", 6, SourceHealth.Ailing, 2, "timed-out")]
    [InlineData("of", 7, SourceHealth.Failed, 2, "timed-out")]
    [InlineData("ofn", 0, SourceHealth.Ailing, 2, "timed-out")]
    [InlineData("ofe", 0, SourceHealth.Ailing, 2, "timed-out")]
    [InlineData("ofN", 0, SourceHealth.NotModified, 3, null)]
    [InlineData("offnf", 0, SourceHealth.Failed, 2, "timed-out")]
    [InlineData("fn", 0, SourceHealth.Failed, 1, "timed-out")]
    [InlineData("fffo", 0, SourceHealth.Ok, 4, null)]
    [InlineData("offfo", 0, SourceHealth.Ok, 5, null)]
    [InlineData("offfon", 0, SourceHealth.NotModified, 5, null)]
    [InlineData("oc", 0, SourceHealth.Ok, 1, null)]
    [InlineData("ofc", 0, SourceHealth.Ailing, 2, "timed-out")]
    [InlineData("ofcfcf", 0, SourceHealth.Failed, 2, "timed-out")]
    public void Judge_ByLoads_SaysTheStateAndSinceWhen(string loads, int daysAfter, SourceHealth health, int? sinceDay, string? code)
    {
        var past = Past(loads);

        var verdict = HealthRule.Judge(past, null, null, First.AddDays(Math.Max(0, past.Count - 1) + daysAfter));

        Assert.Equal(health, verdict.Health);
        Assert.Equal(sinceDay is { } day ? First.AddDays(day - 1) : null, verdict.Since);
        Assert.Equal(code, verdict.Code);
    }

    [Theory]
    [InlineData("o", "2026-08-26", SourceHealth.Ok)]
    [InlineData("o", "2026-08-25", SourceHealth.Silent)]
    [InlineData("on", "2026-08-25", SourceHealth.Silent)]
    [InlineData("oe", "2026-08-25", SourceHealth.Silent)]
    [InlineData("of", "2026-08-01", SourceHealth.Ailing)]
    public void Judge_OfASourceThatGoesQuiet_SaysSilentOnceTheExpectedPeriodHasPassed(string loads, string newest, SourceHealth health)
    {
        var came = DateTimeOffset.Parse(newest + "T05:00:00Z", CultureInfo.InvariantCulture);

        var verdict = HealthRule.Judge(Past(loads), came, TimeSpan.FromDays(6), First.AddDays(1));

        Assert.Equal(health, verdict.Health);
        Assert.Equal(came.AddDays(6), verdict.NextExpected);
    }

    [Fact]
    public void Judge_OfASilentSource_SaysSinceWhenAndHowOftenItWasExpected()
    {
        var verdict = HealthRule.Judge(Past("onnnnnnnn"), null, TimeSpan.FromDays(7), First.AddDays(8));

        Assert.Equal((SourceHealth.Silent, First, "silent"), (verdict.Health, verdict.Since, verdict.Code));
        Assert.Equal("Nothing new since 2026-09-01, although something is expected every 7 days.", verdict.Sentence);
    }

    [Fact]
    public void Judge_WhereNobodyLooked_IsNotSilent()
    {
        var verdict = HealthRule.Judge(Past("o"), null, TimeSpan.FromDays(7), First.AddYears(1));

        Assert.Equal(SourceHealth.Ok, verdict.Health);
    }

    private static List<PastLoad> Past(string loads) => [.. loads.Select((letter, day) => letter switch
    {
        'o' => new PastLoad(First.AddDays(day), LoadHealth.Ok, null, "", day == 0 ? 1 : 0),
        'e' => new PastLoad(First.AddDays(day), LoadHealth.Empty, null, "Its answer held no record.", 0),
        'n' => new PastLoad(First.AddDays(day), LoadHealth.NotModified, null, "", 0),
        'N' => new PastLoad(First.AddDays(day), LoadHealth.NotModified, null, "", 1),
        'f' => new PastLoad(First.AddDays(day), LoadHealth.Failed, "timed-out", "It did not answer.", 0),
        _ => new PastLoad(First.AddDays(day), LoadHealth.Failed, "cancelled", "It was stopped.", 0),
    })];
}
