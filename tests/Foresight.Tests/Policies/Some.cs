namespace Foresight.Tests.Policies;

/// <summary>Policies in parts, so that a test shows only the line that it is about.</summary>
internal static class Some
{
    /// <summary>The smallest policy: 8 lines.</summary>
    public const string Policy = """
        version: "1"
        holdsFrom: 2026-01-01
        title: { sv: Plan, en: Plan }
        organisation: { sv: Vik, en: Vik }
        focusAreas:
          - { id: sea, name: { sv: Hav, en: Sea }, shortName: { sv: Hav, en: Sea }, topics: [sea] }
        places:
          - { id: vik, name: { sv: Vik, en: Vik }, role: home, country: SE, codes: { kolada: ["0007"] } }

        """;

    /// <summary>A whole indicator of a source 'figures', on one line.</summary>
    public const string Indicator =
        "{ id: N1, source: figures, dataset: d, focusAreas: [sea], name: { sv: n, en: n }, unit: { sv: u, en: u }, good: up, producer: P, why: { sv: w, en: w } }";

    /// <summary>A source entry that uses the part, without options.</summary>
    public static string Source(string id, string use) =>
        $"{{ id: {id}, use: {use}, title: {{ sv: T, en: T }}, producer: P, licence: L, url: 'https://example.org', options: OPTIONS }}";
}
