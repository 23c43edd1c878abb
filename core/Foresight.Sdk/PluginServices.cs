using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Foresight.Sdk;

/// <summary>A part that a plugin offers: what it does, the id by which a policy names it, and the classes behind it.</summary>
/// <param name="Contract">The contract, such as <see cref="ISource"/>.</param>
/// <param name="Id">The id by which a policy's entry says <c>use:</c>; lower case with hyphens.</param>
/// <param name="Implementation">The class; it takes its options (already bound and validated) in the constructor.</param>
/// <param name="Options">The options class: defaults in initialisers, ranges as attributes, parameterless constructor.</param>
public sealed record PluginPart(Type Contract, string Id, Type Implementation, Type Options)
{
    /// <summary>For sources: which answers it can read, so that <c>foresight preview FILE</c> needs no source named.</summary>
    public Func<AnswerHead, SourceMatch?>? Recognise { get; init; }
}

/// <summary>The verbs by which a plugin registers its parts.</summary>
public static class PluginServices
{
    /// <summary>Adds a source of documents or observations.</summary>
    /// <param name="services">The plugin's services.</param>
    /// <param name="id">The id that a policy's entry names.</param>
    /// <param name="recognise">Says whether an answer looks like one of this source's, and with which options to read it.</param>
    public static IServiceCollection AddSource<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource, TOptions>(
        this IServiceCollection services, string id, Func<AnswerHead, SourceMatch?>? recognise = null)
        where TSource : class, ISource where TOptions : class, new() =>
        services.AddSingleton(new PluginPart(typeof(ISource), id, typeof(TSource), typeof(TOptions)) { Recognise = recognise });

    /// <summary>Adds a trainable text classifier.</summary>
    /// <param name="services">The plugin's services.</param>
    /// <param name="id">The id that a policy names.</param>
    public static IServiceCollection AddClassifier<TClassifier, TOptions>(this IServiceCollection services, string id)
        where TClassifier : class, ITrainableClassifier where TOptions : class, new() =>
        services.AddSingleton(new PluginPart(typeof(ITrainableClassifier), id, typeof(TClassifier), typeof(TOptions)));

    /// <summary>Adds an analysis that reads tables and returns signals.</summary>
    /// <param name="services">The plugin's services.</param>
    /// <param name="id">The id that a policy's entry names.</param>
    public static IServiceCollection AddAnalysis<TAnalysis, TOptions>(this IServiceCollection services, string id)
        where TAnalysis : class, IAnalysis where TOptions : class, new() =>
        services.AddSingleton(new PluginPart(typeof(IAnalysis), id, typeof(TAnalysis), typeof(TOptions)));

    /// <summary>Adds a chart.</summary>
    /// <param name="services">The plugin's services.</param>
    /// <param name="id">The id that a policy's entry names.</param>
    public static IServiceCollection AddChart<TChart, TOptions>(this IServiceCollection services, string id)
        where TChart : class, IChart where TOptions : class, new() =>
        services.AddSingleton(new PluginPart(typeof(IChart), id, typeof(TChart), typeof(TOptions)));
}
