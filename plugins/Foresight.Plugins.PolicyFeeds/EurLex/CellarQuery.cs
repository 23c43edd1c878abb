using System.Globalization;

namespace Foresight.Plugins.PolicyFeeds.EurLex;

/// <summary>
/// The question to CELLAR, in the Publications Office's Common Data Model (CDM). A work is the act; its expressions are the language
/// versions, which carry the titles; EuroVoc concepts hang on the work.
/// </summary>
internal static class CellarQuery
{
    private const string Authority = "http://publications.europa.eu/resource/authority/";

    /// <summary>
    /// One page of acts. The inner query turns the page: it alone is limited, so that an act's titles and concepts, a row each, never fall on
    /// two pages. It runs from old to new, so that acts which are entered meanwhile come behind and shift nothing.
    /// </summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last.</param>
    /// <param name="offset">How many acts came on the pages before.</param>
    public static string Of(CellarOptions options, DateOnly from, DateOnly until, int offset) => string.Create(CultureInfo.InvariantCulture, $$"""
        PREFIX cdm: <http://publications.europa.eu/ontology/cdm#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        SELECT ?work ?celex ?date ?type ?eli ?language ?title ?concept ?label WHERE {
        { SELECT DISTINCT ?work ?celex ?date ?type WHERE {
        VALUES ?type { {{Uris(Authority + "resource-type/", options.Types)}} }
        ?work cdm:work_has_resource-type ?type ; cdm:resource_legal_id_celex ?celex ; cdm:work_date_document ?date .
        {{About(options)}}FILTER(?date >= "{{from:yyyy-MM-dd}}"^^xsd:date && ?date < "{{until:yyyy-MM-dd}}"^^xsd:date)
        } ORDER BY ?date ?celex LIMIT {{options.PageSize}} OFFSET {{offset}} }
        OPTIONAL { ?work cdm:resource_legal_eli ?eli }
        OPTIONAL { ?expression cdm:expression_belongs_to_work ?work ; cdm:expression_uses_language ?language ; cdm:expression_title ?title .
        FILTER(?language IN ({{string.Join(", ", Languages(options).Select(code => $"<{Authority}language/{code}>"))}})) }
        OPTIONAL { ?work cdm:work_is_about_concept_eurovoc ?concept .
        OPTIONAL { ?concept skos:prefLabel ?label . FILTER(LANG(?label) = "{{options.Language}}") } }
        } ORDER BY ?date ?celex
        """);

    // The authority's codes of languages are ISO 639-3 in capitals.
    private static string[] Languages(CellarOptions options) => options.Language == "sv" ? ["SWE", "ENG"] : ["ENG"];

    private static string About(CellarOptions options) => options.Concepts.Count == 0 ? ""
        : $"VALUES ?wanted {{ {Uris("http://eurovoc.europa.eu/", options.Concepts)} }} ?work cdm:work_is_about_concept_eurovoc ?wanted .\n";

    private static string Uris(string root, IEnumerable<string> codes) => string.Join(' ', codes.Select(code => $"<{root}{code}>"));
}
