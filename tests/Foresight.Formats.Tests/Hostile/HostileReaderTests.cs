using Xunit;

namespace Foresight.Formats.Tests.Hostile;

/// <summary>Files that came to harm on the way, or are meant to hurt, through every reader. That of feeds has tests of its own beside it.</summary>
[Collection(nameof(HostileReading))]
public sealed class HostileReaderTests
{
    private const int Usual = 400;

    public static TheoryData<string> Readers => [.. HostileReader.All.Keys];

    public static TheoryData<string, string> Bombs => new(HostileBombs.All.Select(bomb => (bomb.Reader, bomb.Name)));

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Reading_DamagedFiles_StaysWithinItsLimits(string reader)
    {
        var files = HostileReader.All[reader].Files();
        Assert.NotEmpty(files);

        foreach (var seed in HostileReading.Seeds(Usual))
            await HostileReading.WithinLimitsAsync(Damage.Of(files, seed), HostileReader.All[reader].ReadAsync, HostileReader.IsRefusal);
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task Reading_Bombs_StaysWithinItsLimits(string reader, string bomb)
    {
        var bytes = HostileBombs.All.Single(one => one.Reader == reader && one.Name == bomb).Make();

        await HostileReading.WithinLimitsAsync(new(bomb, bytes), HostileReader.All[reader].ReadAsync, HostileReader.IsRefusal);
    }
}

/// <summary>Nothing runs beside what is measured.</summary>
[CollectionDefinition(nameof(HostileReading), DisableParallelization = true)]
public sealed class HostileReadingAlone;
