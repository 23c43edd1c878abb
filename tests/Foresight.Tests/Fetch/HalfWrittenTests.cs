using Foresight.Engine.Fetch.Raw;
using Xunit;

namespace Foresight.Tests.Fetch;

public sealed class HalfWrittenTests
{
    [Fact]
    public async Task HalfWritten_OfAnAnswerThatWaitsForItsPlace_IsLeftAloneByAnotherRun()
    {
        using var folder = new TemporaryFolder();
        var day = Directory.CreateDirectory(Path.Combine(folder.Path, "raw", "prov")).FullName;
        var (waits, left) = (Path.Combine(day, ".a.part"), Path.Combine(day, ".b.part"));
        await File.WriteAllTextAsync(waits, "whole", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(left, "half", TestContext.Current.CancellationToken);
        using var body = new SpooledContent(waits, "", 5);

        RawAnswers.RemoveHalfWritten(folder.Path, "prov");

        Assert.True(File.Exists(waits));
        Assert.False(File.Exists(left));
    }
}
