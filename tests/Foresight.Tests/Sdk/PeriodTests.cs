using CsCheck;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Sdk;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2022", 6, "2028")]
    [InlineData("2022", -23, "1999")]
    [InlineData("2026-S2", 1, "2027-S1")]
    [InlineData("2026-Q3", 2, "2027-Q1")]
    [InlineData("2026-Q1", -1, "2025-Q4")]
    [InlineData("2026-11", 3, "2027-02")]
    [InlineData("2020-W53", 1, "2021-W01")]
    [InlineData("2024-02-28", 2, "2024-03-01")]
    public void Plus_PeriodsOfEachFrequency_GoesOnOverTheYear(string from, int periods, string expected)
    {
        var later = Period.Parse(from).Plus(periods);

        Assert.Equal(Period.Parse(expected), later);
        Assert.Equal(expected, later.Text);
    }

    [Theory]
    [InlineData("2026", "2026", Frequency.Annual, "2026-01-01")]
    [InlineData("2026-A1", "2026", Frequency.Annual, "2026-01-01")]
    [InlineData("2026-S2", "2026-S2", Frequency.HalfYearly, "2026-07-01")]
    [InlineData("2026S1", "2026-S1", Frequency.HalfYearly, "2026-01-01")]
    [InlineData("2026-Q3", "2026-Q3", Frequency.Quarterly, "2026-07-01")]
    [InlineData("2026q4", "2026-Q4", Frequency.Quarterly, "2026-10-01")]
    [InlineData("2026-03", "2026-03", Frequency.Monthly, "2026-03-01")]
    [InlineData("202603", "2026-03", Frequency.Monthly, "2026-03-01")]
    [InlineData("2026M03", "2026-03", Frequency.Monthly, "2026-03-01")]
    [InlineData(" 2026-M12 ", "2026-12", Frequency.Monthly, "2026-12-01")]
    [InlineData("2026-W01", "2026-W01", Frequency.Weekly, "2025-12-29")]
    [InlineData("2026W53", "2026-W53", Frequency.Weekly, "2026-12-28")]
    [InlineData("2024-02-29", "2024-02-29", Frequency.Daily, "2024-02-29")]
    public void Parse_PeriodInAnyOfItsForms_IsCanonical(string text, string canonical, Frequency frequency, string start)
    {
        var period = Period.Parse(text);

        Assert.Equal(canonical, period.Text);
        Assert.Equal(canonical, period.ToString());
        Assert.Equal(frequency, period.Frequency);
        Assert.Equal(start, period.Start.ToString("yyyy-MM-dd", null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("26")]
    [InlineData("0000")]
    [InlineData("2026-")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-Q5")]
    [InlineData("2026-S3")]
    [InlineData("2025-W53")]
    [InlineData("2026-02-29")]
    [InlineData("202602-28")]
    [InlineData("20260228")]
    [InlineData("2026-Q")]
    [InlineData("2026-Q-1")]
    [InlineData("2026 Q1")]
    [InlineData("-2026")]
    [InlineData("2026-01-01T00:00:00")]
    public void TryParse_NoPeriod_IsFalseAndGivesNone(string text)
    {
        var isPeriod = Period.TryParse(text, out var period);

        Assert.False(isPeriod);
        Assert.Equal(default, period);
        Assert.Contains($"'{text}' is no period", Assert.Throws<FormatException>(() => Period.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_TextOfAnyPeriod_GivesThePeriod()
    {
        Periods.Sample(period => Period.Parse(period.Text) == period);
    }

    [Fact]
    public void TryParse_AnyText_NeverThrowsAndIsCanonicalAtOnce()
    {
        Gen.String[Gen.Char["0123456789-QSMWAqsmwa T:"], 0, 12]
            .Sample(text => !Period.TryParse(text, out var period) || Period.Parse(period.Text) == period);
    }

    [Fact]
    public void Compare_AnyTwoPeriods_FollowsStartAndAgreesWithEquality()
    {
        Gen.Select(Periods, Periods).Sample((left, right) =>
            left.CompareTo(right) == -right.CompareTo(left)
            && (left.CompareTo(right) == 0) == (left == right)
            && (left.Start == right.Start || (left < right) == (left.Start < right.Start))
            && (left <= right) == !(left > right));
    }

    [Fact]
    public void Default_IsNoPeriodAndHasNoText()
    {
        Assert.Equal("", default(Period).ToString());
    }

    private static readonly Gen<Period> Periods =
        from year in Gen.Int[1, 9999]
        from form in Gen.OneOf("", "-S1", "-S2", "-Q1", "-Q4", "-01", "-12", "-W01", "-W52", "-02-28", "-12-31")
        select Period.Parse(year.ToString("0000", null) + form);
}
