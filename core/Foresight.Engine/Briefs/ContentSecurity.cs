using System.Security.Cryptography;
using System.Text;

namespace Foresight.Engine.Briefs;

/// <summary>What a browser may do with a brief: show it. No script, no request, and no style but the template's own.</summary>
internal static class ContentSecurity
{
    public static string PolicyFor(string style) =>
        $"default-src 'none'; img-src data:; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; base-uri 'none'; form-action 'none'";
}
