using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Foresight.Engine.Store.Batches;

/// <summary>The hash that says whether a document's content changed: SHA-256 over its columns by name, each with its length.</summary>
internal static class ContentHash
{
    public static string Of(IReadOnlyDictionary<string, object?> columns)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, value) in columns.Where(pair => pair.Value is not null).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Add(hash, name);
            if (value is Array items)
            {
                Add(hash, items.Length.ToString(CultureInfo.InvariantCulture));
                foreach (var item in items)
                {
                    Add(hash, Text(item));
                }
            }
            else
            {
                Add(hash, Text(value));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }

    private static string Text(object? value) => value switch
    {
        string text => text,
        DateTime instant => instant.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
