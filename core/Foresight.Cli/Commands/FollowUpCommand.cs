using System.CommandLine;
using System.Globalization;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Briefs.Sections;
using Foresight.Engine.FollowUp.Worded;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight follow-up</c>: what was done, held against the policy.</summary>
internal static class FollowUpCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("follow-up", """
            Hold what was done in a period against the policy: activities per focus area, purpose and kind, needs, results, money, open ends, and what each
            body was to do beside what is on record. What nobody registered is not measured, which is not nought.

            Example: foresight follow-up --year 2026 --samples
            """);
        var body = new Option<string?>("--body") { Description = "Only this body: a committee's own work and that in its focus areas; others answer for the whole", HelpName = "ID" };
        var year = new Option<string?>("--year") { Description = "A calendar year (default: the twelve months up to today)", HelpName = "YEAR" };
        var from = new Option<string?>("--from") { Description = "The first day of the period; --to goes with it", HelpName = "DAY" };
        var to = new Option<string?>("--to") { Description = "The last day of the period", HelpName = "DAY" };
        var language = new Option<string>("--language") { Description = "The language of the text", HelpName = "sv|en", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("sv", "en");
        foreach (var option in (Option[])[body, year, from, to, language])
            command.Add(option);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, _) =>
        {
            var period = Period(call.GetValue(year), call.GetValue(from), call.GetValue(to));
            using var session = common.OpenToLook(call, terminal);
            var report = await new Pipeline(session, NullLoggerFactory.Instance).FollowUpAsync(period, call.GetValue(body));
            if (call.GetValue(common.Json))
                terminal.Out.WriteJson(report);
            else
                Print(terminal.Out, FollowUpWording.In(report, session.Policy.Policy, call.GetRequiredValue(language)));
            return ExitCode.Done;
        });
        return command;
    }

    private static (DateOnly From, DateOnly To)? Period(string? year, string? from, string? to)
    {
        if (year is not null && (from ?? to) is not null)
            throw new ConfigurationException(["--year and --from or --to exclude each other: name a year, or the first and last day."]);
        if (year is not null)
        {
            return int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1900 and <= 2999
                ? (new DateOnly(number, 1, 1), new DateOnly(number, 12, 31))
                : throw new ConfigurationException([$"--year {year}: give a year such as 2026."]);
        }

        if (from is null && to is null)
            return null;
        if (from is null || to is null)
            throw new ConfigurationException(["--from and --to go together: name the first and the last day of the period."]);
        var days = (From: Day("--from", from), To: Day("--to", to));
        return days.From <= days.To ? days : throw new ConfigurationException([$"--from {from} --to {to}: the period ends before it begins."]);
    }

    private static DateOnly Day(string option, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new ConfigurationException([$"{option} {text}: give a day such as 2026-09-01."]);

    private static void Print(TextWriter output, BriefSection section)
    {
        foreach (var part in section.Parts)
        {
            switch (part)
            {
                case SectionHeading heading:
                    output.WriteLine();
                    output.WriteLine(heading.Text.ToUpperInvariant());
                    break;
                case SectionText text:
                    output.WriteLine(text.Text);
                    break;
                case SectionList list:
                    foreach (var line in list.Lines)
                        output.WriteLine($"- {line.Text}");
                    break;
                case SectionTable table:
                    output.WriteLine();
                    output.WriteLine(table.Caption);
                    output.WriteText(
                        [.. table.Columns.Select(column => column.Name)],
                        [.. table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => cell.Text)])],
                        table.Columns.Index().Where(pair => pair.Item.IsNumber).Select(pair => pair.Index).ToHashSet());
                    break;
                default:
                    throw new NotSupportedException($"{part.GetType().Name} cannot be printed.");
            }
        }
    }
}
