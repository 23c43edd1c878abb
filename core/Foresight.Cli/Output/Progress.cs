using System.Globalization;
using Foresight.Engine.Ingest;
using Foresight.Engine.Store;
using Spectre.Console;

namespace Foresight.Cli.Output;

/// <summary>Live progress of an ingest: a bar per source where a person watches, a plain line per finished source elsewhere.</summary>
internal sealed class Progress(Terminal terminal)
{
    /// <summary>Runs the work and shows how it goes.</summary>
    public async Task WhileAsync(Func<IProgress<IngestProgress>, Task> work)
    {
        if (!terminal.IsInteractive)
        {
            await work(new Lines(terminal.Error));
            return;
        }

        await terminal.Console.Progress().AutoClear(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 24 }, new SpinnerColumn())
            .StartAsync(context => work(new Bars(context)));
    }

    /// <summary>The closing table of an ingest.</summary>
    /// <param name="terminal">Where it is written.</param>
    /// <param name="loads">What was read.</param>
    /// <param name="leftOut">The policy's sources of which a map has no answers.</param>
    public static void Summarise(Terminal terminal, IReadOnlyList<LoadResult> loads, IReadOnlyList<string> leftOut)
    {
        terminal.Out.WriteText(
            ["source", "health", "read", "added", "revised", "unchanged", "rejected"],
            [.. loads.Select(load => (IReadOnlyList<string>)
                [load.Source, JsonOutput.Word(load.Health), Number(load.Read), Number(load.Rows.Added), Number(load.Rows.Revised), Number(load.Rows.Unchanged), Number(load.Rejected)])],
            new HashSet<int> { 2, 3, 4, 5, 6 });
        foreach (var load in loads.Where(load => load.Message.Length > 0))
        {
            terminal.Out.WriteLine($"{load.Source}: {load.Message}");
        }

        foreach (var load in loads.Where(load => load.Retired > 0))
        {
            terminal.Out.WriteLine($"{load.Source}: rows that the source no longer has were retired: {Number(load.Retired)}.");
        }

        foreach (var load in loads.Where(load => load.Quarantined > 0))
        {
            terminal.Out.WriteLine($"{load.Source}: items that did not fit and went to quarantine: {Number(load.Quarantined)}; 'foresight quarantine --source {load.Source}' shows them.");
        }

        foreach (var (source, note) in loads.SelectMany(load => load.Notes.Select(note => (load.Source, note))))
        {
            terminal.Out.WriteLine($"{source}: {note}");
        }

        if (leftOut.Count > 0)
        {
            terminal.Out.WriteLine($"Not read, for only their live sources have answers: {string.Join(", ", leftOut)}.");
        }

        // Of a source that failed nobody knows whether it has something new.
        if (loads.All(load => load.Health is not LoadHealth.Failed && load.Rows is { Added: 0, Revised: 0 } && load.Retired == 0))
        {
            terminal.Out.WriteLine("Nothing new.");
        }
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Line(IngestProgress progress) => progress.Waits ? $"{progress.Source}: another program is reading it into this store; waiting until that is done"
        : progress.Result is { } result
        ? $"{progress.Source}: {JsonOutput.Word(result.Health)}, {result.Read} rows from {Answers(result.Answers)}, {result.Rows.Added} added, {result.Rows.Revised} revised"
        : $"{progress.Source}: {progress.Rows} rows from {Answers(progress.Answers)}";

    private static string Answers(long count) => count == 1 ? "1 answer" : $"{Number(count)} answers";

    private sealed class Lines(TextWriter output) : IProgress<IngestProgress>
    {
        private readonly Lock gate = new();

        public void Report(IngestProgress value)
        {
            if (value.Result is not null || value.Waits)
            {
                lock (gate)
                {
                    output.WriteLine(Line(value));
                }
            }
        }
    }

    private sealed class Bars(ProgressContext context) : IProgress<IngestProgress>
    {
        private readonly Lock gate = new();
        private readonly Dictionary<string, ProgressTask> tasks = [];

        public void Report(IngestProgress value)
        {
            lock (gate)
            {
                if (!tasks.TryGetValue(value.Source, out var task))
                {
                    // How many answers a source will give is not known before it has given them.
                    tasks.Add(value.Source, task = context.AddTask(Markup.Escape(Line(value)), autoStart: true).IsIndeterminate());
                }

                task.Description = Markup.Escape(Line(value));
                if (value.Result is { } result)
                {
                    task.IsIndeterminate = false;
                    task.Value = result.Health is LoadHealth.Failed ? 0 : task.MaxValue;
                    task.StopTask();
                }
            }
        }
    }
}
