using System.IO.Compression;
using System.Text;
using Foresight.Engine;
using Foresight.Engine.Forecasts;
using Xunit;

namespace Foresight.Tests.Forecasts;

public sealed class CompetitionFileTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");

    [Fact]
    public void Read_SeriesAsRWritesThem_AreRead()
    {
        File.WriteAllText(_file, """{"Y1":{"sn":["Y1"],"period":["YEARLY"],"h":[2],"x":[1,2,3.5],"xx":[4,5]},"M7":{"period":"monthly","x":[1,2],"xx":[3]}}""");

        var series = CompetitionFile.Read(_file);

        Assert.Equal([("Y1", "yearly", 1), ("M7", "monthly", 12)], series.Select(one => (one.Id, one.Frequency.Name, one.Frequency.Period)));
        Assert.Equal([1, 2, 3.5], series[0].Past);
        Assert.Equal([4, 5], series[0].Future);
    }

    [Fact]
    public void Read_Packed_IsRead()
    {
        var packed = _file + ".gz";
        using (var stream = new GZipStream(File.Create(packed), CompressionLevel.Fastest))
        {
            stream.Write(Encoding.UTF8.GetBytes("""{"Q":{"period":["QUARTERLY"],"x":[1,2],"xx":[3]}}"""));
        }

        var series = CompetitionFile.Read(packed);

        File.Delete(packed);
        Assert.Equal(4, series.Single().Frequency.Period);
    }

    [Theory]
    [InlineData("[1]", "an object of series by id was expected, not array.")]
    [InlineData("{}", "no series are in it.")]
    [InlineData("""{"a":{"period":["DECADES"],"x":[1,2],"xx":[3]}}""", "the series a has the period 'DECADES'; known are yearly, quarterly, monthly, weekly, daily, hourly, other.")]
    [InlineData("""{"a":{"period":["YEARLY"],"x":[1,null],"xx":[3]}}""", "the series a needs its past in x: at least two numbers.")]
    [InlineData("""{"a":{"period":["YEARLY"],"x":[1,2],"xx":[]}}""", "the series a needs what came in xx: at least one number.")]
    [InlineData("""{"a":3}""", "the series a is no object but number.")]
    [InlineData("{\"a\":", "no JSON from line 1 on")]
    public void Read_Wrong_SaysWhatAndWhere(string json, string sentence)
    {
        File.WriteAllText(_file, json);

        var fault = Assert.Throws<ConfigurationException>(() => CompetitionFile.Read(_file));

        Assert.Contains($"{_file}: {sentence}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Missing_SaysSo()
    {
        var fault = Assert.Throws<ConfigurationException>(() => CompetitionFile.Read(_file));

        Assert.Contains($"{_file}: cannot be read", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_file);
}
