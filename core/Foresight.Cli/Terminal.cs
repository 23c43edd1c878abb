using System.Text;
using Spectre.Console;

namespace Foresight.Cli;

/// <summary>Where a command reads its surroundings and writes its answer: results to Out, everything else to Error.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Progress, warnings and errors.</param>
/// <param name="IsInteractive">Whether a person watches: bars instead of lines.</param>
/// <param name="Folder">The current folder.</param>
/// <param name="Clock">The clock of live runs.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool IsInteractive, string Folder, TimeProvider Clock)
{
    /// <summary>Colours and bars, on the error stream, so that results can be piped.</summary>
    public IAnsiConsole Console { get; } = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(Error),
        Interactive = IsInteractive ? InteractionSupport.Yes : InteractionSupport.No,
        Ansi = IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
    });

    /// <summary>Whether keys can be read one by one: a person types them.</summary>
    public bool HasKeys { get; init; }

    /// <summary>Who labels, where the call does not say: the environment's FORESIGHT_PERSON.</summary>
    public string? Person { get; init; }

    /// <summary>Says a line while bars are shown: they move below it.</summary>
    public void Say(string line) => Console.WriteLine(line);

    /// <summary>The real one. Output is UTF-8 without a byte order mark, whatever the machine's locale.</summary>
    public static Terminal OfThisProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (OperatingSystem.IsWindows() && !System.Console.IsOutputRedirected)
        {
            // A Windows console reads bytes by its own code page unless it is told.
            System.Console.OutputEncoding = utf8;
        }

        var output = new StreamWriter(System.Console.OpenStandardOutput(), utf8) { AutoFlush = true, NewLine = "\n" };
        var error = new StreamWriter(System.Console.OpenStandardError(), utf8) { AutoFlush = true, NewLine = "\n" };
        return new Terminal(output, error, !System.Console.IsErrorRedirected && !System.Console.IsOutputRedirected, Environment.CurrentDirectory, TimeProvider.System)
        {
            HasKeys = !System.Console.IsInputRedirected,
            Person = Environment.GetEnvironmentVariable("FORESIGHT_PERSON"),
        };
    }
}
