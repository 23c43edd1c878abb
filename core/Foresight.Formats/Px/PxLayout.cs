namespace Foresight.Formats.Px;

/// <summary>How a table's cells are laid out, and what may stand in them.</summary>
internal sealed record PxLayout(IReadOnlyList<PxVariable> Variables, PxPeriods? Periods, PxSymbols Symbols, PxKeys? Keys, PxCellNotes Notes)
{
    /// <summary>The line on which DATA begins.</summary>
    public int DataLine { get; init; }

    public int[] Sizes { get; } = [.. Variables.Select(variable => variable.Codes.Count)];

    public long CellCount { get; } = Product(Variables);

    private static long Product(IReadOnlyList<PxVariable> variables)
    {
        var product = 1L;
        foreach (var variable in variables)
        {
            if (product > long.MaxValue / 4 / variable.Codes.Count)
                throw new InvalidDataException("STUB and HEADING make more cells than any file can have: the head is damaged.");
            product *= variable.Codes.Count;
        }

        return product;
    }
}

/// <summary>What stands in cells without a value, and how it is shown.</summary>
/// <param name="Dots">Of one to six dots.</param>
/// <param name="Nil">Of a dash.</param>
/// <param name="Sum">Of a sum that cannot be made; empty where the file has none.</param>
internal sealed record PxSymbols(string[] Dots, string Nil, string Sum)
{
    public const int MostDots = 6;

    /// <summary>How a cell's text is shown; null for what is no symbol.</summary>
    public string? Read(string text)
    {
        if (text == "-")
            return Nil;
        if (text.Length is > 0 and <= MostDots && text.AsSpan().TrimStart('.').IsEmpty)
            return Dots[text.Length - 1];
        return text.Length > 0 && (text == Nil || text == Sum || Array.IndexOf(Dots, text) >= 0) ? text : null;
    }
}

/// <summary>KEYS: rows begin with the values of the stub, by code or text, and rows of zeros are left out.</summary>
/// <param name="Places">For each variable of the stub, the place of each value.</param>
internal sealed record PxKeys(IReadOnlyList<Dictionary<string, int>> Places)
{
    public static PxKeys? Read(PxLookup lookup, List<PxVariable> variables)
    {
        var statements = lookup.AllNeeded("KEYS").ToList();
        if (statements.Count == 0)
            return null;
        var stub = (lookup.Needed("STUB")?.Values ?? []).Count(name => name.Trim().Length > 0);
        var places = new List<Dictionary<string, int>>();
        foreach (var variable in variables.Take(stub))
        {
            var byText = statements.Find(one => one.Keys is [var key] && key.Trim() == variable.Name)?.Values[0].Equals("VALUES", StringComparison.OrdinalIgnoreCase)
                ?? throw new InvalidDataException($"The file has KEYS, but none for '{Observations.Shown.Text(variable.Name)}' of STUB: its rows cannot be told apart; ask the producer for a mended file.");
            var map = new Dictionary<string, int>();
            var names = byText ? variable.Texts : variable.Codes;
            for (var i = 0; i < names.Count; i++)
                map.TryAdd(names[i], i);
            places.Add(map);
        }

        return new PxKeys(places);
    }
}
