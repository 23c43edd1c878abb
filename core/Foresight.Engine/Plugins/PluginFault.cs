using System.Reflection;

namespace Foresight.Engine.Plugins;

/// <summary>Says in one sentence why a plugin could not be loaded.</summary>
internal static class PluginFault
{
    public static string SentenceOf(Exception fault) => fault switch
    {
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => SentenceOf(first),
        // What the service provider throws: a list of faults, each of which wraps the one that says what is missing.
        AggregateException { InnerExceptions: [var first, ..] } => SentenceOf(first.InnerException ?? first),
        TargetInvocationException or TypeInitializationException when fault.InnerException is { } inner => SentenceOf(inner),
        FileNotFoundException { FileName: { } name } => Missing(name),
        FileLoadException { FileName: { } name } => $"cannot load {LibraryOf(name)}: another version of it is in use or in the folder.",
        BadImageFormatException bad => $"cannot load {LibraryOf(bad.FileName ?? "a library")}: it is no .NET library for this machine.",
        DllNotFoundException => $"cannot load a native library: {FirstSentence(fault.Message)}",
        InvalidDataException => FirstLine(fault.Message),
        TypeLoadException or MissingMemberException =>
            $"was built against other versions of what it shares with the host: {FirstSentence(fault.Message)}",
        _ => $"{fault.GetType().Name}: {FirstLine(fault.Message)}",
    };

    private static string Missing(string name) => Path.IsPathRooted(name)
        ? $"lacks the file {Path.GetFileName(name)}; build the plugin again."
        : $"needs {LibraryOf(name)}, which is not in its folder; build the plugin again and copy the whole folder.";

    // "Cronos, Version=0.13.0.0, Culture=neutral, PublicKeyToken=…" reads as "Cronos 0.13.0.0"; a path as its file name.
    private static string LibraryOf(string name)
    {
        if (Path.IsPathRooted(name))
        {
            return Path.GetFileName(name);
        }

        var parts = name.Split(", ");
        var version = parts.FirstOrDefault(part => part.StartsWith("Version=", StringComparison.Ordinal));
        return version is null or "Version=0.0.0.0" ? parts[0] : $"{parts[0]} {version["Version=".Length..]}";
    }

    private static string FirstSentence(string message)
    {
        var line = FirstLine(message);
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? line : line[..(end + 1)];
    }

    private static string FirstLine(string message) => message.Split('\n', 2)[0].Trim();
}
