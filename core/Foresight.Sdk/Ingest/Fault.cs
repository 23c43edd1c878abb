using System.Text;

namespace Foresight.Sdk;

/// <summary>What kept a source from its data. Tables carry it as a code in lower case with hyphens, such as <c>bot-wall</c>.</summary>
public enum Fault
{
    /// <summary>None of the others; the sentence says what.</summary>
    Other,

    /// <summary>The entry's options are wrong.</summary>
    Options,

    /// <summary>The address is none that may be asked: another scheme, or a private host that the policy does not allow.</summary>
    Unsafe,

    /// <summary>No connection, or the name is unknown.</summary>
    Unreachable,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>HTTP 404 or 410.</summary>
    NotFound,

    /// <summary>Any other refusal, such as HTTP 400, 401 or 403.</summary>
    Refused,

    /// <summary>HTTP 429.</summary>
    TooManyRequests,

    /// <summary>HTTP 5xx.</summary>
    ServerFault,

    /// <summary>A challenge that only a browser passes.</summary>
    BotWall,

    /// <summary>A page for people where data were due.</summary>
    WebPage,

    /// <summary>No bytes where data were due.</summary>
    NoContent,

    /// <summary>The answer was cut off or cannot be unpacked.</summary>
    Broken,

    /// <summary>The answer, or what it unpacks to, is larger than the limit.</summary>
    TooBig,

    /// <summary>The server is still preparing the answer.</summary>
    NotReady,

    /// <summary>The source knows nothing of an id that it was asked for.</summary>
    UnknownId,

    /// <summary>The answer is not in the format that it should be in.</summary>
    Malformed,

    /// <summary>The answer has another shape than before, and the entry's contract does not let it in.</summary>
    SchemaChanged,

    /// <summary>A full answer lost more of its rows than the entry allows.</summary>
    Shrunk,

    /// <summary>The plugin's own code failed.</summary>
    Plugin,

    /// <summary>A person stopped the run before the source was read to its end.</summary>
    Cancelled,
}

/// <summary>The codes of faults.</summary>
public static class FaultCodes
{
    /// <summary>The code that tables carry: <c>too-many-requests</c>.</summary>
    public static string ToCode(this Fault fault)
    {
        var name = fault.ToString();
        var code = new StringBuilder(name.Length + 2);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && code.Length > 0)
            {
                code.Append('-');
            }

            code.Append(char.ToLowerInvariant(letter));
        }

        return code.ToString();
    }
}
