using System.Text.RegularExpressions;

namespace Foresight.Tests.House;

/// <summary>Who may use a package, and why nobody else.</summary>
/// <param name="Package">The package; also every package whose name begins with it and a dot.</param>
/// <param name="Namespace">The namespace by which its use shows in code; null where no code names it.</param>
/// <param name="Folders">The folders that may use it, separated by <c>;</c>.</param>
/// <param name="OneFile">Whether only one file may.</param>
/// <param name="Reason">Why.</param>
internal sealed record PackageRule(string Package, string? Namespace, string Folders, bool OneFile, string Reason)
{
    public static IReadOnlyList<PackageRule> All { get; } =
    [
        new("McMaster.NETCore.Plugins", "McMaster.NETCore.Plugins", "core/Foresight.Engine/Plugins", true,
            "load contexts have traps enough for one file"),
        new("Parquet.Net", "Parquet", "core/Foresight.Engine/Store", false, "the store's format is nobody else's business"),
        new("ZstdSharp.Port", "ZstdSharp", "core/Foresight.Engine/Store", false, "it compresses the data files, as Parquet.Net has it too"),
        new("DuckDB.NET", "DuckDB.NET", "core/Foresight.Engine/Store", false, "everyone else asks ITables"),
        new("ScottPlot", "ScottPlot", "core/Foresight.Engine/Charts", false, "a chart is data until the Engine draws it"),
        new("SkiaSharp", "SkiaSharp", "core/Foresight.Engine/Charts", false, "one build of one native library, raised for ScottPlot"),
        new("HarfBuzzSharp", "HarfBuzzSharp", "core/Foresight.Engine/Charts", false, "one build of one native library, raised for ScottPlot"),
        new("Handlebars.Net", "HandlebarsDotNet", "core/Foresight.Engine/Briefs", true, "all templates escape alike"),
        new("Ical.Net", "Ical.Net", "core/Foresight.Engine/Calendar", false, "only the yearly cycle becomes an iCalendar file"),
        new("NodaTime", "NodaTime", "core/Foresight.Engine/Calendar", false, "Ical.Net's; an exact version, since the one that it asks for may be missing"),
        new("YamlDotNet", "YamlDotNet", "core/Foresight.Engine/Policies", true, "it becomes our own tree with line numbers at once"),
        new("Microsoft.Extensions.Http.Resilience", "Microsoft.Extensions.Http.Resilience", "core/Foresight.Engine/Fetch", false,
            "there is one way out to the network"),
        new("Polly", "Polly", "core/Foresight.Engine/Fetch", false, "there is one way out to the network"),
        new("Microsoft.Extensions.DependencyInjection", null, "core/Foresight.Engine;core/Foresight.Sdk.Testing", false, "the host, and the kit in its place, make the plugins' service providers"),
        new("Microsoft.Extensions.DependencyInjection.Abstractions", null, "core/Foresight.Sdk", false, "plugins register their parts in it"),
        new("Microsoft.Extensions.Logging.Abstractions", null, "core/Foresight.Sdk", false, "plugins log through it"),
        new("System.CommandLine", "System.CommandLine", "core/Foresight.Cli", false, "only the command has arguments"),
        new("Spectre.Console", "Spectre.Console", "core/Foresight.Cli", false, "only the command has a terminal"),
        new("AngleSharp", "AngleSharp", "core/Foresight.Formats", false, "plugins get plain text"),
        new("System.ServiceModel.Syndication", "System.ServiceModel.Syndication", "tests/Foresight.Benchmarks/Feeds", false, "it is a yardstick of our reader, not a reader"),
        new("Sylvan.Data.Csv", "Sylvan.Data.Csv", "core/Foresight.Formats;plugins/Foresight.Plugins.TradeStatistics;plugins/Foresight.Plugins.FundingCalls/Esif", false,
            "CSV is read by the formats, and by the plugins whose tables are a format of their own"),
        new("SharpCompress", "SharpCompress", "plugins/Foresight.Plugins.TradeStatistics", false, "the one source that publishes 7z"),
        new("DocumentFormat.OpenXml", "DocumentFormat.OpenXml", "plugins/Foresight.Plugins.Registers/Files", false, "offices send workbooks, and only registers are kept in them"),
        new("System.IO.Hashing", "System.IO.Hashing", "core/Foresight.Engine/Store", false, "hashes that are stored are the store's"),
        new("Microsoft.ML", "Microsoft.ML", "plugins/Foresight.Plugins.FocusClassifier", false, "it stays private to the one plugin that learns"),
        new("System.Numerics.Tensors", "System.Numerics.Tensors", "plugins/Foresight.Plugins.FocusClassifier", false,
            "it stays private to the one plugin that learns"),
    ];

    /// <summary>The rule of a package: the one with the longest name that fits.</summary>
    public static PackageRule? Of(string package) => All
        .Where(rule => package == rule.Package || package.StartsWith(rule.Package + ".", StringComparison.Ordinal))
        .MaxBy(rule => rule.Package.Length);

    public bool Allows(string file) =>
        Folders.Split(';').Any(folder => file.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>Whether a project may refer to the package: it is, or holds, one of the folders.</summary>
    public bool AllowsProject(string projectFile)
    {
        var project = projectFile[..(projectFile.LastIndexOf('/') + 1)];
        return Folders.Split(';').Any(folder => (folder + "/").StartsWith(project, StringComparison.Ordinal));
    }

    /// <summary>Whether a file's code names the namespace, in a using or qualified. Comments and texts do not count.</summary>
    public bool IsUsedBy(string file)
    {
        if (Namespace is null)
        {
            return false;
        }

        var use = new Regex($@"(?<![\w.""<]){Regex.Escape(Namespace)}(;|\.[A-Z])", RegexOptions.CultureInvariant);
        return Repository.Lines(file).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && use.IsMatch(line));
    }
}
