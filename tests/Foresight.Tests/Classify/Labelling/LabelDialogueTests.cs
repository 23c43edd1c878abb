using Foresight.Engine.Classify.Labelling;
using Foresight.Engine.Classify.Labelling.Dialogue;
using Xunit;

namespace Foresight.Tests.Classify.Labelling;

public sealed class LabelDialogueTests : IDisposable
{
    private const string Enter = "\r";

    private readonly LabellingStore _store = new();
    private readonly StringWriter _screen = new() { NewLine = "\n" };

    [Fact]
    public async Task RunAsync_KeysOfAreas_RecordsWhatIsToggledOn()
    {
        var result = await RunAsync($"12{Enter}121{Enter}0{Enter}?{Enter}q", "a", "b", "c", "d");

        Assert.Equal(new DialogueResult(4, 0, 0), result);
        Assert.Equal(["green,homes", "homes", "none", "unsure"], await SaidAsync());
    }

    [Fact]
    public async Task RunAsync_EachVerdict_IsStoredBeforeTheNextKey()
    {
        await LoadAsync("a", "b");
        var stored = new List<int>();
        // The second document's first key is read after the first verdict must be there.
        var keys = new Keys($"1{Enter}s ") { Before = () => stored.Add(_store.Tables.QueryAsync("SELECT * FROM verdicts").GetAwaiter().GetResult().RowCount) };

        await DialogueAsync(keys, show: false, "a", "b");

        Assert.Equal([0, 0, 1, 1], stored);
    }

    [Fact]
    public async Task RunAsync_Undo_AddsAVerdictAndAsksAgain()
    {
        var result = await RunAsync($"1{Enter}u2{Enter}q", "a", "b");

        Assert.Equal(new DialogueResult(1, 0, 1), result);
        Assert.Equal(["homes"], await SaidAsync());
        Assert.Equal(3, (await _store.Tables.QueryAsync("SELECT * FROM verdicts")).RowCount);
        Assert.Contains("your verdict is withdrawn", _screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_UndoAfterTheLast_IsPossible()
    {
        await RunAsync($"1{Enter}u2{Enter} ", "a");

        Assert.Equal(["homes"], await SaidAsync());
    }

    [Fact]
    public async Task RunAsync_UndoWithNothingRecorded_SaysSoAndStays()
    {
        var result = await RunAsync($"u1{Enter} ", "a");

        Assert.Equal(1, result.Recorded);
        Assert.Contains("There is nothing to take back.", _screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_EnterWithNothingChosen_RecordsNothingAndSaysWhatToDo()
    {
        var result = await RunAsync($"{Enter}1\u001b{Enter}sq", "a", "b");

        Assert.Equal(new DialogueResult(0, 1, 0), result);
        Assert.Equal(2, _screen.ToString().Split("Nothing is chosen yet").Length - 1);
        Assert.Empty(await SaidAsync());
    }

    [Fact]
    public async Task RunAsync_TopicsByTheirBeginnings_AreTakenOrAskedAgain()
    {
        await RunAsync($"tener sx h{Enter}tscho{Enter}{Enter} ", "a");

        Assert.Equal(["energy,school"], await SaidAsync());
        Assert.Contains("Nothing begins with 'sx'", _screen.ToString(), StringComparison.Ordinal);
        Assert.Contains("'h' may be homes or housing", _screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ANote_IsStoredAsTyped()
    {
        await RunAsync($"1nåäös\b{Enter}n\u001b{Enter} ", "a");

        var row = (await LatestVerdicts.ReadAsync(_store.Tables)).Single();
        Assert.Equal("åäö", row.Note);
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "m1")]
    public async Task RunAsync_TheModelsVerdict_ComesAfterTheChoiceUnlessAskedFor(bool show, string? seen)
    {
        await LoadAsync("a");
        await _store.JudgeAsync("a", green: 0.9);
        var before = "";

        await DialogueAsync(new Keys($"1{Enter} ") { Before = () => before = before.Length == 0 ? _screen.ToString() : before }, show, "a");

        Assert.Equal(show, before.Contains("The model says", StringComparison.Ordinal));
        Assert.Contains("green .90 (from .50): ord", _screen.ToString(), StringComparison.Ordinal);
        Assert.Equal(seen, (await LatestVerdicts.ReadAsync(_store.Tables)).Single().ModelVersion);
    }

    [Fact]
    public async Task RunAsync_OnceTheModelWasShown_TheNextVerdictNamesIt()
    {
        await LoadAsync("a");
        await _store.JudgeAsync("a", green: 0.9);

        await DialogueAsync(new Keys($"2{Enter}u1{Enter} "), show: false, "a");

        Assert.Equal("m1", (await LatestVerdicts.ReadAsync(_store.Tables)).Single().ModelVersion);
    }

    [Fact]
    public async Task RunAsync_AnyText_KeepsTo79ColumnsWithoutControlCharacters()
    {
        var hostile = "Rubrik \u001b[2J\u202e med \u0007 tecken " + new string('x', 300) + " å".PadRight(40, 'ö');
        await _store.LoadAsync(
            LabellingStore.Document("a", hostile) with { Text = string.Join(' ', Enumerable.Repeat(hostile, 20)), Publisher = hostile, Origin = new Uri("https://example.org/" + new string('y', 200)) });
        await _store.JudgeAsync("a", green: 0.9);

        await DialogueAsync(new Keys($"m12n{new string('n', 200)}{Enter}t{Enter}{Enter} "), show: true, "a");

        var lines = _screen.ToString().Split('\n', '\r');
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 79));
        Assert.DoesNotContain(lines, line => line.Any(letter => char.IsControl(letter) || letter == '\u202e'));
    }

    [Fact]
    public async Task RunAsync_CtrlC_EndsInOrder()
    {
        var result = await RunAsync($"1{Enter}\u0003", "a", "b");

        Assert.Equal(1, result.Recorded);
        Assert.EndsWith("\n", _screen.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _store.Dispose();
        _screen.Dispose();
    }

    private async Task<DialogueResult> RunAsync(string keys, params string[] ids)
    {
        await LoadAsync(ids);
        return await DialogueAsync(new Keys(keys), show: false, ids);
    }

    private Task LoadAsync(params string[] ids) => _store.LoadAsync([.. ids.Select(id => LabellingStore.Document(id, $"Rubrik {id}"))]);

    private async Task<DialogueResult> DialogueAsync(Keys keys, bool show, params string[] ids)
    {
        var book = _store.Book;
        return await new LabelDialogue(book, "AB", keys, _screen, show).RunAsync(await book.Documents.ReadAsync(ids), TestContext.Current.CancellationToken);
    }

    private async Task<IReadOnlyList<string>> SaidAsync() =>
        [.. (await LatestVerdicts.ReadAsync(_store.Tables)).Select(row => row.Unsure ? "unsure" : row.Labels.Count == 0 ? "none" : string.Join(',', row.Labels))];

    /// <summary>Keys that were pressed beforehand; one too many is a fault.</summary>
    private sealed class Keys(string pressed) : ILabelKeys
    {
        private int _next;

        public Action Before { get; init; } = () => { };

        public ConsoleKeyInfo Read()
        {
            Before();
            var letter = pressed[_next++];
            return new ConsoleKeyInfo(letter, letter switch { '\r' => ConsoleKey.Enter, '\u001b' => ConsoleKey.Escape, '\b' => ConsoleKey.Backspace, _ => default }, false, false, false);
        }
    }
}
