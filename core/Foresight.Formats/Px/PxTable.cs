using Foresight.Formats.Observations;

namespace Foresight.Formats.Px;

/// <summary>A .px file whose head has been read; its cells are read by <see cref="ReadAsync"/>, once.</summary>
public sealed class PxTable
{
    private readonly PxCells cells;

    internal PxTable(PxCells cells, IReadOnlyList<PxVariable> variables, long cellCount) =>
        (this.cells, Variables, CellCount) = (cells, variables, cellCount);

    /// <summary>The table's id (TABLEID, else MATRIX); null where there is none.</summary>
    public string? Id { get; init; }

    /// <summary>TITLE, else DESCRIPTION; null where there is neither.</summary>
    public string? Title { get; init; }

    /// <summary>What is measured (CONTENTS); null where the file does not say.</summary>
    public string? Contents { get; init; }

    /// <summary>The unit of all figures (UNITS); null where there is none.</summary>
    public string? Unit { get; init; }

    /// <summary>The units by code of the contents variable, where they are stated one by one.</summary>
    public IReadOnlyDictionary<string, string> Units { get; init; } = new Dictionary<string, string>();

    /// <summary>With how many decimals the figures are stored (DECIMALS).</summary>
    public int Decimals { get; init; }

    /// <summary>The producer (SOURCE); null where there is none.</summary>
    public string? Source { get; init; }

    /// <summary>When the figures were last changed, as given (<c>20230703 15:54</c>); null where the file does not say.</summary>
    public string? LastUpdated { get; init; }

    /// <summary>The language of names and texts; null where the file does not say.</summary>
    public string? Language { get; init; }

    /// <summary>The notes on the whole table (NOTEX, NOTE), the mandatory first.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The variables: those of the stub, then those of the heading; the last one goes fastest.</summary>
    public IReadOnlyList<PxVariable> Variables { get; }

    /// <summary>The number of cells of the whole cube.</summary>
    public long CellCount { get; }

    /// <summary>Whether the file leaves out rows of zeros (KEYS). They are not made up: what the file does not have is no row.</summary>
    public bool IsSparse { get; init; }

    /// <summary>What is wrong with the file without touching a figure, a sentence each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>
    /// Reads the cells block by block, in the file's order; also those without a value, whose symbol is then their flag. Whether
    /// the cells are as many as they should be is known at the end: do not keep what came before an exception.
    /// </summary>
    /// <param name="blockRows">The number of cells that make a block.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="InvalidDataException">The cells are too few or too many, or one is neither a number nor a symbol.</exception>
    public IAsyncEnumerable<ObservationBlock> ReadAsync(int blockRows = 100_000, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(blockRows, 1);
        return cells.ReadAsync(blockRows, cancellationToken);
    }
}
