using System.Text;
using Foresight.Engine.Briefs;
using Foresight.Sdk;

namespace Foresight.Engine.Partners;

/// <summary>Pages that were written.</summary>
/// <param name="Language">sv or en.</param>
/// <param name="IndexFile">The list of partners.</param>
/// <param name="Files">A page per partner.</param>
public sealed record WrittenPartners(string Language, string IndexFile, IReadOnlyList<string> Files);

/// <summary>Writes a self-contained page per partner and their list.</summary>
internal static class PartnerFiles
{
    public static string IndexName(string language) => $"index-{language}.html";

    /// <summary>Writes into a folder, in place of the pages of that language that were there. The same partners give the same bytes.</summary>
    public static async Task<WrittenPartners> WriteAsync(
        IReadOnlyList<PartnerPage> pages, Policy policy, LocalText? illustrative, DateOnly today, string language, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var sheets = new PartnerSheets(policy, illustrative, today, language);
        var names = Names(pages, language);
        List<string> files = [];
        foreach (var page in pages)
        {
            files.Add(await BriefWriter.WriteAsync(Path.Combine(folder, names[page]), Encoding.UTF8.GetBytes(BriefTemplate.Render(sheets.Page(page))), cancellationToken).ConfigureAwait(false));
        }

        // Last: a list that is there has all the pages that it leads to.
        var index = await BriefWriter.WriteAsync(
            Path.Combine(folder, IndexName(language)), Encoding.UTF8.GetBytes(BriefTemplate.Render(sheets.Index(pages, page => names[page]))), cancellationToken).ConfigureAwait(false);
        // A partner that is no longer one keeps no page that nobody brings up to date.
        foreach (var old in Directory.EnumerateFiles(folder, $"*-{language}.html").Where(file => file != index && !files.Contains(file)).ToList())
        {
            File.Delete(old);
        }

        return new WrittenPartners(language, index, files);
    }

    /// <summary>File names of plain letters, none twice on any file system.</summary>
    private static Dictionary<PartnerPage, string> Names(IReadOnlyList<PartnerPage> pages, string language)
    {
        var taken = new HashSet<string>([IndexName(language)], StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<PartnerPage, string>(ReferenceEqualityComparer.Instance);
        foreach (var page in pages)
        {
            var plain = BriefWriter.FileName(page.Id);
            var name = $"{plain}-{language}.html";
            for (var number = 2; !taken.Add(name); number++)
            {
                name = FormattableString.Invariant($"{plain}_{number}-{language}.html");
            }

            names[page] = name;
        }

        return names;
    }
}
