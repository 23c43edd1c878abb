using System.CommandLine;
using Foresight.Engine;

namespace Foresight.Cli.Commands;

/// <summary><c>--source ID</c>: only these of the policy's sources.</summary>
internal sealed class SourceOption : Option<string[]>
{
    public SourceOption() : base("--source") => (Description, HelpName) = ("Only this source; may be repeated", "ID");

    /// <summary>The ids that were named; null for all.</summary>
    /// <exception cref="ConfigurationException">The policy has no such source.</exception>
    public IReadOnlySet<string>? Ids(ParseResult call, Session session)
    {
        var ids = call.GetValue(this) is { Length: > 0 } named ? named.ToHashSet() : null;
        foreach (var id in ids ?? [])
        {
            Refuse(id, session);
        }

        return ids;
    }

    /// <summary>Refuses an id that is none of the policy's sources.</summary>
    /// <exception cref="ConfigurationException">It is none.</exception>
    public static void Refuse(string id, Session session)
    {
        if (session.LeftOut.Contains(id))
        {
            throw new ConfigurationException([$"The samples (or the map) hold no answer of '{id}'; leave --samples or --replay out to read it from its source."]);
        }

        if (session.Policy.Sources.All(entry => entry.Id != id))
        {
            throw new ConfigurationException(
                [$"The policy has no source '{id}'; it has {string.Join(", ", session.Policy.Sources.Select(entry => entry.Id))}."]);
        }
    }
}
