using System.Globalization;
using Foresight.Formats.Observations;

namespace Foresight.Formats.Px;

/// <summary>Makes a table of a head's statements.</summary>
internal static class PxHeader
{
    /// <summary>Keywords that are about one variable each: a name that no variable has is a problem, but touches no figure.</summary>
    private static readonly string[] AboutVariables = ["ELIMINATION", "DOMAIN", "DOUBLECOLUMN", "PRESTEXT", "MAP", "NOTE", "NOTEX", "VARIABLECODE", "VARIABLE-TYPE"];

    private const int MostVariables = 100;

    private static readonly string[] AboutContents = ["LAST-UPDATED", "CONTACT", "STOCKFA", "REFPERIOD", "BASEPERIOD", "SEASADJ", "DAYADJ", "CFPRICES"];

    public static PxTable Read(ReadOnlySpan<byte> head, Stream stream, ReadOnlyMemory<byte> begun)
    {
        var text = PxEncoding.Decode(head, out var encoding);
        var lookup = new PxLookup(new PxStatements(text).Read());
        var names = Names(lookup);
        var time = PxTime.Find(lookup, names);
        var contents = Contents(lookup, names);
        var variables = names.Select(name => PxVariables.Read(lookup, name, name == time?.Variable, name == contents)).ToList();
        if (variables.DistinctBy(one => one.Code).Count() < variables.Count)
            variables = variables.ConvertAll(one => one with { Code = one.Name });
        PxVariables.AddLanguages(lookup, variables);
        var periods = PxTime.Periods(time, variables, lookup);
        if (periods is { } found)
            variables[found.Variable] = variables[found.Variable] with { IsTime = true };

        var layout = new PxLayout(variables, periods, Symbols(lookup), PxKeys.Read(lookup, variables), PxCellNotes.Read(lookup, variables))
        {
            DataLine = text.AsSpan().Count('\n') + 1,
        };
        var units = Units(lookup, variables.Find(one => one.IsContents));
        CheckNames(lookup, variables);
        return new PxTable(new PxCells(layout, stream, begun, encoding), variables, layout.CellCount)
        {
            Id = lookup.Text("TABLEID") ?? lookup.Text("MATRIX"),
            Title = lookup.Text("TITLE") ?? lookup.Text("DESCRIPTION"),
            Contents = lookup.Text("CONTENTS"),
            Unit = Unit(lookup),
            Units = units,
            Decimals = Decimals(lookup),
            Source = lookup.Text("SOURCE"),
            LastUpdated = lookup.Text("LAST-UPDATED") ?? lookup.All("LAST-UPDATED").Where(one => one.Fault is null).Select(one => one.Values.FirstOrDefault()).Max(StringComparer.Ordinal),
            Language = lookup.Language,
            Notes = [.. Notes(lookup)],
            IsSparse = layout.Keys is not null,
            Problems = lookup.Problems,
        };
    }

