using Foresight.Plugins.PartnerIndicators;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.PartnerIndicators;

public class KoladaReleasesSourceTests
{
    private const string Page = """
        {"count":3,"next_url":null,"values":[
         {"id":"N1","title":"Utsläpp","description":"Källa: SCB.","is_divided_by_gender":false,"publication_date":"2026-11-28","publ_period":"2025"},
         {"id":"N2","title":"Bostäder","description":null,"is_divided_by_gender":false,"publication_date":"2026-09-05","publ_period":null},
         {"id":"N3","title":"Avslutat","description":"","is_divided_by_gender":true,"publication_date":null,"publ_period":null}]}
        """;

    [Fact]
    public async Task Read_Indicators_GivesADocumentForEachDatedRelease()
    {
        using var kolada = Kolada();
        kolada.Web.Serve("https://api.kolada.se/v3/kpi/N1,N2,N3?per_page=5000&page=1", Page);

        var documents = await kolada.ReadDocumentsAsync();

        Assert.Equal(["N1-2026-11-28", "N2-2026-09-05"], documents.Select(document => document.Id));
        Assert.Equal([new DateOnly(2026, 11, 28), null], documents.Select(document => document.Due));
        Assert.Equal([null, Moment.On(new DateOnly(2026, 9, 5))], documents.Select(document => document.Published));
        Assert.Equal(("release", "Utsläpp", "Källa: SCB.", "sv"), (documents[0].Kind, documents[0].Title, documents[0].Text, documents[0].Language));
        Assert.Equal([["N1", "2025"], ["N2"]], documents.Select(document => document.Categories));
    }

    [Fact]
    public async Task Read_IndicatorWithoutDate_IsRejected()
    {
        using var kolada = Kolada();
        kolada.Web.Serve("*", Page);

        var batch = Assert.Single(await kolada.ReadAsync());

        Assert.Equal("N3", Assert.Single(batch.Rejections).Where);
    }

    [Fact]
    public async Task Read_AfterTheDay_TheReleaseIsPublished()
    {
        using var kolada = Kolada();
        kolada.Web.Serve("*", Page);
        kolada.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));

        var documents = await kolada.ReadDocumentsAsync();

        Assert.All(documents, document => Assert.Null(document.Due));
    }

    [Fact]
    public void Recognise_Indicators_AsksForThemOnce()
    {
        var match = PluginHarness.Recognise<PartnerIndicatorsPlugin>("kolada-releases", Page);

        Assert.Equal(("N1", "1"), (match!.Options["kpis"], match.Options["maxPages"]));
        Assert.Null(PluginHarness.Recognise<PartnerIndicatorsPlugin>("kolada", Page));
    }

    private static PluginHarness Kolada() =>
        PluginHarness.For<PartnerIndicatorsPlugin>("kolada-releases", new KoladaReleasesOptions { Kpis = ["N3", "N2", "N1"] });
}
