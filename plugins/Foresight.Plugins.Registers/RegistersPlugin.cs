using Foresight.Sdk;
using Microsoft.Extensions.DependencyInjection;

namespace Foresight.Plugins.Registers;

/// <summary>The registers that a municipality keeps of its own international work, as files.</summary>
public sealed class RegistersPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services) => services
        .AddSource<RegistersSource, RegistersOptions>("registers", RegistersSource.Recognise)
        .AddSource<ContactObservationsSource, ContactObservationsOptions>("contact-observations");
}
