namespace Foresight.Engine.Classify.Labelling.Dialogue;

/// <summary>What a person has chosen for a document so far.</summary>
internal sealed class LabelChoice(IReadOnlyList<string> known)
{
    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);
    private bool _none;
    private bool _unsure;

    public string? Note { get; set; }

    /// <summary>Adds a label or takes it away.</summary>
    public void Toggle(string label)
    {
        (_none, _unsure) = (false, false);
        if (!_labels.Remove(label))
            _labels.Add(label);
    }

    public void ChooseNone() => Choose(none: !_none, unsure: false);

    public void ChooseUnsure() => Choose(none: false, unsure: !_unsure);

    public void Clear() => Choose(none: false, unsure: false);

    /// <summary>What it says; null where nothing is chosen yet.</summary>
    public Saying? Saying => _unsure ? new Saying([]) { Unsure = true, Note = Note }
        : _none || _labels.Count > 0 ? new Saying([.. known.Where(_labels.Contains)]) { Note = Note }
        : null;

    /// <summary>As a line on the screen.</summary>
    public override string ToString() =>
        "> " + (_unsure ? "cannot say" : _none ? "none of them" : _labels.Count > 0 ? string.Join(", ", known.Where(_labels.Contains)) : "")
        + (Note is null ? "" : $"   (note: {Note})");

    private void Choose(bool none, bool unsure)
    {
        _labels.Clear();
        (_none, _unsure) = (none, unsure);
    }
}
