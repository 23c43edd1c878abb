namespace Foresight.Engine.Classify;

/// <summary>The classifier could not be trained, loaded or run; the message is one sentence, the cause is inside.</summary>
public sealed class ClassifyException(string message, Exception? cause = null) : Exception(message, cause);
