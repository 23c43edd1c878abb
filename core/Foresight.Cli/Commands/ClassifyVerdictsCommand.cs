using System.CommandLine;
using System.Globalization;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Classify.Labelling;
using Foresight.Engine.Classify.Labelling.Dialogue;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight classify verdicts</c>: what people said, and where they differ from each other and from the model.</summary>
internal static class ClassifyVerdictsCommand
{
    private const int Shown = 20;

    public static Command Create(Terminal terminal)
    {
        var command = new Command("verdicts", "Show what people said of documents, and where they differ from each other and from the model.\n\nExample: foresight classify verdicts");
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var summary = await new Pipeline(session, NullLoggerFactory.Instance).VerdictsAsync(cancellationToken);
            if (call.GetValue(common.Json))
                terminal.Out.WriteJson(summary);
            else
                Print(terminal.Out, summary);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(TextWriter output, VerdictSummary summary)
    {
        if (summary.Persons.Count == 0)
        {
            output.WriteLine("Nobody has judged a document yet; 'foresight classify label --as AB' asks for verdicts.");
            return;
        }

        output.WriteText(
            ["person", "documents", "of none", "cannot say", "latest"],
            [.. summary.Persons.Select(one => (IReadOnlyList<string>)
                [one.Person, Whole(one.Documents), Whole(one.None), Whole(one.Unsure), one.Latest.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)])],
            new HashSet<int> { 1, 2, 3 });
        output.WriteLine($"Verdicts given in all: {summary.Verdicts}; documents of which somebody's word counts: {summary.Documents}.");
        if (summary.OutOfPolicy > 0)
            output.WriteLine($"Verdicts with labels that the policy does not know any more, which teach nothing: {summary.OutOfPolicy}.");
        output.WriteLine();
        PrintAgreement(output, summary.Agreement);
        foreach (var one in summary.Disagreements.Take(Shown))
        {
            output.WriteLine($"  {one.Id}{(one.Tied ? "" : " (a majority decides)")}: {OneLine.Of(one.Title, 60)}");
            foreach (var saying in one.Sayings)
                output.WriteLine($"      {saying.Person}: {Words(saying)}{(saying.Note is { } note ? $" ({OneLine.Of(note, 60)})" : "")}");
        }

        More(output, summary.Disagreements.Count);
        output.WriteLine();
        PrintModel(output, summary.Model);
    }

    private static void PrintAgreement(TextWriter output, AgreementFigures figures)
    {
        if (figures.Documents == 0)
        {
            output.WriteLine("No document was judged by two people; 'foresight classify label --second --as AB' asks for second opinions.");
            return;
        }

        output.WriteLine($"Documents judged by two or more people: {figures.Documents}; they agree on {figures.Agreed} ({Percent(figures.Share)}).");
        output.WriteLine($"Beyond chance: {Alpha(figures.Alpha)}, where 1 is agreement and 0 is chance. {figures.Source}.");
        if (figures.Alpha is not null)
            output.WriteLine($"By area: {string.Join(", ", figures.AlphaByArea.Where(area => area.Value is not null).Select(area => $"{area.Key} {Alpha(area.Value)}"))}.");
    }

    private static void PrintModel(TextWriter output, ModelFigures figures)
    {
        if (figures.Documents == 0)
        {
            output.WriteLine("No document has both a word of people and a verdict of the model on the same revision.");
            return;
        }

        output.WriteLine($"Documents of which the model says what people say: {figures.Agreed} of {figures.Documents}. People see those that it is least sure of: this is no measure of the model.");
        output.WriteText(
            ["focus area", "both", "people only", "model only"],
            [.. figures.Areas.Select(area => (IReadOnlyList<string>)[area.Key, Whole(area.Value.Both), Whole(area.Value.PeopleOnly), Whole(area.Value.ModelOnly)])],
            new HashSet<int> { 1, 2, 3 });
        foreach (var one in figures.Differences.Take(Shown))
        {
            output.WriteLine($"  {one.Id}: {OneLine.Of(one.Title, 60)}");
            output.WriteLine($"      people: {Areas(one.People)}; model: {Areas(one.Model)}");
        }

        More(output, figures.Differences.Count);
    }

    private static void More(TextWriter output, int count)
    {
        if (count > Shown)
            output.WriteLine($"  … {count - Shown} more; --json has all.");
    }

    private static string Words(PersonSaying saying) => saying.Unsure ? "cannot say" : Areas(saying.Labels);

    private static string Areas(IReadOnlyList<string> areas) => areas.Count == 0 ? "none" : string.Join(", ", areas);

    private static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Alpha(double? value) => value is { } alpha ? ClassifyCommand.Number(alpha, "F2") : "not known";

    private static string Percent(double? share) => share is { } value ? (100 * value).ToString("F0", CultureInfo.InvariantCulture) + " %" : "not known";
}
