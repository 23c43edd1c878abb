using System.Globalization;
using System.Text;
using Foresight.Engine.Briefs;
using Foresight.Engine.Classify.Labelling.Dialogue;
using Foresight.Engine.Store.Files;

namespace Foresight.Engine.Classify.Labelling;

/// <summary>The queue as a sheet that is filled in and given back: see <see cref="VerdictBook.SayAllAsync"/>.</summary>
public static class QueueSheet
{
    private const int LeadLetters = 600;

    /// <summary>Writes it, whole or not at all.</summary>
    /// <param name="file">The file; an earlier one is replaced.</param>
    /// <param name="items">The queue.</param>
    public static void Write(string file, IReadOnlyList<QueueItem> items)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(items);
        NamedFile.ThrowIfNoPlace(file);
        var csv = new StringBuilder("id,revision,labels,who,note,title,lead,language,day,url,why\r\n");
        foreach (var item in items)
        {
            csv.AppendJoin(',', new[]
            {
                item.Id, item.Revision.ToString(CultureInfo.InvariantCulture), "", "", "", ScreenText.Line(item.Title), ScreenText.Cut(ScreenText.Line(item.Lead), LeadLetters), item.Language,
                item.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), item.Url ?? "", item.Why,
            }.Select(ItemsCsv.Cell)).Append("\r\n");
        }

        // With a byte order mark: spreadsheets take the file for another encoding without one.
        TemporaryFile.Replace(Path.GetFullPath(file), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())]);
    }
}
