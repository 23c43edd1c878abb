using System.Text.Json.Nodes;
using Foresight.Engine.Policies;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Policies;

public class PolicySchemaTests
{
    private static readonly string Approved = Repository.Path("data", "policies", "policy.schema.json");

    [Fact]
    public void File_InRepository_IsWhatTheReaderReadsBy()
    {
        var generated = PolicySchema.Text();

        if (Environment.GetEnvironmentVariable("FORESIGHT_APPROVE") == "1")
        {
            File.WriteAllText(Approved, generated);
        }

        Assert.True(
            File.Exists(Approved) && File.ReadAllText(Approved).ReplaceLineEndings("\n") == generated,
            "data/policies/policy.schema.json is not what the reader reads by; run this test once with FORESIGHT_APPROVE=1 and review the change.");
    }

    [Theory]
    [InlineData("place", typeof(Place))]
    [InlineData("indicator", typeof(Indicator))]
    [InlineData("body", typeof(Body))]
    [InlineData("audience", typeof(Audience))]
    [InlineData("focusArea", typeof(FocusArea))]
    [InlineData("peerGroup", typeof(PeerGroup))]
    [InlineData("network", typeof(Network))]
    [InlineData("localText", typeof(LocalText))]
    [InlineData("classification", typeof(Classification))]
    [InlineData("rule", typeof(ClassificationRule))]
    [InlineData("words", typeof(LocalWords))]
    [InlineData("sourceCategories", typeof(SourceCategories))]
    [InlineData("productWatch", typeof(ProductWatch))]
    [InlineData("watchedProduct", typeof(WatchedProduct))]
    [InlineData("cycle", typeof(Cycle))]
    [InlineData("meetings", typeof(MeetingSeries))]
    [InlineData("report", typeof(ReportRule))]
    public void Keys_OfARecord_AreItsProperties(string definition, Type record)
    {
        var schema = JsonNode.Parse(PolicySchema.Text())!;

        var keys = schema["$defs"]![definition]!["properties"]!.AsObject().Select(property => property.Key);

        Assert.Equal(Settable(record), keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Keys_OfAFund_AreItsPropertiesButForWhatItsProgrammeSays()
    {
        var schema = JsonNode.Parse(PolicySchema.Text())!;

        var keys = schema["$defs"]!["fund"]!["properties"]!.AsObject().Select(property => property.Key);

        Assert.Equal(Settable(typeof(Fund)).Except(["name", "programme"]), keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Keys_OfTheFile_AreThePolicysPropertiesAndTheEntries()
    {
        var schema = JsonNode.Parse(PolicySchema.Text())!;

        var keys = schema["properties"]!.AsObject().Select(property => property.Key);

        string[] entries = ["analyses", "briefs", "charts", "classifier", "fetching", "sources"];
        Assert.Equal(Settable(typeof(Policy)).Where(key => key != "id").Concat(entries).Order(StringComparer.Ordinal), keys.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Settable(Type record) => record.GetProperties()
        .Where(property => property.CanWrite)
        .Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..])
        .Order(StringComparer.Ordinal);
}
