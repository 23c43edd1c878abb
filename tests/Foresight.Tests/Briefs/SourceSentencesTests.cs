using Foresight.Engine.Briefs;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Briefs;

public sealed class SourceSentencesTests
{
    [Theory]
    [InlineData("sv", SourceHealth.Failed, "unreachable", "A har inte kunnat läsas sedan 3 september 2026: källan gick inte att nå; det nyaste vi har är från 1 augusti 2026.")]
    [InlineData("en", SourceHealth.Failed, "unreachable", "A has not been readable since 3 September 2026: the source could not be reached; the newest we have is of 1 augusti 2026.")]
    [InlineData("sv", SourceHealth.Ailing, "server-fault", "A har inte kunnat läsas sedan 3 september 2026 och äldre uppgifter visas: källans server hade fel.")]
    [InlineData("en", SourceHealth.Silent, "silent", "A has been silent since 1 augusti 2026: it usually has something more often.")]
    [InlineData("sv", SourceHealth.NeverRead, null, "A är inte läst än.")]
    public void Lines_OfOneSource_SayWhatIsMissingSinceWhenAndWhy(string language, SourceHealth health, string? code, string said)
    {
        var lines = new BriefSentences(language).Trouble.Lines([Source("A", health, code)], health);

        Assert.Equal(said, Assert.Single(lines).Replace('\u00A0', ' '));
    }

    [Fact]
    public void Lines_OfManySources_NameThreeInOneLineAndCountTheRest()
    {
        List<SourceState> sources = [.. "ABCDE".Select(title => Source(title.ToString(), SourceHealth.Failed, "timed-out")), Source("W", SourceHealth.Ok, null)];

        var lines = new BriefSentences("sv").Trouble.Lines(sources, SourceHealth.Failed);

        Assert.Equal(
            "Har inte kunnat läsas: A sedan 3 september 2026 (källan svarade inte i tid), B sedan 3 september 2026 (källan svarade inte i tid), C sedan 3 september 2026 (källan svarade inte i tid) och 2 till, se källistan.",
            Assert.Single(lines).Replace('\u00A0', ' '));
    }

    [Fact]
    public void Reason_OfEveryFault_IsPlainWordsInBothLanguages()
    {
        // What is none of the others is told in the program's own sentence, and what a person stopped is no fault of a source.
        var faults = Enum.GetValues<Fault>().Except([Fault.Other, Fault.Cancelled]).Select(fault => fault.ToCode());

        Assert.All(faults, code => Assert.All(["sv", "en"], language =>
            Assert.DoesNotContain("program.", new BriefSentences(language).Trouble.Reason(Source("A", SourceHealth.Failed, code)), StringComparison.Ordinal)));
    }

    private static SourceState Source(string title, SourceHealth health, string? code) => new()
    {
        Id = title,
        Title = title,
        Producer = "P",
        Licence = "L",
        Health = health,
        Code = code,
        Sentence = code is null ? "" : "An English sentence of a program.",
        Since = health is SourceHealth.NeverRead ? null : new DateTimeOffset(2026, 9, 3, 5, 0, 0, TimeSpan.Zero),
        NewestText = health is SourceHealth.NeverRead ? null : "1 augusti 2026",
    };
}
