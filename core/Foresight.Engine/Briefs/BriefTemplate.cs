using Foresight.Engine.Partners;
using HandlebarsDotNet;

namespace Foresight.Engine.Briefs;

/// <summary>The templates of briefs and of partners' pages. They only place texts, and escape all of them.</summary>
internal static class BriefTemplate
{
    /// <summary>Begins with what was found outside; sections of the municipality's own stand in the annex.</summary>
    public const string Board = "board";

    /// <summary>Begins with the sections.</summary>
    public const string Council = "council";

    private const string Briefs = "Foresight.Engine.Briefs.Templates.";
    private const string Partners = "Foresight.Engine.Partners.Templates.";

    private static readonly Lazy<IHandlebars> Partials = new(WithPartials);
    private static readonly Lazy<IReadOnlyDictionary<string, HandlebarsTemplate<object, object>>> Compiled = new(Compile);

    private static readonly Lazy<HandlebarsTemplate<object, object>> Partner = new(() => Partials.Value.Compile(Read(Partners + "partner.hbs")));
    private static readonly Lazy<HandlebarsTemplate<object, object>> PartnerIndex = new(() => Partials.Value.Compile(Read(Partners + "partners.hbs")));

    /// <summary>The templates that a policy may name.</summary>
    public static IReadOnlyList<string> Names { get; } = [Board, Council];

    /// <summary>The style sheet, exactly as it stands in the page: its hash is in the security policy.</summary>
    public static string Style { get; } = Read(Briefs + "style.css");

    public static string Render(BriefPage page, string template) => Compiled.Value[template](page);

    public static string Render(PartnerSheet sheet) => Partner.Value(sheet);

    public static string Render(PartnerIndexSheet sheet) => PartnerIndex.Value(sheet);

    private static Dictionary<string, HandlebarsTemplate<object, object>> Compile() =>
        Names.ToDictionary(name => name, name => Partials.Value.Compile(Read(Briefs + name + ".hbs")), StringComparer.Ordinal);

    private static IHandlebars WithPartials()
    {
        var handlebars = Handlebars.Create(new HandlebarsConfiguration
        {
            TextEncoder = new HtmlEncoder(),
            ThrowOnUnresolvedBindingExpression = true,
            FormatProvider = System.Globalization.CultureInfo.InvariantCulture,
        });
        handlebars.RegisterTemplate("style", Style);
        foreach (var partial in new[] { "head", "top", "findings", "charts", "items", "coming", "missing", "annex", "foot", "chart", "finding", "item", "dates", "alerts", "section", "sectionparts", "sectioncell" })
        {
            handlebars.RegisterTemplate(partial, Read(Briefs + partial + ".hbs"));
        }

        foreach (var partial in new[] { "partnerhead", "partnermast" })
        {
            handlebars.RegisterTemplate(partial, Read(Partners + partial + ".hbs"));
        }

        return handlebars;
    }

    private static string Read(string resource)
    {
        using var stream = typeof(BriefTemplate).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The template {resource} is not in {typeof(BriefTemplate).Assembly.GetName().Name}: build it again with the folders Templates in place.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
