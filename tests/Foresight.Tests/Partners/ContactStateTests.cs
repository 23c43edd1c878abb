using Foresight.Engine.Partners;
using Xunit;

namespace Foresight.Tests.Partners;

public sealed class ContactStateTests
{
    [Theory]
    [InlineData("2025-09-05", false)]
    [InlineData("2025-09-04", true)]
    [InlineData("2026-09-05", false)]
    public void Contact_BeforeAYearAgo_IsDormant(string last, bool dormant)
    {
        var contact = new ContactState(SomePartners.Today) { Last = DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture) };

        Assert.Equal(dormant, contact.IsDormant);
    }

    [Fact]
    public void Contact_ThatNobodyRegistered_IsNotDormant()
    {
        var contact = new ContactState(SomePartners.Today);

        Assert.False(contact.IsDormant);
        Assert.Null(contact.DaysSince);
    }

    [Theory]
    [InlineData(2026, 9, 4, true)]
    [InlineData(2026, 9, 5, false)]
    public void Agreement_ThatHasEnded_IsDormant(int year, int month, int day, bool dormant)
    {
        var contact = new ContactState(SomePartners.Today) { Last = SomePartners.Today, AgreementEnds = new DateOnly(year, month, day) };

        Assert.Equal(dormant, contact.IsDormant);
    }

    [Theory]
    [InlineData("sv", "2023-05-10", "10 maj 2023, för 1214 dagar sedan (3 år och 3 månader)")]
    [InlineData("en", "2023-05-10", "10 May 2023, 1,214 days ago (3 years and 3 months)")]
    [InlineData("sv", "2025-08-05", "5 augusti 2025, för 396 dagar sedan (1 år och 1 månad)")]
    [InlineData("en", "2025-09-05", "5 September 2025, 365 days ago (1 year)")]
    [InlineData("sv", "2026-09-04", "4 september 2026, i går")]
    [InlineData("sv", "2026-09-03", "3 september 2026, för 2 dagar sedan")]
    [InlineData("en", "2026-09-05", "5 September 2026, today")]
    [InlineData("sv", null, "inte mätt")]
    public void Words_OfTheLastContact_TellDaysAndYears(string language, string? last, string expected)
    {
        var contact = new ContactState(SomePartners.Today) { Last = last is null ? null : DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture) };

        var words = new PartnerWords(language).Last(contact);

        Assert.Equal(expected, words.Replace('\u00A0', ' '));
    }
}
