using System.Text.RegularExpressions;
using Foresight.Sdk;

namespace Foresight.Plugins;

/// <summary>
/// How Eurostat is asked. A large answer is not given at once but prepared: in its place comes a ticket (a bare UUID, or one in XML), an
/// XML message whose footer names a file, or JSON that says 413 with status 200. All are waited for and read to the end.
/// </summary>
internal static partial class EurostatRequests
{
    private const string Dissemination = "/dissemination/";

    /// <summary>Pauses between two looks; when they are used up, the run ends and the next one asks again.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(20);

    /// <summary>Asks, and waits where the answer is still to be prepared.</summary>
    /// <exception cref="SourceException">There is no answer; <see cref="Fault.NotReady"/> where it took too long.</exception>
    public static async Task<EurostatAnswer> AskEurostatAsync(this SourceContext context, Uri url, Expected expected, CancellationToken cancellationToken)
    {
        var waited = TimeSpan.Zero;
        var pause = FirstPause;
        while (true)
        {
            var answer = await EurostatAnswer.OpenAsync(await context.GetAsync(url, expected, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            var (ticket, file, later) = ReadPostponement(answer.Head);
            if (!later)
                return answer;
            await answer.DisposeAsync().ConfigureAwait(false);
            if (ticket is not null)
                return await WaitAsync(context, url, StatusOf(url, ticket), DataOf(url, ticket), expected, cancellationToken).ConfigureAwait(false);
            if (file is not null)
                return await WaitAsync(context, url, null, FileOf(url, file), expected, cancellationToken).ConfigureAwait(false);
            (waited, pause) = await PauseAsync(context, url, waited, pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether a refusal only says that no value fits the filters (error 100).</summary>
    public static bool SaysNothingFits(this SourceException refusal) =>
        refusal.Fault is Fault.NotFound or Fault.Refused && NoResult().IsMatch(refusal.Message);

    /// <summary>What an answer says instead of data: a ticket, a file's address, or only that it comes later.</summary>
    private static (string? Ticket, string? File, bool Later) ReadPostponement(string head)
    {
        if (Guid.TryParse(head.Trim(), out var bare))
            return (bare.ToString(), null, true);
        if (head.StartsWith('{'))
            return (null, null, Warning413().IsMatch(head));
        if (!head.StartsWith('<'))
            return default;
        if (Footer().Match(head) is { Success: true } footer)
            return (null, Address().Match(head, footer.Index) is { Success: true } address ? address.Value : null, true);
        return Queued().Match(head) is { Success: true } queued ? (queued.Groups[1].Value, null, true) : default;
    }

    private static async Task<EurostatAnswer> WaitAsync(
        SourceContext context, Uri url, Uri? status, Uri data, Expected expected, CancellationToken cancellationToken)
    {
        var waited = TimeSpan.Zero;
        var pause = FirstPause;
        while (true)
        {
            (waited, pause) = await PauseAsync(context, url, waited, pause, cancellationToken).ConfigureAwait(false);
            if (status is not null && !await IsAvailableAsync(context, url, status, cancellationToken).ConfigureAwait(false))
                continue;
            try
            {
                var answer = await context.GetAsync(data, expected == Expected.Text ? Expected.Text : Expected.Anything, cancellationToken).ConfigureAwait(false);
                return await EurostatAnswer.OpenAsync(answer, cancellationToken).ConfigureAwait(false);
            }
            catch (SourceException e) when (status is null && e.Fault is Fault.NotFound or Fault.NoContent)
            {
                // The file is there only once it is whole.
            }
        }
    }

    private static async Task<bool> IsAvailableAsync(SourceContext context, Uri url, Uri status, CancellationToken cancellationToken)
    {
        using var answer = await context.GetAsync(status, Expected.Text, cancellationToken).ConfigureAwait(false);
        var text = await answer.ReadTextAsync(cancellationToken).ConfigureAwait(false);
        var said = State().Match(text).Value;
        return said switch
        {
            "AVAILABLE" => true,
            "SUBMITTED" or "PROCESSING" => false,
            _ => throw new SourceException(
                $"Eurostat could not prepare the answer to {url.Shown()}: its state is {(said.Length == 0 ? "none that is known" : said)} ({status}); the next run asks again.", Recovery.Retry)
            { Fault = Fault.ServerFault },
        };
    }

    private static async Task<(TimeSpan Waited, TimeSpan Pause)> PauseAsync(
        SourceContext context, Uri url, TimeSpan waited, TimeSpan pause, CancellationToken cancellationToken)
    {
        if (waited >= LongestWait)
        {
            throw new SourceException(
                $"Eurostat still prepares the answer to {url.Shown()} after {waited.TotalMinutes:0} minutes; the next run asks again, or ask for fewer codes or periods.", Recovery.Retry)
            { Fault = Fault.NotReady };
        }

        await Task.Delay(pause, context.Clock, cancellationToken).ConfigureAwait(false);
        return (waited + pause, pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause);
    }

    private static Uri StatusOf(Uri url, string ticket) => new(RootOf(url), $"1.0/async/status/{ticket}");

    /// <summary>The prepared data are asked for in the form of the question.</summary>
    private static Uri DataOf(Uri url, string ticket)
    {
        var format = Format().Match(url.Query) is { Success: true } match ? $"?format={match.Groups[1].Value}" : "";
        return new Uri(RootOf(url), $"1.0/async/data/{ticket}{format}");
    }

    private static Uri RootOf(Uri url)
    {
        var text = url.AbsoluteUri;
        var at = text.IndexOf(Dissemination, StringComparison.Ordinal);
        return at < 0 ? throw NoPlace(url, "a ticket, but the question's address has no '/dissemination/'") : new Uri(text[..(at + Dissemination.Length)]);
    }

    /// <summary>The footer still writes http; only Eurostat's own host is asked.</summary>
    private static Uri FileOf(Uri url, string file)
    {
        var address = new UriBuilder(file) { Scheme = url.Scheme, Port = url.Port };
        return address.Host.Equals(url.Host, StringComparison.OrdinalIgnoreCase) ? address.Uri : throw NoPlace(url, $"a file at {address.Host}, which is another host");
    }

    private static SourceException NoPlace(Uri url, string what) =>
        new($"Eurostat prepares the answer to {url.Shown()} and names {what}: it cannot be waited for; ask for fewer codes or periods.", Recovery.Stop) { Fault = Fault.NotReady };

    [GeneratedRegex("<(?:\\w+:)?Footer>.*?code=\"413\"", RegexOptions.Singleline)]
    private static partial Regex Footer();

    [GeneratedRegex("https?://[^\\s<]+/file/[A-Za-z0-9_-]+")]
    private static partial Regex Address();

    [GeneratedRegex("<(?:\\w+:)?queued>.*?<(?:\\w+:)?id>\\s*([0-9A-Fa-f-]{36})\\s*<", RegexOptions.Singleline)]
    private static partial Regex Queued();

    [GeneratedRegex("^\\{\\s*\"warning\"\\s*:.{0,200}?\"status\"\\s*:\\s*\"?413", RegexOptions.Singleline)]
    private static partial Regex Warning413();

    [GeneratedRegex("SUBMITTED|PROCESSING|AVAILABLE|EXPIRED|ERROR|UNKNOWN_REQUEST")]
    private static partial Regex State();

    [GeneratedRegex("[?&]format=([A-Za-z0-9_.-]+)")]
    private static partial Regex Format();

    // The excerpt of the refusal ends its message.
    [GeneratedRegex("\"id\"\\s*:\\s*\"?100\\b|<faultcode>\\s*100\\s*<")]
    private static partial Regex NoResult();
}
