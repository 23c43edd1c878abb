using System.Text;

namespace Foresight.Engine.Briefs;

/// <summary>Writes a brief: one self-contained <c>brief.html</c>, its pictures and data beside it, and <c>evidence.json</c>.</summary>
public static class BriefWriter
{
    /// <summary>Writes into a folder, replacing files of the same names. The same input gives the same bytes.</summary>
    public static async Task<BriefResult> WriteAsync(BriefInput input, string folder, CancellationToken cancellationToken)
    {
        var content = await BriefContent.GatherAsync(input, cancellationToken).ConfigureAwait(false);
        var page = new PageBuilder(content).Build(BriefTemplate.Style);
        var (charts, data) = (Path.Combine(folder, "charts"), Path.Combine(folder, "data"));
        Directory.CreateDirectory(charts);
        Directory.CreateDirectory(data);

        List<string> pictures = [];
        List<string> tables = [];
        foreach (var numbered in content.Charts)
        {
            var (name, chart) = (FileName(numbered.Chart.Id), numbered.Chart.Chart!);
            pictures.Add(await WriteAsync(Path.Combine(charts, name + ".svg"), Encoding.UTF8.GetBytes(chart.Svg), cancellationToken).ConfigureAwait(false));
            pictures.Add(await WriteAsync(Path.Combine(charts, name + ".png"), chart.Png, cancellationToken).ConfigureAwait(false));
            tables.Add(await WriteAsync(Path.Combine(data, name + ".csv"), Encoding.UTF8.GetBytes(chart.Csv), cancellationToken).ConfigureAwait(false));
        }

        tables.Add(await WriteAsync(Path.Combine(data, "items.csv"), Encoding.UTF8.GetBytes(ItemsCsv.Of(content.Items.Items)), cancellationToken).ConfigureAwait(false));
        var evidence = await WriteAsync(
            Path.Combine(folder, "evidence.json"), Encoding.UTF8.GetBytes(EvidenceFile.Json(content)), cancellationToken).ConfigureAwait(false);
        // Last: a brief that is there has all that it points to.
        var html = await WriteAsync(
            Path.Combine(folder, "brief.html"), Encoding.UTF8.GetBytes(BriefTemplate.Render(page, input.Template)), cancellationToken).ConfigureAwait(false);
        return new BriefResult
        {
            HtmlFile = html,
            EvidenceFile = evidence,
            ChartFiles = pictures,
            DataFiles = tables,
            Findings = page.Findings.Count,
            Charts = content.Charts.Count,
            Items = content.Items.Items.Count,
            Untraced = content.Untraced(),
        };
    }

    /// <summary>Writes a file aside, flushes it and moves it to its place.</summary>
    internal static async Task<string> WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        var aside = path + ".tmp";
        await using (var file = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
        return path;
    }

    internal static string FileName(string id) => string.Concat(id.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-' ? letter : '_'));
}
