using System.CommandLine;
using Foresight.Engine.Policies;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight calendar due|year</c>: the yearly cycle.</summary>
internal static class CalendarCommand
{
    public static Command Create(Terminal terminal) => new("calendar", "Look at the yearly cycle (årshjul): who meets when, what is due, and what is missing.\n\nExample: foresight calendar due --samples")
    {
        CalendarDueCommand.Create(terminal),
        CalendarYearCommand.Create(terminal),
    };

    /// <summary>Says where the policy has no cycle yet.</summary>
    public static bool IsEmpty(PolicyFile policy, TextWriter output)
    {
        if (policy.Policy.Cycle.Meetings.Count + policy.Policy.Cycle.Reports.Count > 0)
            return false;
        output.WriteLine($"The policy {policy.Policy.Id} has no yearly cycle; write it under its key 'cycle' (docs/calendar.md).");
        return true;
    }
}
