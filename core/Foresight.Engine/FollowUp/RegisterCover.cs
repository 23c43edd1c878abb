using Foresight.Engine.Registers;
using Foresight.Sdk;

namespace Foresight.Engine.FollowUp;

/// <summary>What a register holds to count from.</summary>
/// <param name="Register">The register's id.</param>
/// <param name="Rows">The rows that count; none means that nothing is measured.</param>
/// <param name="ExamplesLeftOut">Examples that do not count, since the registers have real rows.</param>
/// <param name="OnlyExamples">Whether all that count are examples.</param>
public sealed record RegisterCover(string Register, int Rows, int ExamplesLeftOut, bool OnlyExamples)
{
    /// <summary>Whether anything is registered.</summary>
    public bool IsMeasured => Rows > 0;
}

/// <summary>The rows of a register that count: the real ones, or where no register has any the examples.</summary>
internal sealed record CountedRows(Register Register, IReadOnlyList<RegisterEntry> Rows, int ExamplesLeftOut)
{
    public RegisterCover Cover => new(Register.Id, Rows.Count, ExamplesLeftOut, Rows.Count > 0 && Rows[0].IsExample);

    public static CountedRows Of(RegisterBook book, Register register)
    {
        var all = book.Of(register);
        // A need that was made up is no need that real activities fail to serve: one real row anywhere ends the play.
        if (Register.All.All(other => book.Of(other).All(row => row.IsExample)))
        {
            return new CountedRows(register, all, 0);
        }

        var real = all.Where(row => !row.IsExample).ToList();
        return new CountedRows(register, real, all.Count - real.Count);
    }
}
