using Foresight.Engine.Classify.Rules;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Classify.Rules;

public class WeakLabelsTests
{
    private static readonly SourceCategories[] Mapping =
    [
        Of("press", 0.7, ("ENVIRO", ["sea"]), ("DEVEL", ["land", "sea"]), ("TAX", [])),
        Of("press", 0.4, ("REGIO", ["land"])),
        Of("other", 0.9, ("ENVIRO", ["air"])),
    ];

    [Theory]
    [InlineData("ENVIRO", "sea 0.7")]
    [InlineData(" enviro ", "sea 0.7")]
    [InlineData("POLICY_AREA=ENVIRO", "sea 0.7")]
    [InlineData("POLICY_AREA=TAX,REGIO", "land 0.4")]
    [InlineData("REGIO|DEVEL", "land 0.7, sea 0.7")]
    [InlineData("TAX|ENVIRO", "sea 0.7")]
    [InlineData("TAX|GENINFO", "none 0.7")]
    [InlineData("GENINFO", "nothing")]
    [InlineData("ENVIRONMENT", "nothing")]
    [InlineData("", "nothing")]
    public void Categories_OfADocument_AreItsLabels(string categories, string expected)
    {
        var labels = WeakLabels.Of(Mapping, "press", categories.Split('|'));

        Assert.Equal(expected, labels is null ? "nothing"
            : labels.Areas.Count == 0 ? FormattableString.Invariant($"none {labels.OfNone}")
            : string.Join(", ", labels.Areas.Select(area => FormattableString.Invariant($"{area.Key} {area.Value}"))));
    }

    [Fact]
    public void Categories_OfAnotherSource_MeanWhatTheyMeanThere()
    {
        Assert.Equal(["air"], WeakLabels.Of(Mapping, "other", ["ENVIRO"])!.Areas.Keys);
        Assert.Null(WeakLabels.Of(Mapping, "unheard-of", ["ENVIRO"]));
    }

    private static SourceCategories Of(string source, double weight, params (string Category, string[] Areas)[] categories) =>
        new(source, categories.ToDictionary(one => one.Category, one => (IReadOnlyList<string>)one.Areas), weight);
}
