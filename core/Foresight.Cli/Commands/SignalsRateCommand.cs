using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Signals;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight signals rate</c>: records what a person says of a signal.</summary>
internal static class SignalsRateCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("rate", """
            Say what you think of a signal: how much it would matter, how likely it is, when; confirm the machine's proposal or turn it down. Every rating is kept.

            Example: foresight signals rate indicator/N00401 --as AB --impact 4 --likelihood 3 --confirm --note "one plant" --samples
            """);
        var id = new Argument<string>("ID") { Description = "The signal, as 'signals list' names it" };
        var person = new Option<string?>("--as") { Description = "Who rates: initials or a role, not a name (default: the environment's FORESIGHT_PERSON)", HelpName = "WHO" };
        var impact = new Option<int?>("--impact") { Description = "How much it would matter: 1 hardly, 5 very much", HelpName = "1-5" };
        var likelihood = new Option<int?>("--likelihood") { Description = "How likely it is: 1 hardly, 5 nearly certain", HelpName = "1-5" };
        var horizon = Words<Horizon>("--horizon", "When it would matter");
        var level = Words<SignalLevel>("--level", "Where on the ladder it belongs");
        var confirm = new Option<bool>("--confirm") { Description = "It holds: it is no longer only the machine's proposal" };
        var reject = new Option<bool>("--reject") { Description = "It does not hold" };
        var note = new Option<string?>("--note") { Description = "A note beside the rating", HelpName = "TEXT" };
        var withdraw = new Option<bool>("--withdraw") { Description = "Take back all that you said of it" };
        command.Add(id);
        foreach (var option in (Option[])[person, impact, likelihood, horizon, level, confirm, reject, note, withdraw])
            command.Add(option);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            if (call.GetValue(confirm) && call.GetValue(reject))
                throw new ConfigurationException(["--confirm and --reject exclude each other: leave one of them out."]);
            var opinion = new Opinion
            {
                Impact = call.GetValue(impact),
                Likelihood = call.GetValue(likelihood),
                Horizon = JsonOutput.Value<Horizon>(call.GetValue(horizon)),
                Level = JsonOutput.Value<SignalLevel>(call.GetValue(level)),
                Confirms = call.GetValue(confirm) ? true : call.GetValue(reject) ? false : null,
                Note = call.GetValue(note),
                Withdraws = call.GetValue(withdraw),
            };
            using var session = common.OpenToLook(call, terminal);
            var book = new Pipeline(session, NullLoggerFactory.Instance).SignalBook();
            var rated = await book.RateAsync(await book.FindAsync(call.GetRequiredValue(id)), call.GetValue(person) ?? terminal.Person, opinion, cancellationToken);
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(SignalOutput.Json(rated, whole: true));
                return ExitCode.Done;
            }

            terminal.Out.WriteLine($"Recorded. {rated.Id}: {SignalWords.Of(rated.Level).En} · {SignalOutput.Standing(rated)}");
            terminal.Out.WriteRatings(rated);
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string?> Words<T>(string name, string description)
        where T : struct, Enum
    {
        string[] words = [.. Enum.GetValues<T>().Select(value => JsonOutput.Word(value))];
        var option = new Option<string?>(name) { Description = $"{description}: {string.Join(", ", words)}", HelpName = name[2..].ToUpperInvariant() };
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}
