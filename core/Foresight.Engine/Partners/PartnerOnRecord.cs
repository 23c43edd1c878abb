using Foresight.Engine.Registers;
using Foresight.Exposure;
using Foresight.Sdk;

namespace Foresight.Engine.Partners;

/// <summary>Who is a partner: a row of the register, a place of the policy, or both.</summary>
/// <param name="Id">The page's id.</param>
/// <param name="Entry">The register's row; null where it has none.</param>
/// <param name="Place">The policy's place; null where it has none.</param>
/// <param name="Country">ISO 3166 alpha-2 country.</param>
internal sealed record PartnerOnRecord(string Id, RegisterEntry? Entry, Place? Place, string Country)
{
    /// <summary>The register's partners by name, then the policy's twin towns and partners that it lacks.</summary>
    public static IReadOnlyList<PartnerOnRecord> All(Policy policy, RegisterBook registers)
    {
        List<PartnerOnRecord> partners =
        [
            .. registers.Partners.Select(entry =>
            {
                var place = policy.Places.FirstOrDefault(place => place.Id == entry["place"]);
                return new PartnerOnRecord(entry.Id, entry, place, entry["country"] ?? place?.Country ?? "");
            }),
        ];
        var taken = partners.Select(partner => partner.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var known = partners.Select(partner => partner.Place?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        partners.AddRange(policy.Places.Where(place => place.Role is PlaceRole.TwinTown or PlaceRole.Partner && !known.Contains(place.Id))
            .Select(place => new PartnerOnRecord(taken.Contains(place.Id) ? "place-" + place.Id : place.Id, null, place, place.Country)));
        return partners;
    }

    public LocalText Name => Entry?["organisation"] is { } name ? new LocalText(name, name) : Place?.Name ?? new LocalText(Id, Id);

    /// <summary>Its codes: the place's, then those of the register's row that it does not have.</summary>
    public IReadOnlyList<PartnerCode> Codes =>
    [
        .. (Place?.Codes ?? new Dictionary<string, IReadOnlyList<PlaceCode>>()).SelectMany(list => list.Value.Select(code => new PartnerCode(list.Key, code.Code, code.Vintage)))
            .Concat((Entry?.Many("codes") ?? []).Select(CodeOf).OfType<PartnerCode>()).DistinctBy(code => (code.List, code.Code)),
    ];

    public static LocalText CountryName(Policy policy, string country) =>
        policy.Places.FirstOrDefault(place => place.Role == PlaceRole.Country && place.Country == country)?.Name
        ?? new LocalText(new PartnerNames(policy).In(country, "sv"), new PartnerNames(policy).In(country, "en"));

    private static PartnerCode? CodeOf(string text) => text.Split('=', 2) switch
    {
        [var list, var code] => code.Split('@', 2) switch
        {
            [var plain, var vintage] => new(list, plain, vintage),
            _ => new(list, code, null),
        },
        _ => null,
    };
}
