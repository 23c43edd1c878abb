using HandlebarsDotNet;

namespace Foresight.Engine.Briefs;

/// <summary>The template of a brief. It only places texts, and escapes all of them.</summary>
internal static class BriefTemplate
{
    private static readonly Lazy<HandlebarsTemplate<object, object>> Compiled = new(Compile);

    /// <summary>The style sheet, exactly as it stands in the page: its hash is in the security policy.</summary>
    public static string Style { get; } = Read("style.css");

    public static string Render(BriefPage page) => Compiled.Value(page);

    private static HandlebarsTemplate<object, object> Compile()
    {
        var handlebars = Handlebars.Create(new HandlebarsConfiguration
        {
            TextEncoder = new HtmlEncoder(),
            ThrowOnUnresolvedBindingExpression = true,
            FormatProvider = System.Globalization.CultureInfo.InvariantCulture,
        });
        handlebars.RegisterTemplate("style", Style);
        foreach (var partial in new[] { "chart", "finding", "item", "dates", "alerts", "section", "sectioncell" })
        {
            handlebars.RegisterTemplate(partial, Read(partial + ".hbs"));
        }

        return handlebars.Compile(Read("brief.hbs"));
    }

    private static string Read(string file)
    {
        using var stream = typeof(BriefTemplate).Assembly.GetManifestResourceStream("Foresight.Engine.Briefs.Templates." + file)
            ?? throw new InvalidOperationException($"The template {file} is not in {typeof(BriefTemplate).Assembly.GetName().Name}: build it again with core/Foresight.Engine/Briefs/Templates in place.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
