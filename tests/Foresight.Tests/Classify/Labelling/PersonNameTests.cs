using Foresight.Engine.Classify.Labelling;
using Xunit;

namespace Foresight.Tests.Classify.Labelling;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("ab", "AB")]
    [InlineData(" Å Ö ", "Å Ö")]
    [InlineData("åsö", "ÅSÖ")]
    [InlineData("analyst-2", "analyst-2")]
    [InlineData("omvärldsanalytiker", "omvärldsanalytiker")]
    [InlineData("grupp 2026", "grupp 2026")]
    public void Read_InitialsOrARole_GivesThemAsStored(string given, string expected)
    {
        Assert.Null(PersonName.ProblemOf(given));
        Assert.Equal(expected, PersonName.Read(given));
    }

    [Theory]
    [InlineData(null, "Nobody is named")]
    [InlineData("  ", "Nobody is named")]
    [InlineData("anna@example.org", "e-mail")]
    [InlineData("19800101-1234", "personal identity number")]
    [InlineData("800101-1234", "personal identity number")]
    [InlineData("8001611234", "personal identity number")]
    [InlineData("AB 19800101 1234", "personal identity number")]
    [InlineData("AB\u001b[2J", "other signs")]
    [InlineData("AB, CD", "other signs")]
    [InlineData("en mycket lång beskrivning av en roll i kommunen", "longer than 40")]
    public void ProblemOf_WhatMustNotBeStored_SaysWhyAndWhatToGive(string? given, string expected)
    {
        var problem = PersonName.ProblemOf(given)!;

        Assert.Contains(expected, problem, StringComparison.Ordinal);
        Assert.EndsWith("Give initials or a role, such as AB or analyst-2.", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(problem, char.IsControl);
    }
}
