using System.Globalization;
using System.Text;
using Foresight.Formats.Observations;
using Foresight.Formats.Px;
using Xunit;

namespace Foresight.Formats.Tests.Px;

/// <summary>Reads .px files into lines that a test can compare.</summary>
internal static class ReadPx
{
    public static async Task<List<string>> CellsAsync(PxTable table, int blockRows = 100_000)
    {
        var cells = new List<string>();
        await foreach (var block in table.ReadAsync(blockRows, TestContext.Current.CancellationToken))
            cells.AddRange(Enumerable.Range(0, block.Count).Select(row => Line(block, row)));
        return cells;
    }

    public static async Task<List<string>> CellsAsync(string text, int blockRows = 100_000, int cut = int.MaxValue) =>
        await CellsAsync(await OpenAsync(text, cut), blockRows);

    public static async Task<List<ObservationBlock>> BlocksAsync(string text)
    {
        var blocks = new List<ObservationBlock>();
        await foreach (var block in (await OpenAsync(text)).ReadAsync(cancellationToken: TestContext.Current.CancellationToken))
            blocks.Add(block);
        return blocks;
    }

    public static Task<PxTable> OpenAsync(string text, int cut = int.MaxValue) => OpenAsync(Encoding.UTF8.GetBytes(text), cut);

    public static Task<PxTable> OpenAsync(byte[] bytes, int cut = int.MaxValue) =>
        PxReader.OpenAsync(new CutStream(bytes, cut), TestContext.Current.CancellationToken);

    private static string Line(ObservationBlock block, int row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Join(' ', block.Dimensions.Values.Select(column => column[row]))} {block.Periods[row]} {block.Values[row]:R} {block.Flags?[row]} {block.Marks?[row]}").Trim();
}
