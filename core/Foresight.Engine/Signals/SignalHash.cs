using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Foresight.Engine.Store.Batches;
using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>
/// What a signal says, as a hash: two with the same one are the same version. Loads, the clock and the weight, by which findings are only ordered, are no
/// part of it, and of a coming date neither is how near it has come.
/// </summary>
internal static class SignalHash
{
    /// <summary>The kind of a coming date: its sentence counts the days.</summary>
    private const string ComingDate = "date";

    public static string Of(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        var dated = signal.Kind == ComingDate;
        var said = new
        {
            signal.Kind,
            signal.FocusArea,
            level = SignalBlocks.Word<SignalLevel>(signal.Level),
            steep = SignalBlocks.Word(signal.Steep),
            horizon = SignalBlocks.Word(signal.Horizon),
            impact = SignalBlocks.Word(signal.Impact),
            uncertainty = SignalBlocks.Word(signal.Uncertainty),
            reliability = signal.Reliability?.ToString(),
            signal.Credibility,
            signal.Publishers,
            headline = dated ? WithoutCountdown(signal.Headline) : signal.Headline,
            signal.Caveat,
            signal.Method,
            signal.Related,
            figures = dated ? [] : signal.Figures.Select(figure => new { figure.Name, value = Digits(figure.Value), low = Digits(figure.Low), high = Digits(figure.High), figure.Unit, figure.Method }),
            evidence = signal.Evidence.Select(evidence => new { evidence.View, evidence.Source, record = dated ? evidence.Record : null, value = dated ? null : Digits(evidence.Value) }),
        };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(said, SignalBlocks.Json))));
    }

    // A plugin that words it otherwise gets a version a day: the lesser evil against a change that is lost.
    private static LocalText WithoutCountdown(LocalText headline) => new(Countdown.Remove(headline.Sv), Countdown.Remove(headline.En));

    // Sums over several threads differ in their last digits from run to run.
    private static string? Digits(double? value) => value?.ToString("G12", CultureInfo.InvariantCulture);
}
