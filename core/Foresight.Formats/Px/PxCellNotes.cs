namespace Foresight.Formats.Px;

/// <summary>
/// DATANOTECELL: a sign beside a figure, such as the <c>*</c> of a provisional one, for a cell or (with <c>*</c> for a value) for many.
/// </summary>
internal sealed class PxCellNotes
{
    /// <summary>Every cell is compared with each of these.</summary>
    private const int MostPatterns = 64;

    private readonly Dictionary<long, string> cells = [];
    private readonly List<(int[] Places, string Sign)> patterns = [];

    public bool IsEmpty => cells.Count + patterns.Count == 0;

    public static PxCellNotes Read(PxLookup lookup, List<PxVariable> variables)
    {
        var notes = new PxCellNotes();
        var places = new List<Dictionary<string, int>>();
        foreach (var statement in lookup.All("DATANOTECELL").Where(one => one.Fault is null))
        {
            if (places.Count == 0)
                places.AddRange(variables.Select(Places));
            if (statement.Keys.Length != variables.Count || !notes.Add(statement, variables, places))
                lookup.Problem($"{statement.Name} is about no cell of the table, or about too many: it is left out.");
        }

        return notes;
    }

    /// <summary>The sign of a cell; null for none.</summary>
    public string? Of(long cell, ReadOnlySpan<int> at)
    {
        if (cells.TryGetValue(cell, out var sign))
            return sign;
        foreach (var (places, one) in patterns)
        {
            var fits = true;
            for (var i = 0; i < places.Length && fits; i++)
                fits = places[i] < 0 || places[i] == at[i];
            if (fits)
                return one;
        }

        return null;
    }

    private bool Add(PxStatement statement, List<PxVariable> variables, List<Dictionary<string, int>> places)
    {
        var at = new int[places.Count];
        var cell = 0L;
        for (var i = 0; i < at.Length; i++)
        {
            var isAny = statement.Keys[i] == "*";
            if (!places[i].TryGetValue(statement.Keys[i], out at[i]) && !isAny)
                return false;
            at[i] = isAny ? -1 : at[i];
            cell = (cell * variables[i].Codes.Count) + at[i];
        }

        if (!at.Contains(-1))
            cells[cell] = statement.Values[0];
        else if (patterns.Count < MostPatterns)
            patterns.Add((at, statement.Values[0]));
        else
            return false;
        return true;
    }

    /// <summary>Places by code, else by text.</summary>
    private static Dictionary<string, int> Places(PxVariable variable)
    {
        var places = new Dictionary<string, int>();
        for (var i = 0; i < variable.Codes.Count; i++)
            places[variable.Codes[i]] = i;
        for (var i = 0; i < variable.Texts.Count; i++)
            places.TryAdd(variable.Texts[i], i);
        return places;
    }
}
