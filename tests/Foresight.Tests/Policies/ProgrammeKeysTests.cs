using System.Text.Json.Nodes;
using Foresight.Engine.Policies;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Policies;

public sealed class ProgrammeKeysTests : IDisposable
{
    // One programme on lines 2 to 7; a test adds line 8.
    private const string Programme = """
        programmes:
          - id: towns
            name: { sv: Orter, en: Towns }
            status: adopted
            managingBody: { sv: m, en: m }
            source: https://example.org
            checked: 2026-09-01

        """;

    private static readonly string Approved = Repository.Path("data", "funds", "programmes.schema.json");

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Fund_OfAProgramme_HasItsNameAndRules()
    {
        workspace.WriteFunds("a.yaml", Programme + "    period: 2021-2027\n    countries: [EU, \"NO\"]\n    role: partner\n")
            .Write("vik.yaml", Some.Policy + "funds: [{ id: towns, focusAreas: [sea] }]\napplyAs: [municipality, school]\n");

        var reading = workspace.Read();

        Assert.Equal([], reading.Problems);
        var policy = Assert.Single(reading.Policies).Policy;
        var fund = Assert.Single(policy.Funds);
        Assert.Equal(("towns", "Orter", "2021-2027", ProgrammeRole.Partner), (fund.Id, fund.Name.Sv, fund.Programme!.Period!.ToString(), fund.Programme.Role));
        Assert.Equal(29, fund.Programme.Countries.Count);
        Assert.Equal([ApplicantKind.Municipality, ApplicantKind.School], policy.ApplyAs);
    }

    [Theory]
    [InlineData("period: 2027-2021", "a.yaml:8 'period' must be a period such as 2021-2027, its first year before its last, not '2027-2021'.")]
    [InlineData("periode: 2021-2027", "a.yaml:8 Unknown key 'periode'; nearest 'period'.")]
    [InlineData("grantShare: { from: 0.9, to: 0.6 }", "a.yaml:8 'grantShare' begins above its end; write the lower rate under 'from'.")]
    [InlineData("grantShare: { from: 60, to: 0.95 }", "a.yaml:8 'from' must be a number above 0 and at most 1, not '60'.")]
    [InlineData("leadTimeMonths: 0", "a.yaml:8 'leadTimeMonths' must be a whole number of months from 1 to 60, not '0'.")]
    [InlineData("partnerCountries: many", "a.yaml:8 'partnerCountries' must be a whole number of countries from 1 to 27, not 'many'.")]
    [InlineData("applicants: [municipalities]", "a.yaml:8 'applicants' must be one of municipality, municipal-company, municipal-association, region, authority, school, university, research, association, company, not 'municipalities'.")]
    [InlineData("countries: [Sweden]", "a.yaml:8 'countries' must be a country in two capital letters, or EU for all member states, not 'Sweden'.")]
    [InlineData("areas: [se232]", "a.yaml:8 'areas' must be a NUTS code such as SE232, not 'se232'.")]
    [InlineData("successors: [villages]", "a.yaml:8 There is no programme 'villages'; known: towns.")]
    [InlineData("calls: { programmes: [] }", "a.yaml:8 'programmes' needs at least one item.")]
    [InlineData("calls: { programmes: [T], topics: [a b] }", "a.yaml:8 'topics' must be an identifier of topics without spaces, where * stands for any characters, not 'a b'.")]
    [InlineData("parts: [{ name: { sv: x, en: x } }]", "a.yaml:8 The key 'topics' is missing in this 'parts'.")]
    [InlineData("role: leader", "a.yaml:8 'role' must be one of lead, partner, not 'leader'.")]
    [InlineData("status: proposed", "a.yaml:8 The key 'status' is there twice; the first is on line 4.")]
    public void Line_WithAFault_IsToldWithItsNumber(string line, string expected)
    {
        workspace.WriteFunds("a.yaml", $"{Programme}    {line}\n").Write("vik.yaml", Some.Policy);

        var problems = workspace.Problems();

        Assert.Equal(expected + "\n", problems);
    }

    [Fact]
    public void Files_WithFaults_AreAllToldTogetherAndTheirFundsNotCalledUnknown()
    {
        workspace.WriteFunds("a.yaml", Programme).WriteFunds("b.yaml", Programme + "    role: boss\n").WriteFunds("c.yml", Programme)
            .Write("vik.yaml", Some.Policy + "funds: [{ id: elsewhere }]\n");

        var problems = workspace.Problems();

        Assert.Equal(
            """
            b.yaml:2 The programme 'towns' is there twice; the first is in a.yaml on line 2.
            b.yaml:8 'role' must be one of lead, partner, not 'boss'.
            c.yml:1 Files of programmes end in .yaml; rename the file.

            """.ReplaceLineEndings("\n"),
            problems);
    }

    [Theory]
    [InlineData("funds: [{ id: town }]", "vik.yaml:9 There is no programme 'town'; nearest 'towns'.")]
    [InlineData("funds: [{ id: towns, name: { sv: x, en: x } }]", "vik.yaml:9 Unknown key 'name'")]
    [InlineData("funds: [{ id: towns }, { id: towns }]", "vik.yaml:9 The fund 'towns' is there twice; the first is on line 9.")]
    public void Policy_WithAWrongFund_IsTold(string line, string expected)
    {
        workspace.WriteFunds("a.yaml", Programme).Write("vik.yaml", Some.Policy + line + "\n");

        var problems = workspace.Problems();

        Assert.StartsWith(expected, problems, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_InRepository_IsWhatTheReaderReadsBy()
    {
        var generated = PolicySchema.ProgrammesText();

        if (Environment.GetEnvironmentVariable("FORESIGHT_APPROVE") == "1")
        {
            File.WriteAllText(Approved, generated);
        }

        Assert.True(
            File.Exists(Approved) && File.ReadAllText(Approved).ReplaceLineEndings("\n") == generated,
            "data/funds/programmes.schema.json is not what the reader reads by; run this test once with FORESIGHT_APPROVE=1 and review the change.");
    }

    [Theory]
    [InlineData("programme", typeof(Programme))]
    [InlineData("part", typeof(ProgrammePart))]
    [InlineData("calls", typeof(CallPattern))]
    [InlineData("grantShare", typeof(GrantShare))]
    public void Keys_OfARecord_AreItsProperties(string definition, Type record)
    {
        var schema = JsonNode.Parse(PolicySchema.ProgrammesText())!;

        var keys = schema["$defs"]![definition]!["properties"]!.AsObject().Select(property => property.Key);

        Assert.Equal(
            record.GetProperties().Where(property => property.CanWrite).Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]).Order(StringComparer.Ordinal),
            keys.Order(StringComparer.Ordinal));
    }
}
