using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>What is wrong with what a person wants gathered, before its members are looked at.</summary>
internal static class RaisingCheck
{
    private const int LongestName = 120;
    private const int LongestNote = 2000;

    /// <param name="asked">What is wanted.</param>
    /// <param name="before">The gathering as it is; null for a new one.</param>
    public static IEnumerable<string> Problems(Raising asked, GatheringRow? before)
    {
        if (asked.Withdraws)
        {
            if (before is null)
                yield return "--withdraw needs the gathering's id, as 'signals list' names it: raised/….";
            else if (!before.Kept)
                yield return $"'{before.Id}' is withdrawn already.";
            if (asked with { Withdraws = false, Note = null } != new Raising())
                yield return "--withdraw takes the gathering back: leave all but --as and --note out.";
            yield break;
        }

        if (asked == new Raising())
            yield return "Nothing is said: give --level, --name, --signals, --steep, --note or --withdraw.";
        else if (before is null && new[] { asked.Level is null ? "--level" : null, asked.Name is null ? "--name" : null, asked.Signals is null ? "--signals" : null }.OfType<string>().ToList() is { Count: > 0 } missing)
            yield return $"A new gathering needs {string.Join(" and ", missing)}; to change one that is there, name its id first.";
        if (asked.Level == SignalLevel.Signal)
            yield return "--level signal: what gathers several signals is a cluster, a trend or a driver.";
        foreach (var (option, name) in new[] { ("--name", asked.Name), ("--name-en", asked.NameInEnglish) })
        {
            if (name is not null && !Gathering.HasId(name))
                yield return $"{option} \"{name}\": a name has at least one letter of a to z, or a digit.";
            if (name is { Length: > LongestName } || name?.Any(char.IsControl) is true)
                yield return $"{option}: a name is one line of at most {LongestName} letters.";
        }

        if (asked.Note is { Length: > LongestNote })
            yield return $"--note is {asked.Note.Length} letters long; {LongestNote} are kept.";
    }
}
