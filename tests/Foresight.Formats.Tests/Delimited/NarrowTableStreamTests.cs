using System.Text;
using Foresight.Formats.Delimited;
using Xunit;

namespace Foresight.Formats.Tests.Delimited;

public class NarrowTableStreamTests
{
    [Fact]
    public async Task Read_UsualTable_GivesItsBytes()
    {
        var text = string.Concat(Enumerable.Repeat(new string(',', 1500) + "\n", 3));

        await using var table = new NarrowTableStream(new CutStream(Encoding.UTF8.GetBytes(text), 7));
        var read = await new StreamReader(table).ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal(text, read);
    }

    [Fact]
    public async Task Read_LineOfThousandsOfFields_IsRefused()
    {
        var text = "a,b\n" + new string(',', 5000);

        await using var table = new NarrowTableStream(new CutStream(Encoding.UTF8.GetBytes(text), 7));
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => new StreamReader(table).ReadToEndAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith("Line 2 of the table has more than 2000 fields", refused.Message, StringComparison.Ordinal);
    }
}
