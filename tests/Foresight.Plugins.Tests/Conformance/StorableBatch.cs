using Foresight.Sdk;

namespace Foresight.Plugins.Tests.Conformance;

/// <summary>What the host asks of a batch before it stores it.</summary>
internal static class StorableBatch
{
    private const int LongestCursor = 4096;

    /// <summary>Why a batch could not be stored; null where it could.</summary>
    public static string? Fault(RecordBatch batch)
    {
        if (batch.Next is { Value.Length: > LongestCursor })
            return $"A cursor has {batch.Next!.Value.Value.Length} characters.";
        if (batch.Rejections.FirstOrDefault(one => string.IsNullOrWhiteSpace(one.Where)) is { } nowhere)
            return $"The rejection '{nowhere.Reason}' names no place.";
        return batch switch
        {
            DocumentBatch documents => documents.Documents.Select(Fault).FirstOrDefault(fault => fault is not null)
                ?? Twice(documents.Documents.Select(document => document.Id)),
            ObservationBatch observations => Fault(observations),
            CodeListBatch codes => string.IsNullOrWhiteSpace(codes.Dataset) ? "A list of codes names no dataset."
                : codes.Codes.FirstOrDefault(code => code.Code.Length == 0 || code.Dimension.Length == 0) is { } nameless ? $"A code is none: {nameless}."
                : Twice(codes.Codes.Select(code => $"{code.Dimension}={code.Code}")),
            RegisterBatch register => Fault(register),
            _ => $"It is a {batch.GetType().Name}.",
        };
    }

    private static string? Fault(RegisterBatch batch)
    {
        if (Register.All.FirstOrDefault(register => register.Id == batch.Register) is not { } known)
            return $"There is no register '{batch.Register}'.";
        var names = known.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var row in batch.Rows)
        {
            if (string.IsNullOrWhiteSpace(row.Id) || IsBroken(row.Id))
                return $"'{row.Id}' of {batch.Register} is no id.";
            if (row.Fields.FirstOrDefault(field => !names.Contains(field.Key) || string.IsNullOrEmpty(field.Value) || IsBroken(field.Value)) is { Key: { } wrong })
                return $"The field '{wrong}' of {row.Id} is none of {batch.Register}, or says nothing.";
        }

        return Twice(batch.Rows.Select(row => row.Id));
    }

    private static string? Fault(Document document)
    {
        if (string.IsNullOrWhiteSpace(document.Id))
            return $"The document '{document.Title}' has no id.";
        if (IsBroken(document.Id))
            return $"The id '{document.Id}' has half a character.";
        if (document.Title is null || document.Text is null || document.Kind is null || document.Categories.Contains(null!))
            return $"{document.Id} has no text where it must have one.";
        if (document.Origin is { } origin && (!origin.IsAbsoluteUri || origin.AbsoluteUri.Length == 0))
            return $"{document.Id} has the address {document.Origin}, which is not whole.";
        if (new[] { document.Published, document.Updated }.Any(moment => moment is { Start.Year: <= 1 }))
            return $"{document.Id} is of the year 1.";
        return document is FundingCall call && !call.Budgets.All(double.IsFinite) ? $"{document.Id} has a budget that is no number." : null;
    }

    private static string? Fault(ObservationBatch batch)
    {
        if (string.IsNullOrWhiteSpace(batch.Dataset))
            return "A batch of observations names no dataset.";
        var values = batch.Values.Span;
        var presences = batch.Presences.Span;
        if (!presences.IsEmpty && presences.Length != values.Length)
            return $"{presences.Length} presences for {values.Length} values.";
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsInfinity(values[i]) || (!presences.IsEmpty && (double.IsNaN(values[i]) != (presences[i] != Presence.Present) || presences[i] > Presence.NotApplicable)))
                return $"Row {i + 1} has the value {values[i]}{(presences.IsEmpty ? "" : $", which is {presences[i]}")}.";
        }

        if (Fault(batch, "period", batch.Periods, least: 0) is { } wrong)
            return wrong;
        foreach (var code in batch.Periods.Codes.Span)
        {
            if (batch.Periods.Values[code].Text.Length == 0)
                return "A period is none.";
        }

        foreach (var (name, column) in batch.Dimensions)
        {
            if (Fault(batch, name, column, least: name == "freq" ? 0 : -1) is { } fault)
                return fault;
            foreach (var code in column.Codes.Span)
            {
                if (code >= 0 && (string.IsNullOrEmpty(column.Values[code]) || IsBroken(column.Values[code])))
                    return $"'{column.Values[code]}' of {name} is no code.";
            }
        }

        return Twice(Enumerable.Range(0, batch.Count).Select(row => Identity(batch, row)));
    }

    private static string? Fault<T>(ObservationBatch batch, string name, CodedColumn<T> column, int least)
    {
        if (column.Codes.Length != batch.Count)
            return $"{column.Codes.Length} codes of {name} for {batch.Count} values.";
        foreach (var code in column.Codes.Span)
        {
            if (code < least || code >= column.Values.Count)
                return $"The code {code} of {name} is none of {column.Values.Count}.";
        }

        return null;
    }

    private static string Identity(ObservationBatch batch, int row) => string.Join('\u001F', batch.Dimensions.Select(pair => pair.Value)
        .Select(column => column.Codes.Span[row] is >= 0 and var code ? column.Values[code] : "").Append(batch.Periods.Values[batch.Periods.Codes.Span[row]].Text));

    private static string? Twice(IEnumerable<string> ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return ids.FirstOrDefault(id => !seen.Add(id)) is { } twice ? $"'{twice}' is twice in a batch." : null;
    }

    private static bool IsBroken(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !char.IsSurrogatePair(text, i) && (i == 0 || !char.IsSurrogatePair(text, i - 1)))
                return true;
        }

        return false;
    }
}
