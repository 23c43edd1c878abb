using Foresight.Formats.Observations;

namespace Foresight.Formats.Delimited;

/// <summary>A column of the table that is read.</summary>
internal sealed class DelimitedColumn
{
    /// <summary>Columns grow as rows come: a short table must not cost blocks of them.</summary>
    private const int FirstRows = 256;

    private double[] numbers = [];

    public DelimitedColumn(DelimitedField field, int at, int blockRows)
    {
        (Name, At, IsFilter) = (field.Name, at, field is { IsNumber: false, Wanted: not null });
        if (field.IsNumber)
            numbers = new double[FirstRows];
        else
            Codes = new CodedBytes(blockRows, field.Wanted);
    }

    public string Name { get; }

    /// <summary>Its place in the table.</summary>
    public int At { get; }

    public bool IsFilter { get; }

    /// <summary>Null for numbers.</summary>
    public CodedBytes? Codes { get; }

    /// <summary>Sets the number of a row; false where the field is none.</summary>
    public bool TrySetNumber(int row, ReadOnlySpan<byte> field)
    {
        if (row == numbers.Length)
            Array.Resize(ref numbers, row * 2);
        return NumberText.TryParse(field, out numbers[row]);
    }

    public double[] TakeNumbers(int count)
    {
        var taken = numbers;
        Array.Resize(ref taken, count);
        // A block that was full is followed by another, as a rule.
        numbers = new double[Math.Max(FirstRows, count)];
        return taken;
    }
}
