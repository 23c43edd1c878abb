using Foresight.Formats.Observations;
using Xunit;

namespace Foresight.Formats.Tests.Observations;

public class ObservationFlagsTests
{
    [Theory]
    [InlineData(null, true, ObservationPresence.Present, "")]
    [InlineData("p", true, ObservationPresence.Present, "P")]
    [InlineData("pb", true, ObservationPresence.Present, "BP")]
    [InlineData("bdeinpu", true, ObservationPresence.Present, "BDEINPU")]
    [InlineData("s", true, ObservationPresence.Present, "E")]
    [InlineData("es", true, ObservationPresence.Present, "E")]
    [InlineData("r", true, ObservationPresence.Present, "")]
    [InlineData("c", true, ObservationPresence.Present, "")]
    [InlineData(":", false, ObservationPresence.Missing, "")]
    [InlineData("c", false, ObservationPresence.Confidential, "Q")]
    [InlineData("bc", false, ObservationPresence.Confidential, "BQ")]
    [InlineData(": z", false, ObservationPresence.NotApplicable, "M")]
    [InlineData("zd", false, ObservationPresence.NotApplicable, "DM")]
    [InlineData("u", false, ObservationPresence.Missing, "U")]
    public void OfEurostat_Flags_GiveSdmxLetters(string? flags, bool hasValue, ObservationPresence presence, string letters)
    {
        var marks = ObservationFlags.OfEurostat(flags, hasValue);

        Assert.Equal(new ObservationMarks(presence, letters), marks);
    }

    [Theory]
    [InlineData("A", "F", true, ObservationPresence.Present, "")]
    [InlineData("P", null, true, ObservationPresence.Present, "P")]
    [InlineData("bp", "", true, ObservationPresence.Present, "BP")]
    [InlineData("", "C", false, ObservationPresence.Confidential, "Q")]
    [InlineData("c", null, false, ObservationPresence.Confidential, "Q")]
    [InlineData("M", "F", false, ObservationPresence.NotApplicable, "M")]
    [InlineData("z", null, false, ObservationPresence.NotApplicable, "M")]
    [InlineData("O", null, false, ObservationPresence.Missing, "O")]
    public void OfSdmx_StatusAndConfidentiality_GiveLettersAndPresence(string status, string? confidentiality, bool hasValue, ObservationPresence presence, string letters)
    {
        var marks = ObservationFlags.OfSdmx(status, confidentiality, hasValue);

        Assert.Equal(new ObservationMarks(presence, letters), marks);
    }

    [Theory]
    [InlineData(".", false, ObservationPresence.NotApplicable, "M")]
    [InlineData("..", false, ObservationPresence.Missing, "O")]
    [InlineData(":", false, ObservationPresence.Confidential, "Q")]
    [InlineData("-", false, ObservationPresence.Missing, "O")]
    [InlineData("*", true, ObservationPresence.Present, "P")]
    [InlineData("#", true, ObservationPresence.Present, "")]
    public void OfPx_Symbol_TellsWhyThereIsNoValue(string symbol, bool hasValue, ObservationPresence presence, string letters)
    {
        var marks = ObservationFlags.OfPx(symbol, hasValue);

        Assert.Equal(new ObservationMarks(presence, letters), marks);
    }
}
