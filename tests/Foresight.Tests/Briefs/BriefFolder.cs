using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Foresight.Engine.Briefs;

namespace Foresight.Tests.Briefs;

/// <summary>A brief written to a folder of its own, which goes when the test ends.</summary>
internal sealed class BriefFolder : IDisposable
{
    private readonly string _folder;

    public required BriefResult Result { get; init; }

    public string Html => File.ReadAllText(Result.HtmlFile);

    public IHtmlDocument Page => new HtmlParser().ParseDocument(Html);

    public JsonElement Evidence => JsonDocument.Parse(File.ReadAllText(Result.EvidenceFile)).RootElement;

    public static async Task<BriefFolder> WriteAsync(BriefInput input)
    {
        var folder = Directory.CreateTempSubdirectory("foresight-brief-").FullName;
        return new BriefFolder(folder) { Result = await BriefWriter.WriteAsync(input, folder, CancellationToken.None) };
    }

    public string Text(string selector) => string.Join(' ', Page.QuerySelectorAll(selector).Select(element => element.TextContent)).Replace('\u00A0', ' ');

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private BriefFolder(string folder) => _folder = folder;
}
