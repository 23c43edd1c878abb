using System.Collections;
using System.Numerics;
using DuckDB.NET.Data;
using Foresight.Sdk;

namespace Foresight.Engine.Store.Queries;

/// <summary>A query's answer in the Sdk's types.</summary>
internal static class QueryResult
{
    public static Table Read(DuckDBDataReader reader)
    {
        var values = Enumerable.Range(0, reader.FieldCount).Select(_ => new List<object?>()).ToArray();
        while (reader.Read())
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i].Add(reader.IsDBNull(i) ? null : Convert(reader.GetValue(i)));
            }
        }

        return new([.. values.Select((column, i) => new TableColumn(reader.GetName(i), TypeOf(reader.GetFieldType(i), column), column))]);
    }

    /// <summary>Instants are UTC, whole numbers are long where they fit, lists arrays.</summary>
    private static object? Convert(object? value) => value switch
    {
        DateTime instant => DateTime.SpecifyKind(instant, DateTimeKind.Utc),
        DateTimeOffset instant => instant.UtcDateTime,
        BigInteger number when number >= long.MinValue && number <= long.MaxValue => (long)number,
        BigInteger number => (double)number,
        IDictionary => value,
        IList list and not byte[] => ToArray(list),
        _ => value,
    };

    private static Array ToArray(IList list)
    {
        var item = list.GetType().GetGenericArguments() is [var only] ? only : typeof(object);
        if (Nullable.GetUnderlyingType(item) is { } plain && !list.Contains(null))
        {
            item = plain;
        }

        var array = Array.CreateInstance(item == typeof(BigInteger) ? typeof(object) : item, list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            array.SetValue(Convert(list[i]), i);
        }

        return array;
    }

    private static Type TypeOf(Type declared, List<object?> column)
    {
        if (column.FirstOrDefault(value => value is not null) is { } first)
        {
            return column.Exists(value => value is double) ? typeof(double) : first.GetType();
        }

        return declared == typeof(BigInteger) ? typeof(long)
            : declared == typeof(DateTimeOffset) ? typeof(DateTime)
            : declared.IsGenericType && declared.GetGenericTypeDefinition() == typeof(List<>) ? declared.GetGenericArguments()[0].MakeArrayType()
            : declared;
    }
}
