using Foresight.Engine.Registers;
using Foresight.Sdk;

namespace Foresight.Engine.Funds;

/// <summary>The countries other than ours in which we have partners: of the register, and where it has none, of the policy's twin towns and partners.</summary>
/// <param name="Countries">ISO 3166 alpha-2 codes.</param>
/// <param name="OfRegister">Whether the register says so.</param>
/// <param name="AreExamples">Whether these are but the register's examples.</param>
public sealed record PartnersOnRecord(IReadOnlyList<string> Countries, bool OfRegister, bool AreExamples)
{
    internal static PartnersOnRecord Of(Policy policy, RegisterBook registers)
    {
        var real = registers.Partners.Where(partner => !partner.IsExample).ToList();
        var rows = real.Count > 0 ? real : registers.Partners;
        var codes = rows.Count > 0
            ? rows.Select(partner => partner["country"]).OfType<string>()
            : policy.Places.Where(place => place.Role is PlaceRole.TwinTown or PlaceRole.Partner).Select(place => place.Country);
        return new(
            // Åland has a code of its own and is Finland's where countries are counted.
            [.. codes.Select(code => code == "AX" ? "FI" : code).Where(code => code != policy.Home.Country).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            rows.Count > 0, rows.Count > 0 && real.Count == 0);
    }
}
