using System.Text.Json;

namespace Foresight.Tests.Runs;

/// <summary>A workspace of a test's own: one small policy with the sources that the test names, and a replay map.</summary>
internal sealed class TestWorkspace : IDisposable
{
    private const string Head = """
        version: "1"
        holdsFrom: 2026-01-01
        title: { sv: Provpolicy, en: Test policy }
        organisation: { sv: Provkommun, en: Test municipality }
        focusAreas:
          - id: nature
            name: { sv: Natur, en: Nature }
            shortName: { sv: Natur, en: Nature }
            topics: [nature]
        places:
          - { id: home, name: { sv: Provkommun, en: Testtown }, role: home, country: SE }
        """;

    private readonly TemporaryFolder folder = new();
    private readonly List<object> answers = [];
    private readonly List<string> sources = [];
    private readonly List<string> leftOut = [];

    public string Data => Path.Combine(folder.Path, "data");

    public string Map => Path.Combine(folder.Path, "map.json");

    public string Store => Path.Combine(folder.Path, "store");

    /// <summary>The options by which a command works here.</summary>
    public IReadOnlyList<string> Options => ["--data", Data, "--policy", "test", "--replay", Map, "--store", Store];

    /// <summary>Adds a source entry.</summary>
    public TestWorkspace Source(string id, string use, string options = "")
    {
        sources.Add($"  - {{ id: {id}, use: {use}, title: {{ sv: {id}, en: {id} }}, producer: Test, licence: Test, url: https://example.org, options: {{ {options} }} }}");
        return this;
    }

    /// <summary>Adds an answer to the map.</summary>
    public TestWorkspace Answer(string url, string file, string? contentType = null, int status = 200)
    {
        answers.Add(new { url, file, status, headers = contentType is null ? [] : new Dictionary<string, string> { ["Content-Type"] = contentType } });
        return this;
    }

    /// <summary>Says in the map that it has no answers of a source.</summary>
    public TestWorkspace LeaveOut(string id)
    {
        leftOut.Add(id);
        return this;
    }

    /// <summary>Writes the policy and the map.</summary>
    public TestWorkspace Write(string more = "")
    {
        Directory.CreateDirectory(Path.Combine(Data, "policies"));
        Directory.CreateDirectory(Path.Combine(Data, "topics"));
        File.Copy(Repository.Path("data", "topics", "topics.yaml"), Path.Combine(Data, "topics", "topics.yaml"), overwrite: true);
        File.WriteAllText(Path.Combine(Data, "policies", "test.yaml"), $"{Head}\nsources:\n{string.Join('\n', sources)}\n{more}\n");
        File.WriteAllText(Map, JsonSerializer.Serialize(new { asOf = "2026-09-05T05:00:00Z", leaveOut = leftOut, answers }));
        return this;
    }

    /// <summary>Asks the store.</summary>
    public async Task<IReadOnlyList<JsonElement>> QueryAsync(string sql) =>
        [.. (await ForesightCommand.JsonAsync(["query", sql, .. Options])).EnumerateArray()];

    public void Dispose() => folder.Dispose();
}
