namespace Foresight.Engine.Classify.Labelling.Dialogue;

/// <summary>A line that a person types, key by key.</summary>
internal static class TypedLine
{
    private const int Longest = 1000;

    /// <summary>The line; null where it was given up with Escape.</summary>
    public static string? Read(ILabelKeys keys, TextWriter screen, string prompt)
    {
        var typed = "";
        while (true)
        {
            Draw(screen, prompt, typed);
            var key = keys.Read();
            if (key.Key == ConsoleKey.Enter || key.KeyChar is '\r' or '\n')
            {
                screen.Write('\n');
                return ScreenText.Line(typed);
            }

            if (key.Key == ConsoleKey.Escape || key.KeyChar is LabelKey.Break)
            {
                screen.Write('\n');
                return null;
            }

            if (key.Key == ConsoleKey.Backspace || key.KeyChar is '\b' or '\u007f')
                typed = typed.Length > 1 && char.IsLowSurrogate(typed[^1]) ? typed[..^2] : typed.Length > 0 ? typed[..^1] : typed;
            else if (!char.IsControl(key.KeyChar) && typed.Length < Longest)
                typed += key.KeyChar;
        }
    }

    // Of a long line the end: a cursor that had to go up again would need a terminal that can.
    private static void Draw(TextWriter screen, string prompt, string typed)
    {
        var room = ScreenText.Width - prompt.Length - 1;
        var shown = typed.Length <= room ? typed : "…" + typed[^(room - 1)..];
        screen.Write($"\r{prompt}{shown.PadRight(room)}\r{prompt}{shown}");
        screen.Flush();
    }
}
