using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Foresight.Engine.Policies.Yaml;

/// <summary>
/// Reads YAML into nodes. The only file that names the YAML package: its deserializer stops at the first fault, so this reads the
/// events and keeps going after a duplicate key. Anchors, aliases and tags are refused: a person reads each value where it holds.
/// </summary>
internal static class YamlTree
{
    private const int MaxDepth = 40;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file's root; null where it has none that can be read.</summary>
    public static Node? Read(string file, Action<int, string> report)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            report(1, $"The file cannot be read: {exception.Message}");
            return null;
        }

        try
        {
            return Parse(StrictUtf8.GetString(bytes).TrimStart('\uFEFF'), report);
        }
        catch (DecoderFallbackException exception)
        {
            var line = bytes.Take(exception.Index).Count(b => b == '\n') + 1;
            report(line, "The file is not UTF-8; save it as UTF-8.");
            return null;
        }
    }

    public static Node? Parse(string text, Action<int, string> report)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                report(1, "The file is empty.");
                return null;
            }

            parser.Consume<DocumentStart>();
            var root = Next(parser, 0, report);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<DocumentStart>(out var second))
            {
                report(Line(second), "The file has a second document after '---'; write one policy per file.");
            }

            return root;
        }
        // The package's scanner throws other exceptions too on some texts; whatever it is, the text is what is wrong.
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            ReportBroken(text, parser, exception, report);
            return null;
        }
    }

    private static void ReportBroken(string text, Parser parser, Exception exception, Action<int, string> report)
    {
        var lines = text.TrimEnd().Split('\n');
        var tab = Array.FindIndex(lines, line => line.TrimStart(' ').StartsWith('\t') && !string.IsNullOrWhiteSpace(line));
        if (tab >= 0)
        {
            report(tab + 1, "This is not valid YAML: a tab stands where the line is indented; use spaces.");
            return;
        }

        var (line, what) = exception is YamlException yaml
            ? (yaml.Start.Line, yaml.Message.Trim().TrimEnd('.'))
            : (parser.Current?.End.Line ?? 1, "what follows cannot be read");
        report((int)Math.Clamp(line, 1, lines.Length), $"This is not valid YAML: {what}.");
    }

    private static Node Next(Parser parser, int depth, Action<int, string> report)
    {
        if (depth > MaxDepth)
        {
            throw new YamlException(parser.Current!.Start, parser.Current.End, FormattableString.Invariant($"values are nested deeper than {MaxDepth} levels"));
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            report(Line(alias), $"The alias '*{alias.Value}' is not read; write the value out.");
            return new ScalarNode("", quoted: false, Line(alias));
        }

        if (parser.Current is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
        {
            report(Line(node), node.Tag.IsEmpty
                ? $"The anchor '&{node.Anchor}' is not read; write the value out where it is used."
                : $"The tag '{node.Tag}' is not read; leave it out.");
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new ScalarNode(scalar.Value, scalar.Style is not ScalarStyle.Plain, Line(scalar));
        }

        return parser.TryConsume<SequenceStart>(out var list) ? NextList(parser, Line(list), depth, report)
            : NextMap(parser, Line(parser.Consume<MappingStart>()), depth, report);
    }

    private static ListNode NextList(Parser parser, int line, int depth, Action<int, string> report)
    {
        var items = new List<Node>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Next(parser, depth + 1, report));
        }

        return new ListNode(items, line);
    }

    private static MapNode NextMap(Parser parser, int line, int depth, Action<int, string> report)
    {
        var items = new List<MapItem>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Next(parser, depth + 1, report);
            var value = Next(parser, depth + 1, report);
            if (key is not ScalarNode { Text: var name })
            {
                report(key.Line, $"A key must be a word, not {key.Described}.");
            }
            else if (items.Find(item => item.Key == name) is { } first)
            {
                report(key.Line, FormattableString.Invariant($"The key '{name}' is there twice; the first is on line {first.Line}."));
            }
            else
            {
                items.Add(new MapItem(name, key.Line, value));
            }
        }

        return new MapNode(items, line);
    }

    private static int Line(ParsingEvent parsed) => (int)parsed.Start.Line;
}
