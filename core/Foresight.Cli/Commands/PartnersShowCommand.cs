using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Briefs.Sections;
using Foresight.Engine.Partners;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight partners show</c>: everything that is known of one partner.</summary>
internal static class PartnersShowCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("show", "Tell everything of a partner: contact, activities, figures side by side, trade, calls, news.\n\nExample: foresight partners show herning --samples");
        var id = new Argument<string>("partner") { Description = "The partner's id, as 'foresight partners list' prints it" };
        var language = new Option<string>("--language") { Description = "The language (default: en)", HelpName = "sv|en", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("sv", "en");
        command.Add(id);
        command.Add(language);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, _) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var pages = await new Pipeline(session, NullLoggerFactory.Instance).PartnersAsync();
            var sought = call.GetRequiredValue(id);
            var page = pages.FirstOrDefault(page => page.Id == sought)
                ?? throw new ArgumentException($"There is no partner '{sought}'; there are {string.Join(", ", pages.Select(page => page.Id))}.");
            if (call.GetValue(common.Json))
                terminal.Out.WriteJson(page);
            else
                Print(terminal.Out, PartnerText.Of(page, session.Policy.Policy, call.GetRequiredValue(language)));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(TextWriter output, PartnerText text)
    {
        output.WriteLine(text.Title);
        foreach (var (name, value) in text.Facts)
        {
            output.WriteLine($"  {name,-24}{value}");
        }

        foreach (var section in text.Sections)
        {
            output.WriteLine();
            output.WriteLine(section.Title);
            foreach (var part in section.Parts)
            {
                Print(output, part);
            }
        }
    }

    private static void Print(TextWriter output, SectionPart part)
    {
        switch (part)
        {
            case SectionText text:
                output.WriteLine(text.Text);
                break;
            case SectionList list:
                foreach (var line in list.Lines)
                {
                    output.WriteLine("- " + line.Text);
                }

                break;
            case SectionTable table:
                output.WriteText([.. table.Columns.Select(column => column.Name)], [.. table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => cell.Text)])]);
                break;
        }
    }
}
