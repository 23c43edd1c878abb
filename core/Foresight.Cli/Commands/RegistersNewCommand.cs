using System.CommandLine;
using System.Text;
using Foresight.Cli.Output;
using Foresight.Sdk;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight registers new</c>: files with the columns and no row.</summary>
internal static class RegistersNewCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("new", "Write a file per register with its columns and no row; a register that is there is left as it is.\n\nExample: foresight registers new --xlsx --headings sv");
        var folder = new Argument<string?>("folder") { Description = "The folder (default: registers in the data folder)", Arity = ArgumentArity.ZeroOrOne, HelpName = "DIR" };
        var xlsx = new Option<bool>("--xlsx") { Description = "Workbooks instead of CSV" };
        var headings = new Option<string>("--headings") { Description = "Headings: the columns' names, or in Swedish or English", DefaultValueFactory = _ => "names", HelpName = "names|sv|en" };
        headings.AcceptOnlyFromAmong("names", "sv", "en");
        command.Add(folder);
        command.Add(xlsx);
        command.Add(headings);
        var common = new CommonOptions().AddTo(command, withInput: false, withJson: false);
        command.SetAction(call =>
        {
            var into = call.GetValue(folder) is { } named ? Path.GetFullPath(named, terminal.Folder) : Path.Combine(common.Workspace(call, terminal).Data, "registers");
            Directory.CreateDirectory(into);
            foreach (var register in Register.All)
            {
                var ending = call.GetValue(xlsx) ? ".xlsx" : ".csv";
                string[] there = [.. new[] { ".csv", ".xlsx" }.Select(one => register.Id + one).Where(file => File.Exists(Path.Combine(into, file)))];
                if (there.Length > 0)
                {
                    terminal.Out.WriteLine($"{there[0]} is there already and was left as it is.");
                    continue;
                }

                string[] names = [.. register.Columns.Select(column => Heading(column, call.GetRequiredValue(headings)))];
                var file = Path.Combine(into, register.Id + ending);
                if (call.GetValue(xlsx))
                    EmptyWorkbook.Write(file, register, names);
                else
                    // With the mark and semicolons, a Swedish Excel opens it as the table that it is.
                    File.WriteAllText(file, string.Join(';', names) + "\r\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
                terminal.Out.WriteLine($"{file} has the columns of {register.Id}.");
            }

            terminal.Out.WriteLine("'foresight registers columns' says what to write in them, 'foresight registers check' whether all is well.");
            return ExitCode.Done;
        });
        return command;
    }

    private static string Heading(RegisterColumn column, string headings) => headings == "names" ? column.Name : column.Label.In(headings);
}
