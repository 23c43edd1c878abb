using Foresight.Engine.Classify.Labelling.Dialogue;

namespace Foresight.Cli;

/// <summary>The keys of this process's terminal. Ctrl-C comes as a key, so that it ends a dialogue at once and in order.</summary>
internal sealed class ConsoleKeys : ILabelKeys, IDisposable
{
    public ConsoleKeys() => Console.TreatControlCAsInput = true;

    public ConsoleKeyInfo Read() => Console.ReadKey(intercept: true);

    public void Dispose() => Console.TreatControlCAsInput = false;
}
