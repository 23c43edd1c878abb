using Foresight.Engine.Store;

namespace Foresight.Engine.Classify.Labelling.Dialogue;

/// <summary>How a dialogue ended.</summary>
/// <param name="Recorded">Verdicts that were stored and not taken back.</param>
/// <param name="Skipped">Documents that were left for later.</param>
/// <param name="TakenBack">Verdicts that were taken back again.</param>
public sealed record DialogueResult(int Recorded, int Skipped, int TakenBack);

/// <summary>
/// Asks a person for verdicts, one document after the other; each is stored at once. The screen is written line by line and nothing above the
/// last line is changed, so that any terminal of 80 columns will do.
/// </summary>
/// <param name="book">Records the verdicts.</param>
/// <param name="person">Who judges.</param>
/// <param name="keys">The person's keys.</param>
/// <param name="screen">The screen.</param>
/// <param name="show">Whether the model's verdict is shown before the person has chosen.</param>
public sealed class LabelDialogue(VerdictBook book, string person, ILabelKeys keys, TextWriter screen, bool show)
{
    private readonly Stack<(PersonVerdictRow Row, int At)> _recorded = new();
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private int _skipped;
    private int _takenBack;
    private bool _onChoice;

    private enum Outcome
    {
        Recorded,
        Skipped,
        TakenBack,
        Ended,
    }

    /// <summary>Asks for each document.</summary>
    /// <param name="documents">The documents, in their order.</param>
    /// <param name="cancellationToken">Stops between keys; what was recorded is stored.</param>
    public async Task<DialogueResult> RunAsync(IReadOnlyList<LabelDocument> documents, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        for (var i = 0; ;)
        {
            var outcome = i < documents.Count
                ? await AskAsync(documents[i], $"{i + 1} of {documents.Count}", i, cancellationToken).ConfigureAwait(false)
                : AfterTheLast();
            if (outcome == Outcome.Ended)
                return new DialogueResult(_recorded.Count, _skipped, _takenBack);
            _skipped += outcome == Outcome.Skipped ? 1 : 0;
            i = outcome == Outcome.TakenBack ? await TakeBackAsync(i, cancellationToken).ConfigureAwait(false) : i + 1;
        }
    }

    private async Task<Outcome> AskAsync(LabelDocument document, string place, int at, CancellationToken cancellationToken)
    {
        if (show)
            _told.Add(document.Id);
        Write(LabelPage.Of(document, place, book.Areas, _told.Contains(document.Id) ? LabelPage.Model(document) : []));
        var choice = new LabelChoice(book.Known);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Draw(choice);
            var key = keys.Read();
            if (key.Key == ConsoleKey.Enter || key.KeyChar is '\r' or '\n')
            {
                if (choice.Saying is { } saying)
                    return await RecordAsync(document, saying, at, cancellationToken).ConfigureAwait(false);
                Say("Nothing is chosen yet: an area's key, 0 for none, ? for cannot say; s skips.");
            }
            else if (Ends(key.KeyChar) is { } outcome)
            {
                Leave();
                return outcome;
            }
            else
            {
                Take(key, choice, document);
            }
        }
    }

    private static Outcome? Ends(char key) => char.ToLowerInvariant(key) switch
    {
        LabelKey.Skip => Outcome.Skipped,
        LabelKey.Undo => Outcome.TakenBack,
        LabelKey.End or LabelKey.Break => Outcome.Ended,
        _ => null,
    };

    private void Take(ConsoleKeyInfo key, LabelChoice choice, LabelDocument document)
    {
        switch (char.ToLowerInvariant(key.KeyChar))
        {
            case >= '1' and <= '9' and var digit when digit - '1' < book.Areas.Count:
                choice.Toggle(book.Areas[digit - '1'].Id);
                break;
            case LabelKey.None:
                choice.ChooseNone();
                break;
            case LabelKey.CannotSay:
                choice.ChooseUnsure();
                break;
            case LabelKey.Topics:
                TakeTopics(choice);
                break;
            case LabelKey.Note:
                Leave();
                choice.Note = TypedLine.Read(keys, screen, "note: ") is { } note ? (note.Length > 0 ? note : null) : choice.Note;
                break;
            case LabelKey.More:
                Write(LabelPage.Rest(document));
                break;
            default:
                if (key.Key is ConsoleKey.Escape or ConsoleKey.Backspace)
                    choice.Clear();
                break;
        }
    }

    private void TakeTopics(LabelChoice choice)
    {
        Write(ScreenText.Wrap(string.Join(", ", book.Known)));
        var typed = TypedLine.Read(keys, screen, "topics (beginnings are enough): ");
        foreach (var word in (typed ?? "").Split([',', ' ', '|'], StringSplitOptions.RemoveEmptyEntries))
        {
            var meant = book.Known.Contains(word) ? [word] : book.Known.Where(label => label.StartsWith(word, StringComparison.OrdinalIgnoreCase)).ToList();
            if (meant is [var one])
                choice.Toggle(one);
            else
                Say(meant.Count == 0 ? $"Nothing begins with '{ScreenText.Cut(word, 20)}'." : $"'{word}' may be {string.Join(" or ", meant)}: type more of it.");
        }
    }

    private async Task<Outcome> RecordAsync(LabelDocument document, Saying saying, int at, CancellationToken cancellationToken)
    {
        var seen = _told.Contains(document.Id) && document.Model is [var first, ..] ? first.ModelVersion : null;
        var row = await book.SayAsync(document, person, saying, seen, cancellationToken).ConfigureAwait(false);
        _recorded.Push((row, at));
        Say(ScreenText.Cut($"Recorded: {PeoplesWord.Phrase(row)}."));
        if (!show)
            Write(LabelPage.Model(document));
        _told.Add(document.Id);
        return Outcome.Recorded;
    }

    private Outcome AfterTheLast()
    {
        if (_recorded.Count == 0)
            return Outcome.Ended;
        Write(["", "That was the last one. u takes the last verdict back; any other key ends."]);
        return char.ToLowerInvariant(keys.Read().KeyChar) == LabelKey.Undo ? Outcome.TakenBack : Outcome.Ended;
    }

    private async Task<int> TakeBackAsync(int at, CancellationToken cancellationToken)
    {
        if (!_recorded.TryPop(out var last))
        {
            Say("There is nothing to take back.");
            return at;
        }

        var row = await book.TakeBackAsync(last.Row, cancellationToken).ConfigureAwait(false);
        _takenBack++;
        Say(ScreenText.Cut(row.Note == LatestVerdicts.Withdrawn ? "Taken back: your verdict is withdrawn." : $"Taken back: what counts is what you said before: {PeoplesWord.Phrase(row)}."));
        return last.At;
    }

    private void Say(string line) => Write([ScreenText.Cut(line)]);

    private void Write(IEnumerable<string> lines)
    {
        Leave();
        foreach (var line in lines)
            screen.Write($"{line}\n");
        screen.Flush();
    }

    private void Draw(LabelChoice choice)
    {
        var line = ScreenText.Cut(choice.ToString(), ScreenText.Width - 1);
        screen.Write($"\r{line.PadRight(ScreenText.Width - 1)}\r{line}");
        screen.Flush();
        _onChoice = true;
    }

    // The line of the choice stays as it was last.
    private void Leave()
    {
        if (_onChoice)
            screen.Write('\n');
        _onChoice = false;
    }
}
