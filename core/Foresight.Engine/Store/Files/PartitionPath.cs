using System.Text;

namespace Foresight.Engine.Store.Files;

/// <summary>Folders that name the values of partition columns: <c>_source=kolada/_current=true</c>.</summary>
internal static class PartitionPath
{
    /// <summary>The folder, relative to the table's; what is not plain in every file system is percent-encoded.</summary>
    public static string Folder(IEnumerable<KeyValuePair<string, string>> values) =>
        string.Join('/', values.Select(pair => pair.Key + "=" + Encode(pair.Value)));

    /// <summary>A relative path as the log writes it: a URI, so that percent signs are encoded once more.</summary>
    public static string ToUri(string relativePath) => relativePath.Replace("%", "%25", StringComparison.Ordinal);

    /// <summary>The relative path that the log means.</summary>
    public static string FromUri(string uri) => Uri.UnescapeDataString(uri);

    /// <summary>A name that is plain in every file system.</summary>
    public static string Encode(string value)
    {
        var encoded = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(value))
        {
            // A dot at the end of a folder's name is lost on Windows.
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_')
            {
                encoded.Append((char)b);
            }
            else
            {
                encoded.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return encoded.ToString();
    }
}
