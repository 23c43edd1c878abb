using Foresight.Formats.Observations;

namespace Foresight.Plugins;

/// <summary>The symbols of PxWeb and .px files.</summary>
internal static class PxSymbols
{
    /// <summary>What a symbol means: dots, colon and dash stand instead of a value, the others beside one.</summary>
    public static string? MarksOf(string symbol) =>
        ObservationFlags.OfPx(symbol, hasValue: symbol.Trim() is not (":" or "-") && !symbol.AsSpan().Trim().Trim('.').IsEmpty).Letters;
}
