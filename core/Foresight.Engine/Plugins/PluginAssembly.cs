using System.Reflection;
using System.Runtime.Loader;
using Foresight.Sdk;
using McMaster.NETCore.Plugins;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Foresight.Engine.Plugins;

/// <summary>A plugin's assembly in a load context of its own. The only user of the loader's package.</summary>
internal static class PluginAssembly
{
    /// <summary>Loads the assembly and everything that it refers to, so that what is missing shows now and not in the middle of a run.</summary>
    public static Assembly Load(string file)
    {
        ReadName(file);

        // Not unloadable and not in memory: unloading does not survive JSON, Parquet or ML.NET on a plugin's types.
        var loader = PluginLoader.CreateFromAssemblyFile(
            file, isUnloadable: false, sharedTypes: [typeof(IPlugin), typeof(IServiceCollection), typeof(ILogger)]);
        var assembly = loader.LoadDefaultAssembly();
        var context = AssemblyLoadContext.GetLoadContext(assembly)!;
        foreach (var reference in assembly.GetReferencedAssemblies())
        {
            context.LoadFromAssemblyName(reference);
        }

        return assembly;
    }

    // Faults name the file here; the loader's do not.
    private static void ReadName(string file)
    {
        try
        {
            AssemblyName.GetAssemblyName(file);
        }
        catch (BadImageFormatException fault)
        {
            throw new BadImageFormatException(fault.Message, file, fault);
        }
    }
}
