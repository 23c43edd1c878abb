using Foresight.Engine.Policies;
using Foresight.Plugins.Registers.Values;
using Foresight.Sdk;

namespace Foresight.Plugins.Registers.Files;

/// <summary>Asks for the registers' files and reads them all, before anything of them is given on.</summary>
/// <param name="options">Where they are.</param>
/// <param name="wanted">The registers to read.</param>
internal sealed class RegisterFolder(RegistersOptions options, IReadOnlyList<Register> wanted)
{
    /// <summary>The scheme of the workspace's own files.</summary>
    public const string Scheme = "workspace";

    /// <summary>A file that is larger is no register.</summary>
    private const int MostBytes = 64_000_000;

    private static readonly string[] Endings = [".csv", ".xlsx"];

    private Uri Folder => new($"{Scheme}:/{options.Folder}/");

    /// <summary>Reads all files.</summary>
    /// <exception cref="SourceException">There is no folder, or an address does not answer.</exception>
    public async Task<RegisterFiles> ReadAsync(SourceContext context, CancellationToken cancellationToken)
    {
        var folder = new ProblemList($"folder {options.Folder}");
        var addresses = options.Addresses.Count > 0 ? options.Addresses : await ListAsync(context, folder, cancellationToken);
        var names = new KnownNames(context.Policy);
        var tables = new List<RegisterTable>();
        foreach (var (address, register) in addresses.Select(address => (address, register: RegisterFile.RegisterOf(NameOf(address))))
            .Where(file => file.register is not null && wanted.Contains(file.register)).OrderBy(file => Register.All.ToList().IndexOf(file.register!)))
        {
            var problems = new ProblemList(NameOf(address));
            var bytes = await BytesAsync(context, address, problems, cancellationToken);
            tables.Add(bytes is null
                ? new RegisterTable(register!, address, [], [], problems)
                : RegisterFile.Read(register!, address, bytes, problems, names, cancellationToken));
        }

        foreach (var twice in tables.GroupBy(table => table.Register).Where(group => group.Count() > 1))
            folder.Add(null, null, $"The register '{twice.Key.Id}' is there twice ({string.Join(" and ", twice.Select(table => NameOf(table.Address)))}): keep the one that counts.");
        var files = new RegisterFiles(tables, folder);
        files.CheckReferences(isWhole: options.Addresses.Count == 0 && wanted.Count == Register.All.Count);
        return files;
    }

    private async Task<IReadOnlyList<Uri>> ListAsync(SourceContext context, ProblemList folder, CancellationToken cancellationToken)
    {
        string listing;
        try
        {
            await using var answer = await context.GetAsync(Folder, Expected.Text, cancellationToken);
            listing = await answer.ReadTextAsync(cancellationToken);
        }
        catch (SourceException missing) when (missing.Fault is Fault.NotFound or Fault.NoContent)
        {
            throw new SourceException(
                $"The data folder has {(missing.Fault is Fault.NotFound ? "no folder" : "nothing in the folder")} '{options.Folder}': 'foresight registers new' writes its files, or take the entry out of the policy.",
                Recovery.Stop, missing)
            { Fault = missing.Fault };
        }

        var files = new List<Uri>();
        foreach (var name in listing.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(name => !IsPassedOver(name)))
        {
            if (RegisterFile.RegisterOf(name) is not null)
                files.Add(new Uri(Folder, Uri.EscapeDataString(name)));
            else
                folder.Add(null, null, Refusal(name));
        }

        return files;
    }

    // Excel leaves a file of this name beside a workbook that is open.
    private static bool IsPassedOver(string name) =>
        name.Equals("README.md", StringComparison.OrdinalIgnoreCase) || name.StartsWith("~$", StringComparison.Ordinal) || name.StartsWith(".~lock", StringComparison.Ordinal);

    private static string Refusal(string name)
    {
        var (stem, ending) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name).ToLowerInvariant());
        return Register.All.Any(register => register.Id.Equals(stem, StringComparison.OrdinalIgnoreCase))
            ? $"'{name}' is a register, but no format that is read: save it as {stem}.csv (CSV UTF-8) or {stem}.xlsx."
            : $"'{name}' is no register{Nearest.Hint(stem, Register.All.Select(register => register.Id)).Replace("known:", "the registers are", StringComparison.Ordinal)}{(Endings.Contains(ending) ? "" : " (as .csv or .xlsx)")}: name it so, or move it elsewhere.";
    }

    private static async Task<byte[]?> BytesAsync(SourceContext context, Uri address, ProblemList problems, CancellationToken cancellationToken)
    {
        try
        {
            // What a file holds that it should not is told by its reader, with what to do.
            await using var answer = await context.GetAsync(address, Expected.Anything, cancellationToken);
            var bytes = new MemoryStream();
            var buffer = new byte[81_920];
            for (var count = await answer.Body.ReadAsync(buffer, cancellationToken); count > 0; count = await answer.Body.ReadAsync(buffer, cancellationToken))
            {
                bytes.Write(buffer, 0, count);
                if (bytes.Length <= MostBytes)
                    continue;
                problems.Add(null, null, "The file has more than 64 MB, more than any register: see whether it is another file.");
                return null;
            }

            return bytes.ToArray();
        }
        catch (SourceException empty) when (empty.Fault is Fault.NoContent)
        {
            return [];
        }
    }

    private static string NameOf(Uri address) => Uri.UnescapeDataString(Path.GetFileName(address.AbsolutePath));
}
