using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Foresight.Engine.Plugins;
using Foresight.Engine.Policies.Opml;

namespace Foresight.Engine.Policies;

/// <summary>Feeds as entries of a policy's sources: out of a list of feeds, and back into one.</summary>
public static class FeedEntries
{
    // It goes into YAML, where only quotes and backslashes need escaping.
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The feeds that a policy reads by the part <c>feed</c> and an address of its own.</summary>
    public static IReadOnlyList<OpmlFeed> Of(PolicyFile policy) =>
        [.. policy.Sources.Where(entry => entry.Use == "feed" && Option<Uri>(entry, "Url") is not null)
            .Select(entry => new OpmlFeed(Option<Uri>(entry, "Url")!, entry.Title?.Sv ?? entry.Id, entry.Url, Option<string>(entry, "Language")))];

    /// <summary>The feeds that a policy does not read yet.</summary>
    public static IReadOnlyList<OpmlFeed> NewTo(PolicyFile policy, IEnumerable<OpmlFeed> feeds)
    {
        var known = Of(policy).Select(feed => feed.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. feeds.Where(feed => !known.Contains(feed.Key))];
    }

    /// <summary>The entries in YAML, each with an id that no source has yet. Producer and licence are to be filled in by a person.</summary>
    /// <param name="feeds">The feeds.</param>
    /// <param name="taken">The ids that sources have.</param>
    public static string ToYaml(IEnumerable<OpmlFeed> feeds, IEnumerable<string> taken)
    {
        var ids = taken.ToHashSet(StringComparer.Ordinal);
        var yaml = new StringBuilder();
        foreach (var feed in feeds)
        {
            yaml.Append("  - id: ").Append(IdOf(feed, ids)).Append("\n    use: feed\n    title: { sv: ").Append(Quote(feed.Title)).Append(", en: ").Append(Quote(feed.Title))
                .Append(" }\n    producer: ").Append(Quote(feed.Title)).Append("\n    licence: ").Append(Quote("Okänd; fråga utgivaren"))
                .Append("\n    url: ").Append(Quote((feed.Page ?? new Uri(feed.Address, "/")).AbsoluteUri))
                .Append("\n    options: { url: ").Append(Quote(feed.Address.AbsoluteUri));
            if (feed.Language is not null)
                yaml.Append(", language: ").Append(Quote(feed.Language));
            yaml.Append(" }\n");
        }

        return yaml.ToString();
    }

    /// <summary>Writes entries behind the policy's last source. The file is as it was if it would not hold with them.</summary>
    /// <param name="policy">The policy as read.</param>
    /// <param name="yaml">The entries, as <see cref="ToYaml"/> writes them.</param>
    /// <param name="plugins">The plugins, by which the whole policy is read again.</param>
    /// <exception cref="ConfigurationException">The policy would not hold.</exception>
    public static void Append(PolicyFile policy, string yaml, PluginHost plugins)
    {
        var before = File.ReadAllText(policy.File);
        Replace(policy.File, Inserted(before, yaml, policy.File));
        var reading = PolicyFolder.Read(Path.GetDirectoryName(policy.File)!, plugins.Parts, Path.GetFileNameWithoutExtension(policy.File), missingPartsAreFatal: false);
        if (reading.Problems.Count > 0)
        {
            Replace(policy.File, before);
            throw new ConfigurationException([$"{policy.File} would not hold with these feeds, so it was left as it was:", .. reading.Problems.Select(problem => problem.ToString())]);
        }
    }

    private static string Inserted(string text, string yaml, string file)
    {
        var lines = text.Split('\n').ToList();
        var start = lines.FindIndex(line => line.TrimEnd() == "sources:");
        if (start < 0)
            throw new ConfigurationException([$"{file} has no line 'sources:' that entries could follow; paste them by hand."]);
        var end = lines.FindIndex(start + 1, line => line.Length > 0 && line[0] is not (' ' or '\t' or '\r' or '#'));
        end = end < 0 ? lines.Count : end;
        // Blank lines and what is said of the next key stay with it.
        while (end > start + 1 && (lines[end - 1].Trim().Length == 0 || lines[end - 1][0] == '#'))
            end--;
        lines.InsertRange(end, yaml.TrimEnd('\n').Split('\n'));
        return string.Join('\n', lines);
    }

    // Written aside and renamed: a policy is never half a policy.
    private static void Replace(string file, string text)
    {
        var aside = file + ".new";
        using (var stream = new FileStream(aside, FileMode.Create, FileAccess.Write))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(aside, file, overwrite: true);
    }

    private static string IdOf(OpmlFeed feed, HashSet<string> taken)
    {
        var id = new StringBuilder();
        foreach (var letter in feed.Title.ToLowerInvariant())
        {
            var plain = letter switch { 'å' or 'ä' or 'á' or 'à' => 'a', 'ö' or 'ø' or 'ó' => 'o', 'é' or 'è' => 'e', 'ü' => 'u', _ => letter };
            if (char.IsAsciiLetterOrDigit(plain))
                id.Append(plain);
            else if (id.Length > 0 && id[^1] != '-')
                id.Append('-');
        }

        var stem = id.ToString().Trim('-') is { Length: > 0 } slug ? slug[..Math.Min(slug.Length, 40)].Trim('-') : "feed";
        stem = char.IsAsciiLetter(stem[0]) ? stem : "feed-" + stem;
        var unique = stem;
        for (var number = 2; !taken.Add(unique); number++)
            unique = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
        return unique;
    }

    // A JSON string is a YAML string in double quotes.
    private static string Quote(string text) => JsonSerializer.Serialize(text, Quoting);

    private static T? Option<T>(Entry entry, string name) where T : class => entry.Options?.GetType().GetProperty(name)?.GetValue(entry.Options) as T;
}
