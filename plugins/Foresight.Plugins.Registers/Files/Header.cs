using System.Globalization;
using Foresight.Engine.Policies;
using Foresight.Plugins.Registers.Values;
using Foresight.Sdk;

namespace Foresight.Plugins.Registers.Files;

/// <summary>The first row of a file: which column stands where.</summary>
internal sealed class Header
{
    /// <summary>More columns than any register has, with a municipality's own beside them.</summary>
    private const int Most = 100;

    private readonly List<(RegisterColumn? Column, string Heading)> places = [];
    private readonly Dictionary<string, RegisterColumn> known = new(StringComparer.Ordinal);

    private Header(Register register)
    {
        foreach (var column in register.Columns)
            known.TryAdd(Word.Plain(column.Name), column);
        foreach (var column in register.Columns)
        {
            known.TryAdd(Word.Plain(column.Label.Sv), column);
            known.TryAdd(Word.Plain(column.Label.En), column);
        }
    }

    /// <summary>The number of places, those without a heading too.</summary>
    public int Width => places.Count;

    /// <summary>The columns that are there, in the file's order.</summary>
    public IReadOnlyList<(RegisterColumn Column, string Heading)> Columns { get; private set; } = [];

    /// <summary>The column at a place, and how it is headed; no column where its heading was refused, an empty heading where there is none.</summary>
    public (RegisterColumn? Column, string Heading) this[int place] => places[place];

    /// <summary>Reads the header and tells what is wrong with it.</summary>
    public static Header Read(Register register, TableRow row, ProblemList problems)
    {
        var header = new Header(register);
        var last = row.Cells.Select((cell, place) => cell.IsBlank ? 0 : place + 1).DefaultIfEmpty().Max();
        if (last > Most)
            problems.Add(row.Number, null, string.Create(CultureInfo.InvariantCulture, $"The header has {last} columns, more than {Most}: see whether it is another file."));
        foreach (var cell in row.Cells.Take(Math.Min(last, Most)))
            header.Add(register, cell, problems);
        header.Columns = [.. header.places.Where(place => place.Column is not null).Select(place => (place.Column!, place.Heading))];
        foreach (var column in register.Columns.Where(column => column.IsRequired && header.places.All(place => place.Column != column)))
            problems.Add(row.Number, null, $"The column '{column.Name}' ({column.Label.Sv}) is missing, and every row must have it: add it.");
        return header;
    }

    private void Add(Register register, Cell cell, ProblemList problems)
    {
        var heading = cell.Text.Trim();
        if (cell.IsBlank)
        {
            places.Add((null, ""));
            return;
        }

        var column = known.GetValueOrDefault(Word.Plain(heading));
        if (column is null)
            problems.Add(1, null, PersonalData.IsHeading(heading) ? PersonalData.HeadingRefusal(heading, register) : Unknown(register, heading));
        else if (places.Any(place => place.Column == column))
            problems.Add(1, null, $"The column '{column.Name}' is there twice (as '{places.First(place => place.Column == column).Heading}' and '{heading}'): keep one.");
        places.Add((column is not null && places.Any(place => place.Column == column) ? null : column, heading));
    }

    private static string Unknown(Register register, string heading) =>
        $"The column '{heading}' is none of the register '{register.Id}'{Nearest.Hint(heading, register.Columns.SelectMany(column => new[] { column.Name, column.Label.Sv }))}.";
}
