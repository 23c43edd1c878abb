using System.Text;
using Xunit;

namespace Foresight.Tests.Policies;

public sealed class PolicyFolderTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Policy_Smallest_Reads()
    {
        _workspace.Write("vik.yaml", Some.Policy);

        var reading = _workspace.Read();

        Assert.Equal([], reading.Problems);
        var policy = Assert.Single(reading.Policies).Policy;
        Assert.Equal(("vik", "1", new DateOnly(2026, 1, 1)), (policy.Id, policy.Version, policy.HoldsFrom));
        Assert.Equal(["0007"], policy.Home.CodesOf("kolada"));
    }

    // The added line is line 9; a changed line keeps its number.
    [Theory]
    [InlineData("purpose: []", "a.yaml:9 Unknown key 'purpose'; nearest 'purposes'.")]
    [InlineData("zzzzzzzzzzzz: []", "a.yaml:9 Unknown key 'zzzzzzzzzzzz'")]
    [InlineData("version: \"2\"", "a.yaml:9 The key 'version' is there twice; the first is on line 1.")]
    [InlineData("purposes: [{ id: a }]", "a.yaml:9 The key 'name' is missing in this 'purposes'.")]
    [InlineData("purposes: [{ id: a, name: { sv: x } }]", "a.yaml:9 The key 'en' is missing in this 'name'.")]
    [InlineData("purposes: { id: a }", "a.yaml:9 'purposes' must be a list, not a map of keys.")]
    [InlineData("purposes: [a]", "a.yaml:9 'purposes' must be a map of keys, not 'a'.")]
    [InlineData("purposes:", "a.yaml:9 The key 'purposes' has no value; give it one or leave the key out.")]
    [InlineData("purposes: [{ id: Å, name: { sv: x, en: x } }]", "a.yaml:9 'id' must be an id of lower-case letters a to z, digits and single hyphens, not 'Å'.")]
    [InlineData("purposes: [{ id: a, name: { sv: x, en: x } }, { id: a, name: { sv: x, en: x } }]", "a.yaml:9 The purpose 'a' is there twice; the first is on line 9.")]
    [InlineData("bodies: [{ id: a, name: { sv: x, en: x }, kind: parliament }]", "a.yaml:9 'kind' must be one of council, executive-board")]
    [InlineData("bodies: [{ id: a, name: { sv: x, en: x }, kind: council, focusAreas: [see] }]", "a.yaml:9 There is no focus area 'see'; nearest 'sea'.")]
    [InlineData("bodies: [{ id: a, name: { sv: x, en: x }, kind: council, toConfirm: yes }]", "a.yaml:9 'toConfirm' must be true or false, not 'yes'.")]
    [InlineData("audiences: [{ id: a, name: { sv: x, en: x }, body: board, cadence: monthly }]", "a.yaml:9 There is no body 'board'.")]
    [InlineData("peerGroups: [{ id: a, code: G, name: { sv: x, en: x }, year: 2x, members: [vik] }]", "a.yaml:9 'year' must be a whole number, not '2x'.")]
    [InlineData("peerGroups: [{ id: a, code: G, name: { sv: x, en: x }, year: 2024, members: [wik] }]", "a.yaml:9 There is no place 'wik'; nearest 'vik'.")]
    [InlineData("peerGroups: [{ id: a, code: G, name: { sv: x, en: x }, year: 2024, members: [] }]", "a.yaml:9 'members' needs at least one item.")]
    [InlineData("briefs: [{ id: a, audience: b, title: { sv: x, en: x }, template: board, languages: [sv], charts: [] }]", "a.yaml:9 There is no audience 'b'.")]
    [InlineData("briefs: [{ id: a, audience: b, title: { sv: x, en: x }, template: bord, languages: [sv], charts: [] }]", "a.yaml:9 'template' must be one of board, council, not 'bord'.")]
    [InlineData("followUp: { dormantMonths: 0 }", "a.yaml:9 'dormantMonths' must be a whole number of months, 1 to 240, not '0'.")]
    [InlineData("analyses: [{ id: a, use: attention }, { id: a, use: attention }]", "a.yaml:9 The analysis 'a' is there twice; the first is on line 9.")]
    [InlineData("x: &a [*a]", "a.yaml:9 The anchor '&a' is not read; write the value out where it is used.")]
    [InlineData("x: &a [*a]", "a.yaml:9 The alias '*a' is not read; write the value out.")]
    [InlineData("x: !!binary aGVq", "a.yaml:9 The tag 'tag:yaml.org,2002:binary' is not read; leave it out.")]
    [InlineData("[a, b]: c", "a.yaml:9 A key must be a word, not a list.")]
    [InlineData("\tx: 1", "a.yaml:9 This is not valid YAML: a tab stands where the line is indented; use spaces.")]
    [InlineData("x: [1", "a.yaml:9 This is not valid YAML")]
    [InlineData("x: \"1", "a.yaml:9 This is not valid YAML")]
    [InlineData("x: a: b", "a.yaml:9 This is not valid YAML")]
    [InlineData("x: }", "a.yaml:9 This is not valid YAML")]
    [InlineData("justaword", "a.yaml:9 This is not valid YAML")]
    [InlineData("x: @a", "a.yaml:9 This is not valid YAML")]
    [InlineData("--- {}", "a.yaml:9 The file has a second document after '---'; write one policy per file.")]
    public void Line_WithAFault_IsToldWithItsNumber(string line, string expected)
    {
        _workspace.Write("a.yaml", Some.Policy + line + "\n");

        var problems = _workspace.Problems();

        Assert.Contains(expected, problems, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("holdsFrom: 2026-01-01", "holdsFrom: 1 January", "a.yaml:2 'holdsFrom' must be a date such as 2026-09-05, not '1 January'.")]
    [InlineData("version: \"1\"", "version: [1]", "a.yaml:1 'version' must be a text, not a list.")]
    [InlineData("title: { sv: Plan, en: Plan }", "# no title", "a.yaml:1 The key 'title' is missing in this 'policy'.")]
    [InlineData("topics: [sea]", "topics: [see]", "a.yaml:6 There is no topic 'see'; nearest 'sea'.")]
    [InlineData("role: home", "role: peer", "a.yaml:8 No place has the role home; give it to your own.")]
    [InlineData("role: home", "role: hoem", "a.yaml:8 'role' must be one of home, peer, region, twin-town, partner, country, not 'hoem'.")]
    [InlineData("country: SE", "country: Sweden", "a.yaml:8 'country' must be an ISO 3166 code of two capitals, not 'Sweden'.")]
    [InlineData("codes: { kolada: [\"0007\"] }", "codes: { kolada: [\"0007\"] }, noData: [kolada]", "a.yaml:8 'kolada' stands both in 'codes' and in 'noData'; keep one.")]
    [InlineData("codes: { kolada: [\"0007\"] }", "codes: { kolada: [{ code: A, vintag: B }] }", "a.yaml:8 Unknown key 'vintag'; nearest 'vintage'.")]
    public void Value_Changed_IsToldWithItsLine(string old, string changed, string expected)
    {
        _workspace.Write("a.yaml", Some.Policy.Replace(old, changed, StringComparison.Ordinal));

        var problems = _workspace.Problems();

        Assert.Contains(expected, problems, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("good: up", "good: target", "'N1' has good: target but no 'target'.")]
    [InlineData("good: up", "good: up, target: 50", "'N1' has 'target' but not good: target.")]
    [InlineData("good: up", "good: up, kinds: [step]", "'N1' has the kind step but no 'measuredYears'.")]
    [InlineData("good: up", "good: up, kinds: [rolling]", "'N1' has the kind rolling but no 'rollingYears'.")]
    [InlineData("good: up", "good: up, denominator: 40", "'N1' has 'denominator' but not the kind small-count.")]
    [InlineData("good: up", "good: up, kinds: [stepp]", "'kinds' must be one of annual, gaps, few-points, step, rolling, small-count, noisy, current-prices, not 'stepp'.")]
    [InlineData("good: up", "good: better", "'good' must be one of none, up, down, target, not 'better'.")]
    [InlineData("good: up", "good: up, noise: 0,5", "Unknown key '5'")]
    [InlineData("good: up", "good: up, noise: much", "'noise' must be a number with a decimal point, not 'much'.")]
    [InlineData("good: up", "good: up, peers: near", "There is no peer group 'near'.")]
    [InlineData("source: figures", "source: figuers", "There is no source 'figuers'; nearest 'figures'.")]
    public void Indicator_WithAFault_IsTold(string old, string changed, string expected)
    {
        _workspace.Write("a.yaml", Some.Policy
            + "indicators:\n  - " + Some.Indicator.Replace(old, changed, StringComparison.Ordinal)
            + "\nsources:\n  - " + Some.Source("figures", "feed").Replace("OPTIONS", "{ url: 'https://example.org/feed' }", StringComparison.Ordinal) + "\n");

        var problems = _workspace.Problems();

        Assert.Contains("a.yaml:10 " + expected, problems, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_OfAllFiles_ComeTogetherInOrder()
    {
        _workspace.Write("b.yaml", Some.Policy.Replace("version: \"1\"", "version: []", StringComparison.Ordinal) + "sourcess: []\ncharts: [{ id: c, use: peers }]\n");
        _workspace.Write("a.yaml", Some.Policy + "tols: []\n");
        _workspace.Write("c.yaml", Some.Policy);

        var problems = _workspace.Problems();

        Assert.Equal(
            """
            a.yaml:9 Unknown key 'tols'; nearest 'tools'.
            b.yaml:1 'version' must be a text, not a list.
            b.yaml:9 Unknown key 'sourcess'; nearest 'sources'.
            b.yaml:10 No plugin offers the chart 'peers'; nearest 'indicator-peers'.

            """.ReplaceLineEndings("\n"),
            problems);
        Assert.Equal(["c"], _workspace.Read().Policies.Select(file => file.Policy.Id));
    }

    [Fact]
    public void Folder_WithOneAskedFor_ReadsThatOneOnly()
    {
        _workspace.Write("good.yaml", Some.Policy).Write("bad.yaml", "nonsense: 1\n");

        Assert.Equal([], _workspace.Read("good").Problems);
        Assert.Single(_workspace.Read("good").Policies);
        Assert.Contains("goood.yaml:1 There is no policy 'goood'; nearest 'good'.", _workspace.Problems("goood"), StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_WithoutPolicies_IsAProblem()
    {
        Assert.Contains(":1 The folder holds no policy", _workspace.Problems(), StringComparison.Ordinal);

        _workspace.Write("a.yml", Some.Policy);

        Assert.Contains("a.yml:1 Policies end in .yaml; rename the file.", _workspace.Problems(), StringComparison.Ordinal);
    }

    [Fact]
    public void Topics_WithAFault_AreToldInTheirOwnFileOnly()
    {
        _workspace.Write("a.yaml", Some.Policy);
        _workspace.WriteTopics("topics:\n  - { id: sea, sv: Hav }\n");

        Assert.Equal("topics.yaml:2 The key 'en' is missing in this 'topics'.\n", _workspace.Problems());
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a remark\n")]
    [InlineData("--- \n")]
    [InlineData("- a\n- b\n")]
    [InlineData("just a text")]
    [InlineData("a: *nobody")]
    [InlineData("? [1]\n: 2")]
    [InlineData("<<: {a: 1}")]
    [InlineData("places: {}\nfocusAreas: text\nsources: 5\ncharts: {a: b}\nclassifier: []\n")]
    [InlineData("a: |\n\tb")]
    [InlineData("\0")]
    public void File_OfNoUse_IsAProblemAndNoException(string text)
    {
        _workspace.Write("a.yaml", text);

        var reading = _workspace.Read();

        Assert.Empty(reading.Policies);
        Assert.NotEmpty(reading.Problems);
    }

    [Fact]
    public void File_ThatIsNotUtf8_IsToldWithItsLine()
    {
        _workspace.Write("a.yaml", [.. Encoding.UTF8.GetBytes("version: x\ntitle: V"), 0xE4, .. Encoding.UTF8.GetBytes("nersborg\n")]);

        Assert.Equal("a.yaml:2 The file is not UTF-8; save it as UTF-8.\n", _workspace.Problems());
    }

    [Fact]
    public void File_NestedTooDeep_IsAProblemAndNoOverflow()
    {
        _workspace.Write("a.yaml", "a: " + new string('[', 100_000));

        Assert.Contains("nested deeper than 40 levels", _workspace.Problems(), StringComparison.Ordinal);
    }

    [Fact]
    public void File_WithByteOrderMarkAndWindowsLines_Reads()
    {
        _workspace.Write("a.yaml", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Some.Policy.ReplaceLineEndings("\r\n"))]);

        Assert.Equal("", _workspace.Problems());
    }

    [Fact]
    public void Sources_GoneOverAtRandom_NeverThrow()
    {
        var random = new Random(20260905);
        var whole = Encoding.UTF8.GetBytes(Some.Policy + "sources:\n  - " + Some.Source("s", "feed").Replace("OPTIONS", "{ url: 'https://example.org' }", StringComparison.Ordinal) + "\n");
        const string Marks = " \n\t:-[]{},&*!|>'\"%@`#a0\0é";

        for (var round = 0; round < 400; round++)
        {
            var bytes = whole.ToList();
            for (var change = 0; change < 3; change++)
            {
                var place = random.Next(bytes.Count);
                if (random.Next(2) == 0)
                {
                    bytes.RemoveRange(place, Math.Min(random.Next(1, 20), bytes.Count - place));
                }
                else
                {
                    bytes.Insert(place, (byte)Marks[random.Next(Marks.Length)]);
                }
            }

            _workspace.Write("a.yaml", [.. bytes]);
            var reading = _workspace.Read();
            Assert.True(reading.Policies.Count + reading.Problems.Count > 0);
        }
    }
}
