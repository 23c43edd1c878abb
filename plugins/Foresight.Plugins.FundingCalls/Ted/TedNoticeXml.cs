using System.Xml;
using System.Xml.Linq;
using Foresight.Sdk;

namespace Foresight.Plugins.FundingCalls.Ted;

/// <summary>Reads a notice as XML, in eForms (UBL, since 2023) or in the older form (TED_EXPORT). Contact persons are not read.</summary>
internal static class TedNoticeXml
{
    private const int LargestNotice = 50_000_000;

    /// <summary>Reads a notice.</summary>
    /// <exception cref="SourceException">It is no notice in either form.</exception>
    public static async Task<TedNotice> ReadAsync(Stream body, Uri url, CancellationToken cancellationToken)
    {
        var settings = new XmlReaderSettings
        {
            Async = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = LargestNotice,
        };
        try
        {
            using var reader = XmlReader.Create(body, settings);
            var root = (await XDocument.LoadAsync(reader, LoadOptions.None, cancellationToken)).Root!;
            var notice = root.Name.LocalName == "TED_EXPORT" ? TedExport.Read(root) : EForms.Read(root);
            if (notice is null)
                throw Malformed(url, "it has no publication number of TED", null);
            notice.Fields = [.. root.Elements().Select(part => part.Name.LocalName)];
            return notice;
        }
        catch (XmlException wrong)
        {
            throw Malformed(url, $"it is no whole XML (line {wrong.LineNumber})", wrong);
        }
    }

    private static SourceException Malformed(Uri url, string reason, Exception? inner) =>
        new($"The answer to {url.Shown()} is no notice of TED: {reason}; open it to see what it is.", Recovery.Retry, inner) { Fault = Fault.Malformed };
}

/// <summary>XML by local names: the namespaces differ from year to year, the names do not.</summary>
internal static class TedXml
{
    /// <summary>The elements at a path of local names, from any of the children on.</summary>
    public static IEnumerable<XElement> At(this XElement element, params ReadOnlySpan<string> path)
    {
        IEnumerable<XElement> found = [element];
        foreach (var name in path)
            found = found.SelectMany(parent => parent.Elements()).Where(child => child.Name.LocalName == name).ToArray();
        return found;
    }

    /// <summary>All descendants of a local name.</summary>
    public static IEnumerable<XElement> All(this XElement element, string name) => element.Descendants().Where(child => child.Name.LocalName == name);

    /// <summary>An attribute by its local name.</summary>
    public static string? Mark(this XElement? element, string name) => element?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;
}
