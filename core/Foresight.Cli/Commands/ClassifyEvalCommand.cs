using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Charts;
using Foresight.Engine.Classify;
using Foresight.Engine.Classify.Judging;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight classify eval</c>: how a model judges texts whose labels are known.</summary>
internal static class ClassifyEvalCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("eval", """
            Judge the policy's model on labelled texts it has not seen, or on held-out folds; or, with --model, a model outside the store.

            Example: foresight classify eval --samples
            Example: foresight classify eval --labels others.csv --model mymodel --group year
            """);
        var labels = new Option<string?>("--labels") { Description = "A CSV file with id, text and labels (| between labels; focus areas or topics, or the labels of --model)", HelpName = "FILE" };
        var model = new Option<string?>("--model") { Description = "The folder of a model outside the store", HelpName = "M" };
        var group = new Option<string?>("--group") { Description = "Figures per group of texts too" };
        group.AcceptOnlyFromAmong("language", "source", "year", "kind");
        command.Add(labels);
        command.Add(model);
        var chart = new Option<string?>("--chart") { Description = "Draw what it says beside what is true: a .png or .svg file", HelpName = "FILE" };
        var language = new Option<string>("--language") { Description = "The chart's language", DefaultValueFactory = _ => "sv" };
        language.AcceptOnlyFromAmong("sv", "en");
        command.Add(group);
        command.Add(chart);
        command.Add(language);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            var picture = call.GetValue(chart);
            // Told before the models are asked, which takes a while.
            if (picture is not null && !IsSvg(picture) && !picture.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
                throw new ConfigurationException([$"--chart {picture}: name a file that ends in .png or .svg."]);
            var report = await ReportAsync(call, call.GetValue(labels), call.GetValue(model), call.GetValue(group), common, terminal, cancellationToken);
            if (call.GetValue(common.Json))
                terminal.Out.WriteJson(report);
            else
                EvaluationText.Print(terminal.Out, report);
            if (picture is not null)
                await DrawAsync(ReliabilityChart.Of(report, call.GetRequiredValue(language)), call.GetRequiredValue(language), picture, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task DrawAsync(ChartSpec chart, string language, string file, CancellationToken cancellationToken)
    {
        var drawn = ChartRenderer.Render(chart, language, standalone: true);
        if (IsSvg(file))
            await File.WriteAllTextAsync(file, drawn.Svg, cancellationToken);
        else
            await File.WriteAllBytesAsync(file, drawn.Png, cancellationToken);
    }

    private static bool IsSvg(string file) => file.EndsWith(".svg", StringComparison.OrdinalIgnoreCase);

    private static async Task<EvaluationReport> ReportAsync(
        ParseResult call, string? file, string? model, string? group, CommonOptions common, Terminal terminal, CancellationToken cancellationToken)
    {
        if (model is null)
        {
            using var session = common.OpenToLook(call, terminal);
            return await new Pipeline(session, NullLoggerFactory.Instance).Evaluation().RunAsync(file, group, cancellationToken);
        }

        if (file is null)
            throw new ConfigurationException(["--model needs --labels: name the labelled texts to judge it by."]);
        using var plugins = OutsideClassifier.Plugins(common, call, terminal);
        return OutsideClassifier.Of(model, plugins, terminal.Clock).Evaluate(model, file, group);
    }
}
