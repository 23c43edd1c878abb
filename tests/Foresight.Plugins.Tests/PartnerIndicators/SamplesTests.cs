using System.Text.Json;
using Foresight.Plugins.PartnerIndicators;
using Xunit;

namespace Foresight.Plugins.Tests.PartnerIndicators;

/// <summary>The offline samples answer only the very addresses that a source asks for.</summary>
public class SamplesTests
{
    [Fact]
    public async Task Kolada_AllIdsOfTheSamples_AreAnswered()
    {
        var (kpis, municipalities) = (Ids("/v3/kpi/"), Ids("/municipality/"));
        using var kolada = PluginHarness.For<PartnerIndicatorsPlugin>("kolada", new KoladaOptions { Kpis = [.. kpis.Reverse()], Municipalities = municipalities });
        Serve(kolada);

        var rows = await kolada.ReadObservationsAsync();

        var expected = Answers().Where(answer => answer.Url.Contains("/v3/data/kpi/", StringComparison.Ordinal))
            .Sum(answer => Json(answer.File).GetProperty("values").EnumerateArray().Sum(entry => entry.GetProperty("values").GetArrayLength()));
        Assert.Equal(expected, rows.Count);
        Assert.Equal(rows.Count, rows.Select(row => row.Identity).Distinct().Count());
    }

    [Fact]
    public async Task KoladaReleases_AllIdsOfTheSamples_AreAnswered()
    {
        var kpis = Ids("/v3/kpi/");
        using var kolada = PluginHarness.For<PartnerIndicatorsPlugin>("kolada-releases", new KoladaReleasesOptions { Kpis = kpis });
        Serve(kolada);

        var batches = await kolada.ReadAsync();

        Assert.Equal(kpis.Length, batches.Sum(batch => ((Sdk.DocumentBatch)batch).Documents.Count + batch.Rejections.Count));
    }

    private static void Serve(PluginHarness harness)
    {
        foreach (var (url, file) in Answers())
            harness.Web.ServeFile(url, Path.Combine(Folder(), file));
    }

    private static string[] Ids(string after) => [.. Answers().Select(answer => answer.Url.Split(after))
        .Where(parts => parts.Length == 2 && parts[0].StartsWith("https://api.kolada.se", StringComparison.Ordinal))
        .SelectMany(parts => parts[1].Split('?')[0].Split(',')).Distinct()];

    private static IEnumerable<(string Url, string File)> Answers() => Json("samples.json").GetProperty("answers").EnumerateArray()
        .Select(answer => (answer.GetProperty("url").GetString()!, answer.GetProperty("file").GetString()!));

    private static JsonElement Json(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder(), file)));
        return document.RootElement.Clone();
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Foresight.sln")))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, "data", "samples");
    }
}