    /// <summary>Tells what is wrong with a file that ends without DATA.</summary>
    public static void ThrowWithoutData(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Trim("\0 \t\r\n"u8).IsEmpty)
            throw new InvalidDataException("The file is empty where a .px file was due.");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            throw new InvalidDataException("The file is UTF-16, which a .px file cannot be: save it as UTF-8.");
        var text = PxEncoding.Decode(bytes, out _);
        new PxStatements(text).Read();
        throw new InvalidDataException($"The file ends on line {text.AsSpan().Count('\n') + 1} without DATA: it is cut off, or holds metadata only; fetch it again.");
    }

    private static List<string> Names(PxLookup lookup)
    {
        var names = (lookup.Needed("STUB")?.Values ?? []).Concat(lookup.Needed("HEADING")?.Values ?? []).Select(name => name.Trim()).Where(name => name.Length > 0).ToList();
        if (names.Count == 0)
            throw new InvalidDataException("The file has neither STUB nor HEADING, which name the variables of its figures: it cannot be told what each figure is of; ask the producer for a whole file.");
        if (names.Count > MostVariables)
            throw new InvalidDataException($"STUB and HEADING name {names.Count} variables, more than the {MostVariables} that a table can have: the head is damaged.");
        return names.Distinct().Count() == names.Count
            ? names
            : throw new InvalidDataException($"STUB and HEADING name a variable twice ({Shown.Text(string.Join(", ", names))}): the figures cannot be told apart; ask the producer for a mended file.");
    }

    private static string? Contents(PxLookup lookup, List<string> names)
    {
        if (lookup.Needed("CONTVARIABLE") is not { } statement || statement.Values[0].Trim() is not { Length: > 0 } name)
            return null;
        return names.Contains(name) ? name : throw new InvalidDataException(
            $"{statement.Name} names '{Shown.Text(name)}', which is no variable of STUB or HEADING: which figures have which unit cannot be told; correct the name.");
    }

    private static string? Unit(PxLookup lookup)
    {
        var unit = lookup.Needed("UNITS")?.Values[0].Trim();
        if (string.IsNullOrEmpty(unit) && !lookup.All("UNITS").Any())
            lookup.Problem("The file has no UNITS: the unit of its figures is unknown.");
        return string.IsNullOrEmpty(unit) ? null : unit;
    }

    private static Dictionary<string, string> Units(PxLookup lookup, PxVariable? contents)
    {
        var units = new Dictionary<string, string>();
        if (contents is null)
            return units;
        foreach (var statement in lookup.AllNeeded("UNITS").Where(one => one.Keys.Length == 1))
        {
            var at = PxVariables.PlaceOf(contents, statement.Keys[0]);
            if (at < 0)
            {
                throw new InvalidDataException(
                    $"{statement.Name} gives the unit of a value that '{Shown.Text(contents.Name)}' does not have: the unit of some figures cannot be told; correct the name.");
            }

            units[contents.Codes[at]] = statement.Values[0].Trim();
        }

        return units;
    }

    private static int Decimals(PxLookup lookup)
    {
        if (lookup.Text("DECIMALS") is not { } text)
        {
            lookup.Problem("The file has no DECIMALS: its figures are taken as they stand.");
            return 0;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var decimals) && decimals <= 15)
            return decimals;
        lookup.Problem($"DECIMALS is '{Shown.Text(text)}', which is no number up to 15: the figures are taken as they stand.");
        return 0;
    }

    private static IEnumerable<string> Notes(PxLookup lookup) =>
        lookup.All("NOTEX").Concat(lookup.All("NOTE")).Where(one => one.Fault is null && one.Keys.Length == 0)
            .Select(one => one.Values[0].Replace('#', '\n').Trim()).Where(note => note.Length > 0);

    private static PxSymbols Symbols(PxLookup lookup) => new(
        [.. Enumerable.Range(1, 6).Select(i => lookup.Needed($"DATASYMBOL{i}")?.Values[0] is { Length: > 0 } symbol ? symbol : new string('.', i))],
        lookup.Needed("DATASYMBOLNIL")?.Values[0] is { Length: > 0 } nil ? nil : "-",
        lookup.Needed("DATASYMBOLSUM")?.Values[0] is { Length: > 0 } sum ? sum : "");

    private static void CheckNames(PxLookup lookup, List<PxVariable> variables)
    {
        if (lookup.Text("TITLE") is null && lookup.Text("DESCRIPTION") is null)
            lookup.Problem("The file has neither TITLE nor DESCRIPTION.");
        foreach (var statement in AboutVariables.SelectMany(lookup.All).Where(one => one.Fault is null && one.Keys.Length > 0))
        {
            if (!variables.Exists(one => one.Name == statement.Keys[0].Trim()))
                lookup.Problem($"{statement.Name} is about '{Shown.Text(statement.Keys[0])}', which is no variable: it is left out.");
        }

        var contents = variables.Find(one => one.IsContents);
        foreach (var statement in AboutContents.SelectMany(lookup.All).Where(one => one.Fault is null && one.Keys.Length == 1))
        {
            if (contents is null || PxVariables.PlaceOf(contents, statement.Keys[0]) < 0)
                lookup.Problem($"{statement.Name} is about '{Shown.Text(statement.Keys[0])}', which is no value of the contents variable: it is left out.");
        }
    }
}
