using System.Text.Json;
using Foresight.Sdk;

namespace Foresight.Plugins.FundingCalls.Sedia;

/// <summary>A page of the search.</summary>
/// <param name="Total">How many rows the search says that there are; two answers to one question may differ by some.</param>
/// <param name="Count">How many rows the page has.</param>
/// <param name="Rows">Those that could be read.</param>
/// <param name="Rejections">Those that could not.</param>
/// <param name="Fields">The names of what the rows say, those too that are not read.</param>
internal sealed record SediaPage(int? Total, int Count, IReadOnlyList<SediaRow> Rows, IReadOnlyList<Rejection> Rejections, IReadOnlyList<string>? Fields)
{
    /// <exception cref="SourceException">The JSON is no answer of the search.</exception>
    public static SediaPage Read(JsonDocument json, Uri url, DateOnly today)
    {
        if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("results", out var results) || results.ValueKind != JsonValueKind.Array)
        {
            throw new SourceException($"{url.Shown()} did not answer a list of results: there is no \"results\" in it; the next run tries again.", Recovery.Retry)
            {
                Fault = Fault.Malformed,
            };
        }

        var rows = new List<SediaRow>();
        var rejections = new List<Rejection>();
        var fields = new FieldNames();
        var number = 0;
        foreach (var result in results.EnumerateArray())
        {
            number++;
            try
            {
                if (SediaRow.Read(result, today, rejections) is { } row)
                {
                    fields.Note(result.GetProperty("metadata"));
                    rows.Add(row);
                }
                else
                {
                    rejections.Add(Rejected.Of($"result {number} of {url.Shown()}", "It has no identifier or no title.", result));
                }
            }
            catch (InvalidOperationException)
            {
                rejections.Add(Rejected.Of($"result {number} of {url.Shown()}", Rejected.NoUnicode, result));
            }
        }

        var total = json.RootElement.TryGetProperty("totalResults", out var said) && said.ValueKind == JsonValueKind.Number && said.TryGetInt32(out var all) ? all : (int?)null;
        return new SediaPage(total, number, rows, rejections, fields.Names);
    }
}
