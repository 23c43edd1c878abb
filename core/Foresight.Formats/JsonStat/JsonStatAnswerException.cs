namespace Foresight.Formats.JsonStat;

/// <summary>The answer holds no dataset but the service's own word on why there is none.</summary>
/// <param name="message">One sentence with the service's words.</param>
/// <param name="status">The status that the answer states (Eurostat: 413 with a warning means that the answer is being prepared); null where it states none.</param>
/// <param name="isWarning">Whether the service calls it a warning: the same question may be answered later.</param>
public sealed class JsonStatAnswerException(string message, int? status, bool isWarning) : Exception(message)
{
    /// <summary>The status that the answer states; null where it states none.</summary>
    public int? Status { get; } = status;

    /// <summary>Whether the service calls it a warning: the same question may be answered later.</summary>
    public bool IsWarning { get; } = isWarning;
}
