using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.Registers;

/// <summary>Options of the source <c>contact-observations</c>: those of the registers, and the language.</summary>
public sealed class ContactObservationsOptions : RegistersOptions
{
    /// <summary>The language in which contact persons write, <c>sv</c> by default.</summary>
    [RegularExpression("^(sv|en)$", ErrorMessage = "language: write sv or en.")]
    public string Language { get; set; } = "sv";
}
