using Foresight.Engine.Signals;
using Foresight.Engine.Store;

namespace Foresight.Cli.Output;

/// <summary>What people gathered, as text.</summary>
internal static class GatheringText
{
    /// <summary>What a signal is part of: <c>Part of the trend “X” (raised/x, raised by AB)</c>.</summary>
    public static string PartOf(GatheringRow whole) => $"Part of the {SignalWords.Of(whole.Level).En} “{whole.Name.En}” ({whole.Id}, raised by {whole.Person})";

    /// <summary>A gathering with its members and its versions.</summary>
    public static void WriteGathering(this TextWriter output, KnownSignal known)
    {
        var raised = known.Raised!;
        output.WriteLine(raised.Name.En);
        if (raised.Name.Sv != raised.Name.En)
            output.WriteLine(raised.Name.Sv);
        if (raised.Note is { } note)
            output.WriteLine($"Note: {note}");
        output.WriteLine();
        output.WriteLine($"{known.Id} ({known.Signal.FocusArea ?? "no single focus area"})");
        output.WriteLine(SignalOutput.GradeLine(known.Signal, known));
        if (!raised.Kept)
            output.WriteLine($"Withdrawn since {SignalRatingText.Minute(known.Since)}.");
        foreach (var whole in known.PartOf)
            output.WriteLine(PartOf(whole));
        output.WriteLine();
        output.WriteLine(FormattableString.Invariant($"Gathers {known.Members.Count}"));
        foreach (var member in known.Members)
            output.WriteLine($"  {member.Id} ({SignalWords.Of(member.Level).En}{(member.IsFound ? "" : ", no longer found")}{(member.SaysSomethingElse ? ", says something else since" : "")}): {member.Headline.En}");
        output.WriteLine();
        output.WriteLine("Versions, the latest first");
        foreach (var version in known.Raisings)
            output.WriteLine($"  {SignalRatingText.Minute(version.RaisedAt)}  {version.Person}: {(version.Kept ? $"{SignalWords.Of(version.Level).En} “{version.Name.En}” of {string.Join(", ", version.Members)}" : "withdrawn")}{(version.Note is { } said ? $" “{said.ReplaceLineEndings(" ")}”" : "")}");
    }
}
