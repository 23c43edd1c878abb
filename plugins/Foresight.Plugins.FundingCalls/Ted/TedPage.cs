using System.Text.Json;
using Foresight.Sdk;

namespace Foresight.Plugins.FundingCalls.Ted;

/// <summary>One answer of the search.</summary>
internal sealed record TedPage(IReadOnlyList<TedNotice> Notices, IReadOnlyList<Rejection> Rejections, IReadOnlyList<string>? Fields, int? Total, string? Token)
{
    /// <summary>How many items it held, readable or not.</summary>
    public int Count => Notices.Count + Rejections.Count;

    /// <summary>Reads an answer.</summary>
    /// <exception cref="SourceException">It is no answer of the search, or TED ran out of time.</exception>
    public static TedPage Read(JsonElement json, Uri url)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("notices", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            throw new SourceException($"The answer to {url.Shown()} holds no list of notices: TED may have changed its search.", Recovery.Retry) { Fault = Fault.Malformed };
        }

        if (json.TryGetProperty("timedOut", out var timedOut) && timedOut.ValueKind == JsonValueKind.True)
        {
            throw new SourceException("TED ran out of time in its search and gave only a part: the next run tries again; a narrower query helps.", Recovery.Retry)
            { Fault = Fault.TimedOut };
        }

        List<TedNotice> notices = [];
        List<Rejection> rejections = [];
        var fields = new FieldNames();
        foreach (var item in list.EnumerateArray())
        {
            fields.Note(item);
            var where = $"notice {notices.Count + rejections.Count + 1} of its page";
            try
            {
                if (TedSearchNotice.Read(item) is { } notice)
                    notices.Add(notice);
                else
                    rejections.Add(Rejected.Of(where, "It has no publication number.", item));
            }
            catch (InvalidOperationException)
            {
                rejections.Add(Rejected.Of(where, Rejected.NoUnicode, item));
            }
        }

        return new TedPage(
            notices, rejections, fields.Names,
            json.TryGetProperty("totalNoticeCount", out var total) && total.ValueKind == JsonValueKind.Number && total.TryGetInt32(out var number) ? number : null,
            TokenOf(json, url));
    }

    private static string? TokenOf(JsonElement json, Uri url)
    {
        try
        {
            return json.TryGetProperty("iterationNextToken", out var token) && token.ValueKind == JsonValueKind.String ? token.GetString() : null;
        }
        catch (InvalidOperationException wrong)
        {
            throw new SourceException($"The answer to {url.Shown()} holds a token that is no Unicode; the next run begins again from the cursor.", Recovery.Retry, wrong)
            { Fault = Fault.Malformed };
        }
    }
}
