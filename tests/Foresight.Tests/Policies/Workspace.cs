using System.Text;
using Foresight.Engine.Policies;
using Foresight.Sdk;

namespace Foresight.Tests.Policies;

/// <summary>A data folder in the temp folder with policies that a test writes.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("foresight-policies-").FullName;

    public Workspace()
    {
        Directory.CreateDirectory(Policies);
        Directory.CreateDirectory(Path.Combine(_root, "topics"));
        WriteTopics("topics:\n  - { id: sea, sv: Hav, en: Sea }\n  - { id: coast, sv: Kust, en: Coast }\n");
    }

    public string Policies => Path.Combine(_root, "policies");

    public void WriteTopics(string text) => File.WriteAllText(Path.Combine(_root, "topics", "topics.yaml"), text);

    public Workspace WriteFunds(string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(_root, "funds"));
        File.WriteAllText(Path.Combine(_root, "funds", name), text);
        return this;
    }

    public Workspace Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(Policies, name), text);
        return this;
    }

    public Workspace Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(Policies, name), bytes);
        return this;
    }

    public PolicyReading Read(string? onlyId = null, bool missingPartsAreFatal = true, IReadOnlyList<PluginPart>? parts = null) =>
        PolicyFolder.Read(Policies, parts ?? StubParts.All, onlyId, missingPartsAreFatal);

    /// <summary>The problems as <c>file:line sentence</c>, one a line.</summary>
    public string Problems(string? onlyId = null)
    {
        var text = new StringBuilder();
        foreach (var problem in Read(onlyId).Problems)
        {
            text.Append(Path.GetFileName(problem.File)).Append(':').Append(problem.Line).Append(' ').Append(problem.Sentence).Append('\n');
        }

        return text.ToString();
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
