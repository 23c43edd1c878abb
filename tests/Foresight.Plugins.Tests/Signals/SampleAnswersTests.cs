using System.Globalization;
using System.Text.Json;
using Foresight.Plugins.PartnerIndicators;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.Signals;

/// <summary>What the shipped policy's indicators tell from the shipped samples, read by the sources themselves.</summary>
public sealed class SampleAnswersTests(SampleAnswersTests.Samples samples) : IClassFixture<SampleAnswersTests.Samples>
{
    [Theory]
    [InlineData("N05815", "från 43 procent 2010 till 31 procent 2022")]
    [InlineData("U01413", "från 24,0 procent 2012 till 33,3 procent 2022")]
    [InlineData("N00401", "från 7,19 till 7,90 ton CO2e per invånare mellan 2015 och 2022")]
    [InlineData("N09801", "från 7,1 till 2,4 per invånare mellan 2010 och 2022")]
    [InlineData("N07917", "från 2,0 till 6,7 per 1")]
    [InlineData("N00217", "från 0,70 till 1,04 mellan 2014 och 2022 och passerade 1")]
    [InlineData("N00951", "från −179 till 1981 kronor i månaden mellan 2010 och 2022 och passerade 0")]
    [InlineData("N45850", "från 3,0 till 5,2 per invånare mellan 2010 och 2022")]
    [InlineData("N01993", "som högst 50,1 (2015) och som lägst 13,4 (2020)")]
    [InlineData("nama_10r_3gdp", "i länet kring Vänersborg låg 2021 på")]
    public async Task KnownAnswer_FromTheSamples_IsFound(string indicator, string told)
    {
        var outcome = await samples.OutcomeAsync();

        Assert.Contains(told, outcome.Signals.Single(signal => signal.Id == "indicator/" + indicator).Headline.Sv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("N02267")]
    [InlineData("N02268")]
    [InlineData("U00501")]
    [InlineData("U00502")]
    [InlineData("N09701")]
    [InlineData("N02006")]
    [InlineData("U07453")]
    public async Task Silence_WhereTold_IsKept(string indicator)
    {
        var outcome = await samples.OutcomeAsync();

        Assert.Contains(outcome.Silences, silence => silence.Id == "indicator/" + indicator);
        Assert.DoesNotContain(outcome.Signals, signal => signal.Id == "indicator/" + indicator);
    }

    [Fact]
    public async Task Samples_TellOfAllAreas_AndEveryNumberIsProven()
    {
        var outcome = await samples.OutcomeAsync();

        Assert.All(ShippedPolicy.File.Policy.FocusAreas, area => Assert.Contains(outcome.Signals, signal => signal.FocusArea == area.Id));
        ShippedPolicy.AssertTraced(outcome.Signals, samples.Tables);
    }

    [Fact]
    public async Task Samples_OfFewMunicipalities_AreNotTheWholeCountry()
    {
        var outcome = await samples.OutcomeAsync();

        Assert.DoesNotContain(outcome.Signals, signal => signal.Figures.Any(figure => figure.Name.StartsWith("municipality-", StringComparison.Ordinal)));
    }

    /// <summary>The samples' statistics in memory, read and analysed once.</summary>
    public sealed class Samples : IDisposable
    {
        private const int Chunk = 500;

        private readonly Lazy<Task<AnalysisOutcome>> _outcome;
        private readonly InMemoryTables _tables = new();

        public Samples() => _outcome = new(ReadAsync);

        public ITables Tables => _tables;

        public Task<AnalysisOutcome> OutcomeAsync() => _outcome.Value;

        public void Dispose() => _tables.Dispose();

        private async Task<AnalysisOutcome> ReadAsync()
        {
            foreach (var entry in ShippedPolicy.File.Sources.Where(entry => entry.Id is "kolada" or "worldbank" or "eurostat-gdp"))
            {
                using var source = PluginHarness.For<PartnerIndicatorsPlugin>(entry.Use, entry.Options!);
                foreach (var (url, file) in Answers())
                {
                    source.Web.ServeFile(url, Repository.Path("data", "samples", file));
                }

                foreach (var rows in (await source.ReadObservationsAsync()).Chunk(Chunk))
                {
                    _tables.Execute(
                        "INSERT INTO observations (_source, dataset, freq, ref_area, indicator, sex, period, value, status, _load_id, _revision, _current) VALUES "
                        + string.Join(',', rows.Select(row => Literals(entry.Id, row))));
                }
            }

            return await ShippedPolicy.AnalyseAsync(_tables);
        }

        private static string Literals(string source, ObservationRow row) =>
            $"('{source}', '{row.Dataset}', 'A', {Text(row["ref_area"])}, {Text(row["indicator"])}, {Text(row["sex"])}, '{row.Period.Text}', "
            + $"{row.Value?.ToString("R", CultureInfo.InvariantCulture) ?? "NULL"}, {Text(row.Status)}, 'load-1', 1, true)";

        private static string Text(string? text) => text is null ? "NULL" : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

        private static IEnumerable<(string Url, string File)> Answers()
        {
            using var samples = JsonDocument.Parse(File.ReadAllBytes(Repository.Path("data", "samples", "samples.json")));
            return [.. samples.RootElement.GetProperty("answers").EnumerateArray().Select(answer => (answer.GetProperty("url").GetString()!, answer.GetProperty("file").GetString()!))];
        }
    }
}
