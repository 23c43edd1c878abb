using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.Registers;

/// <summary>Options of the source <c>registers</c>.</summary>
public class RegistersOptions : IValidatableObject
{
    /// <summary>The folder below the workspace's data that holds the files. <c>registers</c> by default.</summary>
    [Required]
    [RegularExpression("^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$", ErrorMessage = "folder: '{0}' is no folder below the data folder; write it as in registers or registers/2026.")]
    public string Folder { get; set; } = "registers";

    /// <summary>Addresses of files elsewhere, to be read instead of the folder; each ends in a register's name, as in <c>…/activities.xlsx</c>.</summary>
    public IReadOnlyList<Uri> Addresses { get; set; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var address in Addresses)
        {
            if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Files.RegisterFolder.Scheme))
                yield return new ValidationResult($"addresses: '{address}' is no https address.", ["addresses"]);
            else if (Files.RegisterFile.RegisterOf(Path.GetFileName(address.AbsolutePath)) is null)
                yield return new ValidationResult($"addresses: '{address}' does not end in a register's file, as in activities.csv or partners.xlsx.", ["addresses"]);
        }
    }
}
