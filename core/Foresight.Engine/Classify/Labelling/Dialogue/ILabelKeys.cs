namespace Foresight.Engine.Classify.Labelling.Dialogue;

/// <summary>Where a person's keys come from.</summary>
public interface ILabelKeys
{
    /// <summary>Waits for a key.</summary>
    ConsoleKeyInfo Read();
}
