using System.Security.Cryptography;
using System.Text.Json;
using Foresight.Engine.Store.Batches;
using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>What a gathering is called in the store, and what of it makes a version.</summary>
internal static class Gathering
{
    /// <summary>The kind of its signal in the register.</summary>
    public const string Kind = "raised";

    private const string Prefix = "raised/";
    private const int LongestId = 60;

    /// <summary>The id of a gathering of that name: <c>raised/ett-svalt-naringsliv</c>.</summary>
    public static string IdOf(string name)
    {
        var letters = name.Select(letter => Plain(char.ToLowerInvariant(letter)));
        var words = string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var id = string.Join('-', words);
        return Prefix + id[..Math.Min(id.Length, LongestId)].TrimEnd('-');
    }

    // With invariant globalization nothing takes an å apart: the letters of the languages around us are named.
    private static char Plain(char letter) => letter switch
    {
        'å' or 'ä' or 'á' or 'à' or 'æ' => 'a',
        'ö' or 'ø' or 'ó' => 'o',
        'é' or 'è' or 'ë' => 'e',
        'ü' or 'ú' => 'u',
        _ => char.IsAsciiLetterOrDigit(letter) ? letter : '-',
    };

    /// <summary>Whether a name gives an id.</summary>
    public static bool HasId(string name) => IdOf(name).Length > Prefix.Length;

    /// <summary>What it says, as a hash: who said it and the note beside it are no part of it.</summary>
    public static string HashOf(SignalLevel level, LocalText name, Steep? steep, IReadOnlyList<string> members)
    {
        var said = new { level = SignalBlocks.Word<SignalLevel>(level), name, steep = SignalBlocks.Word(steep), members };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(said, SignalBlocks.Json)));
    }
}
