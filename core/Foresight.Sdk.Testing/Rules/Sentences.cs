using System.Text.RegularExpressions;

namespace Foresight.Sdk.Testing.Rules;

/// <summary>What makes a message a sentence that a person can use.</summary>
internal static partial class Sentences
{
    private const int Longest = 1000;

    // AddressWording shows less.
    [GeneratedRegex("https?://[^ ]{250,}")]
    private static partial Regex LongAddress { get; }

    /// <summary>What is wrong with a message; null where nothing is.</summary>
    public static string? Fault(string message) =>
        string.IsNullOrWhiteSpace(message) ? "its message is empty."
        : message.Contains('\n', StringComparison.Ordinal) ? $"its message has several lines: {message}"
        : message.Length > Longest ? $"its message has {message.Length} characters: {message[..200]}…"
        : message.Contains("Exception", StringComparison.Ordinal) || message.Contains("   at ", StringComparison.Ordinal) ? $"its message speaks of code: {message}"
        : LongAddress.IsMatch(message) ? $"its message writes out a long address, which Shown() shortens: {message}"
        : null;
}
