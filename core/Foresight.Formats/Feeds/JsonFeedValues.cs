using System.Text.Json;

namespace Foresight.Formats.Feeds;

/// <summary>Takes values out of JSON that may be of another type than they should.</summary>
internal static class JsonFeedValues
{
    /// <summary>A text; null where there is none, with a doubt where it is of another type.</summary>
    public static string? Text(JsonElement of, string name, List<string> doubts)
    {
        if (!of.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString();
        doubts.Doubt($"Its {name} is no text and was passed over.");
        return null;
    }

    /// <summary>A text, or a number as it is written: ids of version 1.0 may be numbers.</summary>
    public static string? Scalar(JsonElement of, string name, List<string> doubts) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Text(of, name, doubts);

    /// <summary>The members of a list; a single one that should have been in a list counts.</summary>
    public static IEnumerable<JsonElement> List(JsonElement of, string name, List<string> doubts)
    {
        if (!of.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return [];
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray();
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.String)
            return [value];
        doubts.Doubt($"Its {name} is no list and was passed over.");
        return [];
    }

    /// <summary>The authors: a list since 1.1, one before.</summary>
    public static IReadOnlyList<FeedPerson> Authors(JsonElement of, FeedScope scope, List<string> doubts)
    {
        var authors = new List<FeedPerson>();
        var name = of.TryGetProperty("authors", out _) ? "authors" : "author";
        foreach (var one in List(of, name, doubts))
        {
            if (one.ValueKind == JsonValueKind.String)
            {
                FeedPersons.Add(authors, one.GetString());
            }
            else if (one.ValueKind == JsonValueKind.Object)
            {
                var page = scope.Resolve(Text(one, "url", doubts) ?? "");
                var email = page is { Scheme: "mailto" } ? page.GetComponents(UriComponents.UserInfo | UriComponents.Host, UriFormat.Unescaped) : null;
                FeedPersons.Add(authors, PlainText.Fold(Text(one, "name", doubts) ?? ""), email, email is null ? page : null);
            }
            else
            {
                doubts.Doubt(name == "author" ? "Its author is no object and was passed over." : "One of its authors is no object and was passed over.");
            }
        }

        return authors;
    }
}
