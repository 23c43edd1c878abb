using Foresight.Tests.Runs;
using Xunit;

namespace Foresight.Tests.Cli;

/// <summary>Registers by the command: what is wrong is listed, and changes nothing.</summary>
public sealed class RegistersTests
{
    private const string Good = "id,organisation,kind,country\nherning,Herning,vänorter,DK\nlich,Lich,vänorter,DE\n";

    [Fact]
    public async Task WrongFile_AfterAGoodOne_ChangesNothingAndIsToldInFull()
    {
        using var workspace = new TestWorkspace().Source("registers", "registers").Write("partnerKinds:\n  - { id: twin-towns, name: { sv: vänorter, en: twin towns } }");
        Put(workspace, Good);
        await ForesightCommand.RunAsync(["ingest", .. workspace.Options]);
        Put(workspace, "id,organisation,kind,country\nherning,Herning,vänort,DK\nlich,,vänorter,Tyskland\n");

        var ingest = await ForesightCommand.RunAsync(["ingest", .. workspace.Options]);
        var check = await ForesightCommand.RunAsync(["registers", "check", .. workspace.Options]);
        var quarantine = await ForesightCommand.RunAsync(["quarantine", "--source", "registers", .. workspace.Options]);

        Assert.True(ingest.ExitCode == 1, ingest.ToString());
        Assert.Equal(2, (await workspace.QueryAsync("SELECT id FROM partners WHERE organisation IS NOT NULL")).Count);
        Assert.True(check.ExitCode == 2, check.ToString());
        Assert.Equal(
            [
                "partners.csv, row 2, column kind: 'vänort' is no kind of partner of the policy: write twin-towns.",
                "partners.csv, row 3, column country: 'Tyskland' is no country of ISO 3166: write its two letters, as in SE, DK or NA (EU for a network of the EU).",
                "partners.csv, row 3, column organisation: This is empty, and every row must have it: the place or organisation.",
                "registers: 3 problems; nothing of these registers is stored until all are mended.",
            ],
            check.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Contains("partners.csv, row 3, column country", quarantine.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_AfterARowChanged_TellsWhatItSaid()
    {
        using var workspace = new TestWorkspace().Source("registers", "registers").Write("partnerKinds:\n  - { id: twin-towns, name: { sv: vänorter, en: twin towns } }");
        Put(workspace, Good);
        await ForesightCommand.RunAsync(["ingest", .. workspace.Options]);
        Put(workspace, Good.Replace("Lich,", "Lich i Hessen,", StringComparison.Ordinal));
        await ForesightCommand.RunAsync(["ingest", .. workspace.Options]);

        var diff = await ForesightCommand.RunAsync(["diff", "registers", "--from", "v1", .. workspace.Options]);

        Assert.True(diff.ExitCode == 0, diff.ToString());
        Assert.Contains("Lich i Hessen", diff.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Herning", diff.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task New_Registers_AreEmptyAndCheck(bool workbooks)
    {
        using var workspace = new TestWorkspace().Source("registers", "registers").Write();

        var written = await ForesightCommand.RunAsync(["registers", "new", "--headings", "sv", "--data", workspace.Data, .. workbooks ? new[] { "--xlsx" } : []]);
        var check = await ForesightCommand.RunAsync(["registers", "check", .. workspace.Options]);

        Assert.True(written.ExitCode == 0, written.ToString());
        Assert.True(check.ExitCode == 0, check.ToString());
        Assert.Contains("no problem: 0 needs, 0 partners, 0 applications, 0 activities, 0 observations, 0 decisions.", check.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shipped_Registers_HaveNoProblem()
    {
        var check = await ForesightCommand.RunAsync("registers", "check", "--data", Repository.Path("data"));

        Assert.True(check.ExitCode == 0, check.ToString());
        Assert.DoesNotContain("note:", check.Out, StringComparison.Ordinal);
    }

    private static void Put(TestWorkspace workspace, string partners)
    {
        Directory.CreateDirectory(Path.Combine(workspace.Data, "registers"));
        File.WriteAllText(Path.Combine(workspace.Data, "registers", "partners.csv"), partners);
    }
}
