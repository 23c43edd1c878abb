using Foresight.Engine.Store.Columns;

namespace Foresight.Engine.Store.Merge;

/// <summary>What makes a table's row the same row, and what makes it an unchanged one.</summary>
internal interface IRowIdentity
{
    TableShape Table { get; }

    /// <summary>The columns that <see cref="Compute"/> needs.</summary>
    IReadOnlyList<ColumnShape> Columns { get; }

    /// <summary>Each row's hash of identity and of content.</summary>
    (UInt128[] Identities, ulong[] Contents) Compute(ColumnBlock block);

    /// <summary>Gives a revising row what it takes over from the row that it supersedes.</summary>
    void Carry(ColumnBlock revising, int row, ColumnBlock superseded, int supersededRow);

    /// <summary>Names a row for a person.</summary>
    string Describe(ColumnBlock block, int row);
}
