using System.Globalization;
using System.IO.Enumeration;
using System.Text.RegularExpressions;
using Foresight.Formats.PxWeb;
using Foresight.Sdk;

namespace Foresight.Plugins;

/// <summary>What is wanted of a variable: a code, a mask, <c>top(n)</c> or <c>from(code)</c>, as PxWeb itself writes them.</summary>
internal static partial class PxWebSelector
{
    /// <summary>The codes that are meant, in the variable's order. They are found here and not at the office, so that a great question can be split.</summary>
    /// <exception cref="SourceException">The variable has no such code.</exception>
    public static IReadOnlyList<string> Select(PxWebDimension variable, bool isTime, IReadOnlyList<string> wanted, string table)
    {
        var ordered = isTime ? variable.OldestFirst : variable.Codes;
        var found = wanted.SelectMany(one => Find(ordered, isTime, one) ?? throw new SourceException(
            $"The variable {variable.Code} of {table} has no code '{one}': it has {string.Join(", ", variable.Codes.Take(8))}{(variable.Codes.Count > 8 ? " …" : "")}.", Recovery.Stop)
        { Fault = Fault.UnknownId }).ToHashSet(StringComparer.Ordinal);
        return [.. ordered.Where(found.Contains)];
    }

    private static IEnumerable<string>? Find(IReadOnlyList<string> codes, bool isTime, string wanted)
    {
        if (codes.Contains(wanted, StringComparer.Ordinal))
            return [wanted];
        if (Top().Match(wanted) is { Success: true } top && int.TryParse(top.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return isTime ? codes.TakeLast(count) : codes.Take(count);
        if (From().Match(wanted) is { Success: true } from)
            return FromOn(codes, isTime, from.Groups[1].Value.Trim());
        if (!wanted.AsSpan().ContainsAny('*', '?'))
            return null;
        var fitting = codes.Where(code => FileSystemName.MatchesSimpleExpression(wanted, code, ignoreCase: false)).ToList();
        return fitting.Count > 0 ? fitting : null;
    }

    /// <summary>Periods go on from the first that does not begin earlier: <c>from(2020)</c> also fits months.</summary>
    private static IEnumerable<string>? FromOn(IReadOnlyList<string> codes, bool isTime, string first)
    {
        if (codes.Contains(first, StringComparer.Ordinal))
            return codes.SkipWhile(code => code != first);
        return isTime && PxWebPeriods.TryRead(first, out var start)
            ? codes.Where(code => PxWebPeriods.TryRead(code, out var period) && period.Start >= start.Start)
            : null;
    }

    [GeneratedRegex(@"^top\((\d{1,6})\)$", RegexOptions.IgnoreCase)]
    private static partial Regex Top();

    [GeneratedRegex(@"^from\(([^()]+)\)$", RegexOptions.IgnoreCase)]
    private static partial Regex From();
}
