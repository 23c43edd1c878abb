using CsCheck;
using Xunit;

namespace Foresight.Tests.Store.Merge;

/// <summary>
/// Commit by commit of a few rows each, so that the part of a dataset that a load knows moves on, grows, is forgotten and read again: whatever comes
/// in whatever order, each row is there once.
/// </summary>
public sealed class LoadMergersTests
{
    private static readonly Gen<MergeRow> Row = Gen.Select(
        Gen.OneOf("d", "d", "d", "e"), Gen.OneOf("A", "B", "C", "D", "E", "F", "G", "", "Å", null), Gen.Int[2020, 2023], Gen.OneOf<double?>(1, 2, null),
        (dataset, area, year, value) => new MergeRow(dataset, area, year, value));

    private static readonly Gen<MergeLoad> Load = Gen.Select(
        Row.Array[1, 8].Array[1, 3].Array[1, 6],
        Gen.OneOf(0L, 2, 8, 20, 1000),
        Gen.Int[0, 3].Select(chance => chance > 0),
        Gen.OneOf(MergeEvent.None, MergeEvent.None, MergeEvent.None, MergeEvent.OtherProgram, MergeEvent.Cancelled, MergeEvent.Compaction, MergeEvent.EmptyBatch).Array[6],
        Gen.Bool,
        (commits, mostKnown, isOrdered, events, isFull) => new MergeLoad(isOrdered ? Ordered(commits) : commits, mostKnown, events, isFull));

    [Fact]
    public async Task Loads_InPartsAndInAnyOrder_EqualTheModel() => await Load.Array[1, 6].SampleAsync(
        async loads =>
        {
            using var run = new MergeRun();
            foreach (var load in loads)
            {
                await run.LoadAsync(load);
            }

            Assert.Equal(run.Known(), await run.StoredAsync());
            Assert.DoesNotContain(await run.VerifyAsync(), fault => !fault.StartsWith("The raw answer", StringComparison.Ordinal));
        },
        iter: 25,
        threads: 1);

    /// <summary>The same rows, as a source gives them that goes from area to area.</summary>
    private static MergeRow[][][] Ordered(MergeRow[][][] commits)
    {
        var rows = new Queue<MergeRow>(commits.SelectMany(commit => commit).SelectMany(block => block).OrderBy(row => row.Area, StringComparer.Ordinal));
        return [.. commits.Select(commit => commit.Select(block => block.Select(_ => rows.Dequeue()).ToArray()).ToArray())];
    }
}
