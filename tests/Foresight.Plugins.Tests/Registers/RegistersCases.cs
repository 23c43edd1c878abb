using Foresight.Plugins.Registers;
using Foresight.Plugins.Tests.Conformance;
using Foresight.Sdk.Testing;

namespace Foresight.Plugins.Tests.Registers;

/// <summary>Registers in the forms of their files.</summary>
public sealed class RegistersCases : ConformanceCases
{
    private const string Partners = "id,organisation,kind,country\nherning,Herning,twin-towns,DK\nlich,Lich,twin-towns,DE\n";
    private const string Applications = "id,title,programme,role,outcome,partners\na,Textil,interreg,lead,planned,\"herning; lich\"\n";
    private const string Observations = "id;seen;what;why;role\na;2026-05-20;Två kärl för textil;Vi väljer nu;avfallsingenjör\nb;2026-06-01;Läxhjälp på biblioteket;Vi saknar det;bibliotekschef\n";

    /// <summary>The files of a workspace's folder, which no server has.</summary>
    public static SourceCase OfAFolder { get; } = SourceCase.Of<RegistersPlugin>("registers", new RegistersOptions(), () => RegisterReading.Serve(
        ("partners.csv", RegisterReading.Utf8(Partners)), ("applications.csv", RegisterReading.Utf8(Applications))));

    public override IReadOnlyDictionary<string, SourceCase> Cases { get; } = new Dictionary<string, SourceCase>
    {
        ["registers"] = SourceCase.Of<RegistersPlugin>(
            "registers", new RegistersOptions { Addresses = [new("https://example.org/partners.csv"), new("https://example.org/applications.csv")] }, () => new ReplayTransport()
                .Serve("https://example.org/partners.csv", Partners)
                .Serve("https://example.org/applications.csv", Applications)),
        ["registers/xlsx"] = SourceCase.Of<RegistersPlugin>("registers", new RegistersOptions { Addresses = [new("https://example.org/needs.xlsx")] }, () =>
            new ReplayTransport().Serve("https://example.org/needs.xlsx", Workbook.Of(Workbook.Row(1, "id", "title", "body") + Workbook.Row(2, "a", "b", "board")))),
        ["contact-observations"] = SourceCase.Of<RegistersPlugin>(
            "contact-observations", new ContactObservationsOptions { Addresses = [new("https://example.org/observations.csv")] },
            () => new ReplayTransport().Serve("https://example.org/observations.csv", Observations)),
    };
}
