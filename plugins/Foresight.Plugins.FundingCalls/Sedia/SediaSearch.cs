using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Foresight.Sdk;

namespace Foresight.Plugins.FundingCalls.Sedia;

/// <summary>How the search is asked: a form whose parts are JSON. A body of JSON would be passed over without a word, and everything answered.</summary>
internal sealed class SediaSearch(SediaOptions options)
{
    // Always the same, so that the same question is the same request.
    private const string Boundary = "foresight-search";

    /// <summary>Asks for a page of one state, or of all where it is null.</summary>
    public async Task<SediaPage> PageAsync(SourceContext context, string? state, int page, int size, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(page, size)) { Content = Form(state) };
        await using var answer = await context.SendAsync(request, Expected.Json, cancellationToken);
        using var json = await answer.ReadJsonAsync(cancellationToken);
        return SediaPage.Read(json, answer.Url, PortalTime.DayOf(context.Clock.GetUtcNow()));
    }

    private Uri Address(int page, int size) => new UriBuilder(options.Url)
    {
        Query = string.Create(
            CultureInfo.InvariantCulture,
            $"apiKey={Uri.EscapeDataString(options.ApiKey)}&text={Uri.EscapeDataString(options.Text)}&pageSize={size}&pageNumber={page}"),
    }.Uri;

    private MultipartFormDataContent Form(string? state)
    {
        var form = new MultipartFormDataContent(Boundary);
        // .NET would put the boundary in quotes, which many servers do not take.
        form.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={Boundary}");
        var must = new List<object> { Terms("type", options.Types) };
        if (state is not null)
            must.Add(Terms("status", [CallState.CodeOf(state)!]));
        if (options.FrameworkProgrammes.Count > 0)
            must.Add(Terms("frameworkProgramme", options.FrameworkProgrammes));
        Add(form, "query", new Dictionary<string, object> { ["bool"] = new Dictionary<string, object> { ["must"] = must } });
        Add(form, "languages", options.Languages);
        Add(form, "sort", new Dictionary<string, string> { ["field"] = "startDate", ["order"] = "DESC" });
        return form;
    }

    private static Dictionary<string, object> Terms(string field, IReadOnlyList<string> values) =>
        new() { ["terms"] = new Dictionary<string, IReadOnlyList<string>> { [field] = values } };

    // A part without a content type is answered 500.
    private static void Add(MultipartFormDataContent form, string name, object value) =>
        form.Add(new StringContent(JsonSerializer.Serialize(value), new MediaTypeHeaderValue("application/json")), $"\"{name}\"");
}
