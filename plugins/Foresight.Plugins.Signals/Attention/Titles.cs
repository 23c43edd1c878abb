namespace Foresight.Plugins.Signals.Attention;

/// <summary>Titles within a sentence.</summary>
internal static class Titles
{
    private const int Most = 90;

    /// <summary>Without a last full stop, cut after a whole word.</summary>
    public static string Short(string title)
    {
        var plain = title.Trim().TrimEnd('.');
        if (plain.Length <= Most)
        {
            return plain;
        }

        var end = plain.LastIndexOf(' ', Most);
        return plain[..(end > Most / 2 ? end : Most)].TrimEnd(' ', ',', ';', ':', '–', '-') + "…";
    }
}
