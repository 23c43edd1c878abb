using Foresight.Engine.Classify.Labelling;
using Xunit;

namespace Foresight.Tests.Classify.Labelling;

public sealed class AgreementTests
{
    // The worked example of four observers, twelve units and missing values in K. Krippendorff, Computing Krippendorff's
    // Alpha-Reliability (2011), section C: alpha of nominal data is .743, of ordinal data .815.
    [Fact]
    public void Alpha_OfTheWorkedExample_IsAsPublished()
    {
        int?[][] values =
        [
            [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
            [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
            [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
        ];

        IReadOnlyList<int>[] units = [.. Enumerable.Range(0, 12).Select(unit => (IReadOnlyList<int>)[.. values.Select(observer => observer[unit]).OfType<int>()])];

        Assert.Equal(0.743, Agreement.Alpha(units)!.Value, 3);
        Assert.Equal(0.815, Agreement.OrdinalAlpha(units)!.Value, 3);
    }

    [Fact]
    public void OrdinalAlpha_OfSmallDifferences_IsHigherThanOfGreatOnes()
    {
        IReadOnlyList<int>[] near = [[1, 2], [3, 3], [5, 4], [2, 2]];
        IReadOnlyList<int>[] far = [[1, 5], [3, 3], [5, 1], [2, 2]];

        Assert.True(Agreement.OrdinalAlpha(near) > Agreement.OrdinalAlpha(far));
        Assert.True(Agreement.OrdinalAlpha(far) < 0);
        Assert.Null(Agreement.OrdinalAlpha([[4, 4], [4, 4]]));
    }

    [Fact]
    public void Alpha_OfFullAgreement_Is1() => Assert.Equal(1, Agreement.Alpha<int>([[1, 1], [2, 2], [1, 1, 1]]));

    [Fact]
    public void Alpha_WorseThanChance_IsBelow0() => Assert.True(Agreement.Alpha<int>([[1, 2], [2, 1], [1, 2]]) < 0);

    [Fact]
    public void Alpha_WhereNothingCouldDiffer_IsNotKnown()
    {
        Assert.Null(Agreement.Alpha<int>([]));
        Assert.Null(Agreement.Alpha<int>([[1], [2]]));
        Assert.Null(Agreement.Alpha<int>([[1, 1], [1, 1]]));
    }
}
