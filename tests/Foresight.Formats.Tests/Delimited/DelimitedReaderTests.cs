using System.Text;
using Foresight.Formats.Delimited;
using Foresight.Formats.Observations;
using Xunit;

namespace Foresight.Formats.Tests.Delimited;

public class DelimitedReaderTests
{
    private static readonly DelimitedLayout Layout = new([new("area", "AREA"), new("value", "VALUE") { IsNumber = true }]);

    [Fact]
    public async Task Read_Header_IsGivenWithTheColumnsThatAreNotRead()
    {
        var block = Assert.Single(await ReadAsync("\uFEFFAREA,\"PORT\",VALUE\r\nSE,x,1\r\n"));

        Assert.Equal(["AREA", "PORT", "VALUE"], block.Header);
        Assert.Equal(["area", "value"], block.Codes.Keys.Concat(block.Numbers.Keys));
    }

    [Theory]
    [InlineData("SE,x", "Line 3 has 2 fields where the header names 3.")]
    [InlineData("SE,x,many", "Line 3 has 'many' for value, which is no number.")]
    [InlineData("SE,\"x,1", "Line 3 has 2 fields where the header names 3.")]
    public async Task Read_BadLine_IsRejectedWithItsText(string line, string reason)
    {
        var block = Assert.Single(await ReadAsync($"AREA,PORT,VALUE\nNO,x,1\n{line}\r\nFI,x,2\n"));

        Assert.Equal([new ObservationRejection(3, reason) { Text = line }], block.Rejections);
        Assert.Equal(2, block.Count);
    }

    [Fact]
    public async Task Read_LongBadLine_IsRejectedWithoutItsText()
    {
        var block = Assert.Single(await ReadAsync($"AREA,PORT,VALUE\nNO,{new string('x', 5_000)}\n"));

        Assert.Equal([new ObservationRejection(2, "Line 2 has 2 fields where the header names 3.")], block.Rejections);
    }

    private static async Task<List<DelimitedBlock>> ReadAsync(string text)
    {
        var blocks = new List<DelimitedBlock>();
        await foreach (var block in DelimitedReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), Layout, cancellationToken: TestContext.Current.CancellationToken))
            blocks.Add(block);
        return blocks;
    }
}
