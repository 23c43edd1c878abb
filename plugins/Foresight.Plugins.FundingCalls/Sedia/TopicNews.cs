using System.Text.Json;
using Foresight.Formats.Feeds;
using Foresight.Sdk;

namespace Foresight.Plugins.FundingCalls.Sedia;

/// <summary>Something that was made known of a topic later: its number of proposals, a corrected deadline.</summary>
/// <param name="At">When.</param>
/// <param name="Text">What, as plain text.</param>
internal sealed record TopicNews(Moment? At, string Text)
{
    /// <summary>The news inside of a topic's own row.</summary>
    public static IReadOnlyList<TopicNews> ReadAll(JsonElement latestInfos) =>
    [
        .. SediaJson.Objects(latestInfos)
            .Select(one => new TopicNews(PortalTime.At(SediaJson.First(one, "lastChangeDate")), PlainText.FromHtml(SediaJson.First(one, "content") ?? ""))),
    ];
}
