using Foresight.Formats.SdmxCsv;

namespace Foresight.Formats.Delimited;

/// <summary>A column of the table that is read.</summary>
internal sealed class DelimitedColumn
{
    public DelimitedColumn(DelimitedField field, int at, int blockRows)
    {
        (Name, At, IsFilter) = (field.Name, at, field is { IsNumber: false, Wanted: not null });
        if (field.IsNumber)
            Numbers = new double[blockRows];
        else
            Codes = new CodedBytes(blockRows, field.Wanted);
    }

    public string Name { get; }

    /// <summary>Its place in the table.</summary>
    public int At { get; }

    public bool IsFilter { get; }

    /// <summary>Null for numbers.</summary>
    public CodedBytes? Codes { get; }

    public double[] Numbers { get; private set; } = [];

    public double[] TakeNumbers(int count, int nextRows)
    {
        var taken = Numbers;
        Array.Resize(ref taken, count);
        Numbers = new double[nextRows];
        return taken;
    }
}
