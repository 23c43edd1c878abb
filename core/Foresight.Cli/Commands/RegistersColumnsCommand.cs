using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Sdk;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight registers columns</c>: what the registers hold.</summary>
internal static class RegistersColumnsCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("columns", "Print the registers' columns: how they may be headed, what to write in them.\n\nExample: foresight registers columns activities");
        var only = new Argument<string?>("register") { Description = "Only this register", Arity = ArgumentArity.ZeroOrOne, HelpName = "ID" };
        only.AcceptOnlyFromAmong([.. Register.All.Select(register => register.Id)]);
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        command.Add(only);
        command.Add(json);
        command.SetAction(call =>
        {
            var registers = Register.All.Where(register => call.GetValue(only) is not { } id || register.Id == id).ToList();
            if (call.GetValue(json))
            {
                terminal.Out.WriteJson(registers.Select(register => new
                {
                    register.Id,
                    register.Name,
                    Columns = register.Columns.Select(column => new { column.Name, column.Kind, column.Label, column.Meaning, column.IsRequired, column.Names, column.Words }),
                }));
                return ExitCode.Done;
            }

            foreach (var (register, index) in registers.Select((register, index) => (register, index)))
            {
                if (index > 0)
                    terminal.Out.WriteLine();
                terminal.Out.WriteLine($"{register.Id} ({register.Name.Sv}): {register.Id}.csv or {register.Id}.xlsx; a column may be headed by its name, or its heading in Swedish");
                terminal.Out.WriteText(
                    ["column", "heading", "must", "holds", "meaning"],
                    [.. register.Columns.Select(column => (IReadOnlyList<string>)[column.Name, column.Label.Sv, column.IsRequired ? "yes" : "", Holds(column), column.Meaning.En])]);
                foreach (var column in register.Columns.Where(column => column.Words.Count > 0))
                    terminal.Out.WriteLine($"{column.Name}: {string.Join(", ", column.Words.Select(word => word.Id == word.Label.Sv ? word.Id : $"{word.Id} ({word.Label.Sv})"))}");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static string Holds(RegisterColumn column) => column switch
    {
        { Words.Count: > 0 } => "a word, see below",
        { Names: { } names, Kind: RegisterValue.Many } => $"ids, by semicolons: {names}",
        { Names: { } names } => $"id: {names}",
        { Kind: RegisterValue.Many } => "ids, by semicolons",
        { Kind: RegisterValue.Day } => "day: 2026-03-12",
        { Kind: RegisterValue.When } => "2026, 2026-03 or 2026-03-12",
        { Kind: RegisterValue.Amount } => "amount: 1 234 567,50",
        { Kind: RegisterValue.YesNo } => "ja or nej",
        _ => "text",
    };
}
