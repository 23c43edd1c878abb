using System.Text.Json;
using Foresight.Sdk;
using static Foresight.Plugins.PolicyFeeds.Riksdagen.RiksdagenJson;

namespace Foresight.Plugins.PolicyFeeds.Riksdagen;

/// <summary>One page of Riksdagen's document list.</summary>
/// <param name="Items">The documents.</param>
/// <param name="Rejections">Those that could not be read.</param>
/// <param name="Fields">The names of what the documents say, those too that are not read.</param>
/// <param name="Next">The next page; null on the last.</param>
internal sealed record DocumentPage(IReadOnlyList<FiledDocument> Items, IReadOnlyList<Rejection> Rejections, IReadOnlyList<string>? Fields, Uri? Next)
{
    /// <exception cref="SourceException">The JSON is no document list.</exception>
    public static DocumentPage Read(JsonDocument json, Uri url, DateOnly today)
    {
        if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("dokumentlista", out var list) || list.ValueKind != JsonValueKind.Object)
        {
            throw new SourceException($"{url.Shown()} did not answer a document list: there is no \"dokumentlista\" in it; the next run tries again.", Recovery.Retry)
            {
                Fault = Fault.Malformed,
            };
        }

        var items = new List<FiledDocument>();
        var rejections = new List<Rejection>();
        var fields = new FieldNames();
        var number = 0;
        foreach (var one in OneOrMany(list, "dokument"))
        {
            number++;
            fields.Note(one);
            try
            {
                if (FiledDocument.Read(one, url, today) is { } item)
                    items.Add(item);
                else
                    rejections.Add(Rejected.Of($"document {number} of its page", "It has no dok_id, no titel or no datum of the form yyyy-MM-dd.", one));
            }
            catch (InvalidOperationException)
            {
                rejections.Add(Rejected.Of($"document {number} of its page", Rejected.NoUnicode, one));
            }
        }

        return new DocumentPage(items, rejections, fields.Names, Address(Text(list, "@nasta_sida"), url));
    }
}
