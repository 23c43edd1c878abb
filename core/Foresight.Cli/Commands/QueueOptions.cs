using System.CommandLine;
using Foresight.Engine.Classify.Labelling;

namespace Foresight.Cli.Commands;

/// <summary>The options that say which documents should be labelled next.</summary>
internal sealed class QueueOptions
{
    private readonly Option<int> count = new("--count") { Description = $"How many documents, at most {QueueStep.Most}", HelpName = "N", DefaultValueFactory = _ => 20 };
    private readonly Option<string?> language = new("--language") { Description = "Only documents in this language (default: both)" };
    private readonly Option<string?> area = new("--area") { Description = "Only documents near to this focus area", HelpName = "ID" };
    private readonly Option<bool> second = new("--second") { Description = "Documents that one other person has judged, to see how far people agree" };

    public QueueOptions AddTo(Command command)
    {
        language.AcceptOnlyFromAmong("sv", "en");
        foreach (var option in (Option[])[count, language, area, second])
            command.Add(option);
        return this;
    }

    /// <summary>What is asked for.</summary>
    /// <param name="call">The call.</param>
    /// <param name="person">What this person has judged is left out; null for what anybody has.</param>
    public QueueQuestion Of(ParseResult call, string? person) =>
        new(call.GetValue(count)) { Language = call.GetValue(language), Area = call.GetValue(area), Second = call.GetValue(second), Person = person };
}
