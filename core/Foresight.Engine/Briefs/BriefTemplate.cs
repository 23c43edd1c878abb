using HandlebarsDotNet;

namespace Foresight.Engine.Briefs;

/// <summary>The templates of briefs. They only place texts, and escape all of them.</summary>
internal static class BriefTemplate
{
    /// <summary>Begins with what was found outside; sections of the municipality's own stand in the annex.</summary>
    public const string Board = "board";

    /// <summary>Begins with the sections.</summary>
    public const string Council = "council";

    private static readonly Lazy<IReadOnlyDictionary<string, HandlebarsTemplate<object, object>>> Compiled = new(Compile);

    /// <summary>The templates that a policy may name.</summary>
    public static IReadOnlyList<string> Names { get; } = [Board, Council];

    /// <summary>The style sheet, exactly as it stands in the page: its hash is in the security policy.</summary>
    public static string Style { get; } = Read("style.css");

    public static string Render(BriefPage page, string template) => Compiled.Value[template](page);

    private static Dictionary<string, HandlebarsTemplate<object, object>> Compile()
    {
        var handlebars = Handlebars.Create(new HandlebarsConfiguration
        {
            TextEncoder = new HtmlEncoder(),
            ThrowOnUnresolvedBindingExpression = true,
            FormatProvider = System.Globalization.CultureInfo.InvariantCulture,
        });
        handlebars.RegisterTemplate("style", Style);
        foreach (var partial in new[] { "head", "top", "findings", "charts", "items", "coming", "missing", "annex", "foot", "chart", "finding", "item", "dates", "alerts", "section", "sectioncell" })
        {
            handlebars.RegisterTemplate(partial, Read(partial + ".hbs"));
        }

        return Names.ToDictionary(name => name, name => handlebars.Compile(Read(name + ".hbs")), StringComparer.Ordinal);
    }

    private static string Read(string file)
    {
        using var stream = typeof(BriefTemplate).Assembly.GetManifestResourceStream("Foresight.Engine.Briefs.Templates." + file)
            ?? throw new InvalidOperationException($"The template {file} is not in {typeof(BriefTemplate).Assembly.GetName().Name}: build it again with core/Foresight.Engine/Briefs/Templates in place.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
