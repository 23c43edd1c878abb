using Foresight.Engine.Fetch.Raw;

namespace Foresight.Engine.Fetch.Rebuild;

/// <summary>A load as it lies in the raw folder.</summary>
/// <param name="Meta">The load.</param>
/// <param name="AnswerFiles">The meta files of its requests.</param>
internal sealed record KeptLoad(LoadMeta Meta, IReadOnlyList<string> AnswerFiles)
{
    /// <summary>Its number in the store: loads are made again in the order of these.</summary>
    public long Number => NumberOf(Meta.Load);

    /// <summary>Its requests, in their order.</summary>
    /// <exception cref="InvalidDataException">A meta file cannot be read.</exception>
    public IReadOnlyList<AnswerMeta> Answers() =>
    [
        .. AnswerFiles
            .Select(file => RawFile.Read<AnswerMeta>(file) ?? throw new InvalidDataException($"{file} cannot be read; restore it from a backup."))
            .OrderBy(answer => answer.Answer),
    ];

    public static long NumberOf(string load) =>
        load.Split('-') is [_, var number, ..] && long.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : 0;
}
