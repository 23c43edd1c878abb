using System.CommandLine;
using System.Globalization;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Ingest;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight registers check|columns|new</c>.</summary>
internal static class RegistersCommand
{
    public static Command Create(Terminal terminal) => new("registers", "The registers that you keep of your own work: check them, see their columns, begin one.\n\nExample: foresight registers check")
    {
        Check(terminal),
        RegistersColumnsCommand.Create(terminal),
        RegistersNewCommand.Create(terminal),
    };

    private static Command Check(Terminal terminal)
    {
        var command = new Command("check", "List every problem of every register's file, with row and column; nothing is stored.\n\nExample: foresight registers check");
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var found = await new Pipeline(session, NullLoggerFactory.Instance).CheckRegistersAsync(cancellationToken);
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(found.Select(one => new
                {
                    one.Source,
                    one.Registers,
                    Problems = one.Problems.Select(problem => new { problem.Where, Sentence = problem.Reason }),
                    one.Notes,
                    one.Failure,
                }));
            }
            else
            {
                Print(terminal.Out, found);
            }

            return found.All(one => one.Failure is null && one.Problems.Count == 0) ? ExitCode.Done : ExitCode.NothingDone;
        });
        return command;
    }

    private static void Print(TextWriter output, IReadOnlyList<CheckedRegisters> found)
    {
        if (found.Count == 0)
            output.WriteLine("The policy has no source of registers; docs/registers.md shows the entry.");
        foreach (var one in found)
        {
            foreach (var problem in one.Problems)
                output.WriteLine($"{problem.Where}: {problem.Reason}");
            foreach (var note in one.Notes)
                output.WriteLine($"note: {note}");
            if (one.Failure is not null)
                output.WriteLine($"{one.Source}: {one.Failure}");
            else if (one.Problems.Count > 0)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{one.Source}: {one.Problems.Count} problem{(one.Problems.Count == 1 ? "" : "s")}; nothing of these registers is stored until {(one.Problems.Count == 1 ? "it is" : "all are")} mended."));
            else
                output.WriteLine($"{one.Source}: no problem: {string.Join(", ", one.Registers.Select(register => string.Create(CultureInfo.InvariantCulture, $"{register.Value} {register.Key}")))}.");
        }
    }
}
