namespace Foresight.Formats.Px;

/// <summary>A variable (dimension) of a table.</summary>
/// <param name="Name">Its name in the file's own language.</param>
/// <param name="Code">The id that PxWeb's API gives it (VARIABLECODE); the name where there is none.</param>
/// <param name="Codes">The codes of its values (CODES); the texts where the file has no codes.</param>
/// <param name="Texts">The texts of its values (VALUES) in the file's own language.</param>
public sealed record PxVariable(string Name, string Code, IReadOnlyList<string> Codes, IReadOnlyList<string> Texts)
{
    /// <summary>Whether its values are periods.</summary>
    public bool IsTime { get; init; }

    /// <summary>Whether its values say what is measured (CONTVARIABLE).</summary>
    public bool IsContents { get; init; }

    /// <summary>
    /// What the variable may be left out for: the code of its total where the file names one, an empty text where the sum of all is
    /// meant (<c>ELIMINATION=YES</c>); null where it may not be left out.
    /// </summary>
    public string? Elimination { get; init; }

    /// <summary>The classification (DOMAIN); null where the file names none.</summary>
    public string? Domain { get; init; }

    /// <summary>Name and texts in the file's other languages.</summary>
    public IReadOnlyDictionary<string, PxVariableText> Languages { get; init; } = new Dictionary<string, PxVariableText>();
}

/// <summary>A variable in another language.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Texts">The texts of its values, in the order of the codes.</param>
public sealed record PxVariableText(string Name, IReadOnlyList<string> Texts);
