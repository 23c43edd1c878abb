using Foresight.Formats.Observations;

namespace Foresight.Formats.Px;

/// <summary>Reads the values of a table's variables.</summary>
internal static class PxVariables
{
    public static PxVariable Read(PxLookup lookup, string name, bool isTime, bool isContents)
    {
        var shown = Shown.Text(name);
        if (lookup.Needed("VALUES", name) is not { } values)
        {
            throw new InvalidDataException(
                $"The file has no VALUES(\"{shown}\"), though STUB or HEADING names that variable: how many figures belong to it cannot be told; ask the producer for a whole file.");
        }

        var texts = values.Values;
        var codes = lookup.Needed("CODES", name) is { } given ? Codes(given, texts) : texts;
        if (codes.Distinct(StringComparer.Ordinal).Count() < codes.Length)
            throw new InvalidDataException($"The variable '{shown}' has a value twice: two figures would have the same place; give each its own code with CODES(\"{shown}\").");
        return new PxVariable(name, lookup.Text("VARIABLECODE", name) ?? name, codes, texts)
        {
            IsTime = isTime,
            IsContents = isContents,
            Elimination = Elimination(lookup, name, texts, codes),
            Domain = lookup.Text("DOMAIN", name),
        };
    }

    /// <summary>The place of a value by its text, else by its code; -1 where there is none.</summary>
    public static int PlaceOf(PxVariable variable, string value)
    {
        var at = ((string[])variable.Texts).IndexOf(value);
        return at >= 0 ? at : ((string[])variable.Codes).IndexOf(value);
    }

    /// <summary>Names and texts of the other languages: the variables are told by their place in STUB and HEADING.</summary>
    public static void AddLanguages(PxLookup lookup, List<PxVariable> variables)
    {
        var texts = variables.ConvertAll(_ => new Dictionary<string, PxVariableText>());
        foreach (var language in lookup.Others)
        {
            var names = (lookup.Optional("STUB", language)?.Values ?? []).Concat(lookup.Optional("HEADING", language)?.Values ?? [])
                .Where(name => name.Length > 0).ToList();
            for (var i = 0; i < variables.Count && names.Count == variables.Count; i++)
            {
                if (lookup.Optional("VALUES", language, names[i])?.Values is { } values && values.Length == variables[i].Texts.Count)
                    texts[i][language] = new PxVariableText(names[i], values);
            }
        }

        for (var i = 0; i < variables.Count; i++)
            variables[i] = variables[i] with { Languages = texts[i] };
    }

    private static string[] Codes(PxStatement given, string[] texts)
    {
        if (given.Values.Length != texts.Length)
        {
            throw new InvalidDataException(
                $"{given.Name} lists {given.Values.Length} codes where VALUES lists {texts.Length} values: which figure has which code cannot be told; ask the producer for a mended file.");
        }

        // An empty code: the total that a user made up.
        return Array.Exists(given.Values, code => code.Length == 0) ? [.. given.Values.Zip(texts, (code, text) => code.Length == 0 ? text : code)] : given.Values;
    }

    private static string? Elimination(PxLookup lookup, string name, string[] texts, string[] codes)
    {
        if (lookup.Text("ELIMINATION", name) is not { } text || text.Equals("NO", StringComparison.OrdinalIgnoreCase))
            return null;
        var at = texts.IndexOf(text);
        return at >= 0 ? codes[at] : codes.Contains(text) ? text : "";
    }
}
