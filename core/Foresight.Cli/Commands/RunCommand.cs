using System.CommandLine;
using System.Diagnostics;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Store;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight run</c>: the main job, from the sources to the briefs.</summary>
internal static class RunCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("run", "Do everything: check, ingest, classify, analyse, draw charts, write briefs.\n\nExample: foresight run --policy vanersborg --samples");
        var language = new Option<string[]>("--language") { Description = "Only this language (sv or en); may be repeated", HelpName = "sv|en" };
        language.AcceptOnlyFromAmong("sv", "en");
        var failIfNothingNew = new Option<bool>("--fail-if-nothing-new") { Description = "End with 3 when no row was added or revised" };
        command.Add(language);
        command.Add(failIfNothingNew);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            var began = Stopwatch.StartNew();
            using var session = common.Open(call, terminal);
            using var warnings = new Warnings();
            var pipeline = new Pipeline(session, warnings);
            var languages = call.GetValue(language) is { Length: > 0 } some ? some : null;
            RunReport report = null!;
            await new Progress(terminal).WhileAsync(async progress =>
                report = await pipeline.RunAsync(languages, progress, stage => Tell(terminal, stage), cancellationToken));
            warnings.Tell(terminal.Error);
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(Summary(session, report));
            }
            else
            {
                Summarise(terminal, session, report, began.Elapsed);
            }

            return report.Failures.Count > 0 ? ExitCode.PartFailed
                : call.GetValue(failIfNothingNew) && report.NewRows == 0 ? ExitCode.NothingNew
                : ExitCode.Done;
        });
        return command;
    }

    private static void Tell(Terminal terminal, Stage stage)
    {
        var sentence = stage switch
        {
            Stage.Ingest => "Reading the sources …",
            Stage.Classify => "Sorting documents to focus areas (a model is trained on first use) …",
            Stage.Analyse => "Looking for what changes …",
            _ => "Drawing charts and writing briefs …",
        };
        if (terminal.IsInteractive)
        {
            // The bars are on the same console, which moves them below the line.
            terminal.Say(sentence);
            return;
        }

        terminal.Error.WriteLine(sentence);
    }

    private static void Summarise(Terminal terminal, Session session, RunReport report, TimeSpan took)
    {
        Progress.Summarise(terminal, report.Loads, session.LeftOut);
        terminal.Out.WriteLine();
        if (report.Classified is { } classified)
        {
            terminal.Out.WriteLine(FormattableString.Invariant($"Classified {classified.Classified} documents; {classified.Documents} have a verdict of model {classified.Model.Record.Version}."));
            terminal.Out.WriteLine(ClassifyCommand.Marked(classified.Marks));
        }

        terminal.Out.WriteLine(FormattableString.Invariant($"Findings: {report.Findings.Signals.Count}. Date of the run: {session.Input.Clock.GetUtcNow():yyyy-MM-dd}."));
        if (AlertsCommand.Waiting(report.Alerts.Waiting) is { } waiting)
        {
            terminal.Out.WriteLine(waiting);
        }

        foreach (var brief in report.Briefs)
        {
            terminal.Out.WriteLine($"Brief {brief.Id} ({brief.Language}): {brief.Result.HtmlFile}");
        }

        foreach (var partners in report.Partners)
        {
            terminal.Out.WriteLine($"Partners ({partners.Language}): {partners.IndexFile}");
        }

        foreach (var note in report.OfModel)
        {
            terminal.Out.WriteLine($"Model: {note.En}");
        }

        // A source that failed was told with the loads.
        foreach (var missing in report.Missing)
        {
            terminal.Out.WriteLine($"Missing: {missing}");
        }

        terminal.Out.WriteLine(FormattableString.Invariant($"Store: {session.Store.Folder}. Took {took.TotalSeconds:F1} s."));
    }

    private static object Summary(Session session, RunReport report) => new
    {
        policy = session.Policy.Policy.Id,
        asOf = session.Input.Clock.GetUtcNow(),
        store = session.Store.Folder,
        nothingNew = report.Loads.All(load => load.Health is not LoadHealth.Failed) && report.NewRows == 0,
        report.Loads,
        classified = report.Classified is { } result ? new { result.Classified, result.Documents, result.PerArea, result.None, result.Marks, model = result.Model.Record.Version, result.Model.TrainedNow } : null,
        findings = report.Findings.Signals,
        alerts = new { report.Alerts.Waiting, report.Alerts.Events, cannotBeJudged = report.Alerts.Untold },
        briefs = report.Briefs,
        partners = report.Partners,
        ofModel = report.OfModel.Select(note => note.En),
        failures = report.Failures,
    };
}
