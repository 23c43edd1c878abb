namespace Foresight.Engine.Store.Files.Pages;

/// <summary>Numbers of the Parquet format (parquet.thrift).</summary>
internal static class ParquetCode
{
    // Encodings.
    public const int Plain = 0;
    public const int Runs = 3;
    public const int DictionaryCodes = 8;

    // Kinds of pages.
    public const int DataPage = 0;
    public const int DictionaryPage = 2;

    // Repetitions of a field.
    public const int Required = 0;
    public const int Optional = 1;
    public const int Repeated = 2;

    public const int Zstd = 6;
}
