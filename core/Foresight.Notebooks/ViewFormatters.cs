namespace Foresight.Notebooks;

/// <summary>What shows itself in a notebook.</summary>
internal interface IView
{
    string ToHtml();
}

/// <summary>
/// Polyglot Notebooks (.NET Interactive) finds this attribute by its name, so no package of it is referred to: the type that it
/// names has a public method <c>CreateTypeFormatters</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; init; } = ["text/html"];
}

/// <summary>The formatters of our views, for HTML and plain text.</summary>
internal sealed class ViewFormatters
{
#pragma warning disable CA1822 // Called on an instance, by name.
    public IEnumerable<object> CreateTypeFormatters() => [new Formatter("text/html", view => view.ToHtml()), new Formatter("text/plain", view => view.ToString()!)];
#pragma warning restore CA1822

    private sealed class Formatter(string mimeType, Func<IView, string> text)
    {
        public string MimeType { get; } = mimeType;

        public bool Format(object instance, TextWriter writer)
        {
            if (instance is not IView view)
            {
                return false;
            }

            writer.Write(text(view));
            return true;
        }
    }
}
