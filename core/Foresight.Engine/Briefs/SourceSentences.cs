using Foresight.Engine.Ingest;
using Foresight.Sdk;

namespace Foresight.Engine.Briefs;

/// <summary>What a brief says of sources that are not well, for a reader who knows nothing of programs: what is missing, since when, and why.</summary>
internal sealed class SourceSentences(BriefSentences sentences, string language)
{
    /// <summary>More than these are counted, and stand in the list of sources.</summary>
    private const int Named = 3;

    /// <summary>One line for each of these states that a source is in.</summary>
    public IEnumerable<string> Lines(IReadOnlyList<SourceState> sources, params SourceHealth[] healths) => healths
        .Select(health => sources.Where(source => source.Health == health).ToList())
        .Where(alike => alike.Count > 0)
        .Select(alike => alike.Count == 1 ? Line(alike[0]) : Line(alike));

    /// <summary>Why a source is not well, in a few words; empty where nothing is to be told.</summary>
    public string Reason(SourceState source) => source.Code switch
    {
        null or HealthRule.SilentCode => source.Code is null ? source.Sentence : "",
        "timed-out" or "not-ready" => Say("källan svarade inte i tid", "the source did not answer in time"),
        "unreachable" => Say("källan gick inte att nå", "the source could not be reached"),
        "server-fault" => Say("källans server hade fel", "the source's server had a fault"),
        "not-found" or "unknown-id" => Say("uppgifterna finns inte längre på sin adress", "the data are no longer at their address"),
        "refused" or "too-many-requests" or "bot-wall" => Say("källan släppte inte in vårt program", "the source did not let our program in"),
        "web-page" or "no-content" => Say("källan svarade med något annat än uppgifter", "the source answered with something other than data"),
        "broken" => Say("svaret kom inte fram helt", "the answer did not arrive whole"),
        "too-big" => Say("svaret var för stort", "the answer was too large"),
        "malformed" or "schema-changed" => Say("källan har ändrat hur uppgifterna ser ut", "the source has changed the shape of its data"),
        "shrunk" => Say("svaret saknade en stor del av uppgifterna", "the answer lacked a large part of the data"),
        "options" or "unsafe" => Say("inställningarna i policyn behöver rättas", "the settings in the policy need mending"),
        "plugin" => Say("vårt program för källan gick fel", "our program for the source failed"),
        _ => source.Sentence,
    };

    private string Line(SourceState source) => Ended(source.Health switch
    {
        SourceHealth.Failed => Say($"{source.Title} har inte kunnat läsas{Since(source)}", $"{source.Title} has not been readable{Since(source)}"),
        SourceHealth.Ailing => Say(
            $"{source.Title} har inte kunnat läsas{Since(source)} och äldre uppgifter visas", $"{source.Title} has not been readable{Since(source)} and older data are shown"),
        SourceHealth.Empty => Say($"{source.Title} gav inga uppgifter{Since(source)}", $"{source.Title} has given no records{Since(source)}"),
        SourceHealth.Silent => Say($"{source.Title} har varit tyst{Since(source)}", $"{source.Title} has been silent{Since(source)}"),
        _ => Say($"{source.Title} är inte läst än", $"{source.Title} has not been read yet"),
    }, Because(source));

    private string Line(List<SourceState> sources)
    {
        var names = sources.Take(sources.Count == Named + 1 ? Named + 1 : Named)
            .Select(source => Reason(source) is { Length: > 0 and < 80 } reason ? $"{source.Title}{Since(source)} ({reason.TrimEnd('.')})" : source.Title + Since(source))
            .ToList();
        var left = sources.Count - names.Count;
        if (left > 0)
        {
            names.Add(Say($"{left} till, se källistan", $"{left} more, see the list of sources"));
        }

        return Ended(sources[0].Health switch
        {
            SourceHealth.Failed => Say("Har inte kunnat läsas", "Have not been readable"),
            SourceHealth.Ailing => Say("Har inte kunnat läsas, och äldre uppgifter visas", "Have not been readable, and older data are shown"),
            SourceHealth.Empty => Say("Gav inga uppgifter", "Gave no records"),
            SourceHealth.Silent => Say("Har varit tysta", "Have been silent"),
            _ => Say("Är inte lästa än", "Have not been read yet"),
        }, sentences.Join(names));
    }

    // A silent source is told by its newest record, as printed; the others by the day on which it began.
    private string Since(SourceState source) =>
        (source.Health is SourceHealth.Silent && source.NewestText is { } newest ? newest
            : source.Since is { } since ? Wording.Day(DateOnly.FromDateTime(since.UtcDateTime), language) : null) is { } day
            ? Say($" sedan {day}", $" since {day}") : "";

    private string Because(SourceState source) => source switch
    {
        { Code: HealthRule.SilentCode } => Say("den brukar ge något oftare", "it usually has something more often"),
        { Health: SourceHealth.Failed, NewestText: { } newest } when Reason(source) is { Length: > 0 } reason =>
            reason.TrimEnd('.') + Say($"; det nyaste vi har är från {newest}", $"; the newest we have is of {newest}"),
        _ => Reason(source),
    };

    private string Say(string swedish, string english) => sentences.Say(swedish, english);

    private static string Ended(string said, string why) => why.Length == 0 ? said + "." : said + ": " + why + (why[^1] is '.' or '!' or '?' ? "" : ".");
}
