using PublicApiGenerator;
using Xunit;

namespace Foresight.Tests.House;

/// <summary>Plugins compile against the Sdk: whoever changes what it shows must mean to, and a reviewer must see it.</summary>
public sealed class SdkApiTests
{
    private const string Approved = "tests/Foresight.Tests/House/Foresight.Sdk.approved.txt";

    [Fact]
    public void Sdk_PublicApi_IsTheApprovedOne()
    {
        var file = Path.Combine(Repository.Root, Approved);
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false };
        var actual = typeof(Foresight.Sdk.IPlugin).Assembly.GeneratePublicApi(options).ReplaceLineEndings("\n").Trim() + "\n";
        if (Environment.GetEnvironmentVariable("FORESIGHT_APPROVE") == "1")
        {
            File.WriteAllText(file, actual);
        }

        var approved = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";

        Assert.True(approved == actual, $"""
            The Sdk's public API is not the approved one: {FirstDifference(approved, actual)}
            If you mean to change it, run this test once with the environment variable FORESIGHT_APPROVE=1 and commit {Approved}:
            once a version is released, an addition raises the minor of SdkContractVersion in Directory.Build.props, anything else the major.
            """);
    }

    private static string FirstDifference(string approved, string actual)
    {
        var (before, now) = (approved.Split('\n'), actual.Split('\n'));
        var line = before.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {line + 1} was '{before.ElementAtOrDefault(line)?.Trim()}' and is '{now.ElementAtOrDefault(line)?.Trim()}'.";
    }
}
