using Xunit;

namespace Foresight.Tests.House;

public sealed class PackageTests
{
    private static readonly string[] OurCode = [.. Repository.Files("core", "*.cs"), .. Repository.Files("plugins", "*.cs")];
    private static readonly string[] OurProjects = [.. Repository.Files("core", "*.csproj"), .. Repository.Files("plugins", "*.csproj")];

    public static TheoryData<string> Packages => [.. PackageRule.All.Select(rule => rule.Package)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_InCode_IsUsedOnlyWhereItsRuleSays(string package)
    {
        var rule = PackageRule.All.Single(rule => rule.Package == package);
        var users = OurCode.Where(rule.IsUsedBy).ToArray();

        var stranger = users.FirstOrDefault(file => !rule.Allows(file)) ?? (rule.OneFile ? users.Skip(1).FirstOrDefault() : null);

        Assert.True(stranger is null,
            $"{stranger} uses {package}, which {(rule.OneFile ? "one file in " : "")}{rule.Folders} only may: {rule.Reason}.");
    }

    [Fact]
    public void Package_InAProject_IsOneThatItsRuleAllows()
    {
        var faults = OurProjects
            .SelectMany(project => Repository.Items(project, "PackageReference").Select(package => (project, package, rule: PackageRule.Of(package))))
            .Where(use => use.rule?.AllowsProject(use.project) != true)
            .Select(use => use.rule is null
                ? $"{use.project} refers to {use.package}, which has no rule: say in PackageRule.All who may use it, and why."
                : $"{use.project} refers to {use.package}, which only {use.rule.Folders} may: {use.rule.Reason}.");

        Assert.Empty(faults);
    }

    [Fact]
    public void Sdk_Packages_AreTheTwoAbstractions()
    {
        // Whatever the Sdk refers to becomes the host's for every plugin: this list is the design.
        var packages = Repository.Items("core/Foresight.Sdk/Foresight.Sdk.csproj", "PackageReference");

        Assert.Equal(["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions"], packages);
    }

    [Fact]
    public void PackageVersion_IsExactAndGivenOnceInDirectoryPackagesProps()
    {
        var floating = Repository.Files("", "*.props")
            .SelectMany(file => Repository.Xml(file).Descendants("PackageVersion").Select(item => (file, item)))
            .Where(version => ((string?)version.item.Attribute("Version"))?.IndexOfAny(['*', '[', '(', ',']) != -1)
            .Select(version => $"{version.file} gives {(string?)version.item.Attribute("Include")} no exact version.");
        var twice = Repository.Items("Directory.Packages.props", "PackageVersion").GroupBy(package => package)
            .Where(group => group.Count() > 1).Select(group => $"Directory.Packages.props has {group.Key} twice.");

        Assert.Empty(floating.Concat(twice));
    }

    [Fact]
    public void PackageReference_HasNoVersionOfItsOwn()
    {
        string[] files = [.. Repository.Files("", "*.csproj"), .. Repository.Files("", "*.props"), .. Repository.Files("", "*.targets")];

        var faults = files
            .SelectMany(file => Repository.Xml(file).Descendants("PackageReference").Select(item => (file, item)))
            .Where(use => use.item.Attribute("Version") is not null || use.item.Attribute("VersionOverride") is not null
                || use.item.Elements().Any(child => child.Name.LocalName.StartsWith("Version", StringComparison.Ordinal)))
            .Select(use => $"{use.file} gives {(string?)use.item.Attribute("Include")} a version; versions stand in Directory.Packages.props.");

        Assert.Empty(faults);
    }
}
