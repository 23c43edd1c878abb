using Xunit;

namespace Foresight.Tests.House;

public sealed class ReferenceTests
{
    [Theory]
    [InlineData("core/Foresight.Sdk/Foresight.Sdk.csproj", "")]
    [InlineData("core/Foresight.Sdk.Testing/Foresight.Sdk.Testing.csproj", "Foresight.Sdk")]
    [InlineData("core/Foresight.Formats/Foresight.Formats.csproj", "")]
    [InlineData("core/Foresight.Methods/Foresight.Methods.csproj", "")]
    [InlineData("core/Foresight.Engine/Foresight.Engine.csproj", "Foresight.Formats, Foresight.Methods, Foresight.Sdk")]
    [InlineData("core/Foresight.Cli/Foresight.Cli.csproj", "Foresight.Engine")]
    [InlineData("core/Foresight.Notebooks/Foresight.Notebooks.csproj", "Foresight.Engine")]
    public void Core_RefersTo_OnlyWhatTheHouseSays(string project, string expected)
    {
        // What is only built beside the project, as the shipped plugins beside the command, is no reference.
        var references = Repository.Xml(project).Descendants("ProjectReference")
            .Where(item => (string?)item.Attribute("ReferenceOutputAssembly") != "false")
            .Select(item => Path.GetFileNameWithoutExtension((string)item.Attribute("Include")!));

        Assert.Equal(expected, string.Join(", ", references));
    }

    [Fact]
    public void Plugins_ReferTo_OnlySdkFormatsAndMethods()
    {
        string[] projects = [.. Repository.Files("plugins", "*.csproj"), "plugins/Directory.Build.props"];

        var others = projects
            .SelectMany(project => Repository.Items(project, "ProjectReference").Select(reference => (project, name: Path.GetFileNameWithoutExtension(reference))))
            .Where(reference => reference.name is not ("Foresight.Sdk" or "Foresight.Formats" or "Foresight.Methods"))
            .Select(reference => $"{reference.project} refers to {reference.name}; a plugin may refer to Foresight.Sdk, Foresight.Formats and Foresight.Methods only.");

        Assert.Empty(others);
    }

    [Fact]
    public void Core_NamesNoPlugin()
    {
        // Neither in code nor in a comment: whoever reads a plugin's name in the core will soon write an if for it.
        var faults = Repository.Files("core", "*.cs")
            .SelectMany(file => Repository.Lines(file).Select((line, index) => (file, line, number: index + 1)))
            .Where(place => place.line.Contains("Foresight.Plugins.", StringComparison.Ordinal))
            .Select(place => $"{place.file}:{place.number} names a plugin; the core knows contracts and part ids only.");

        Assert.Empty(faults);
    }

    [Fact]
    public void Sdk_AssemblyVersion_StaysForAllOfMajorOne()
    {
        // A plugin built against a higher one would get its own copy of every type.
        Assert.Equal(new Version(1, 0, 0, 0), typeof(Foresight.Sdk.IPlugin).Assembly.GetName().Version);
    }
}
