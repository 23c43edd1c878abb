using Foresight.Sdk;

namespace Foresight.Engine.Funds;

/// <summary>Tells why a call is not for us, by who may apply and from where. What nobody says shuts nobody out.</summary>
internal sealed class Eligibility(Policy policy)
{
    private static readonly Dictionary<string, ApplicantKind> Words =
        Enum.GetValues<ApplicantKind>().ToDictionary(kind => FundWords.Of(kind).En.Replace(' ', '-'), StringComparer.OrdinalIgnoreCase);

    /// <summary>The first reason that holds; null where the call is for us.</summary>
    public LocalText? WhyNot(StoredCall call, WatchedCall? watched) => watched is null
        ? new($"Programmet {call.Programme} bevakas inte för detta ämne.", $"The programme {call.Programme} is not watched for this topic.")
        : Applicant(watched) ?? StatedApplicants(call) ?? Place(call, watched.Fund.Programme!);

    private LocalText? Applicant(WatchedCall watched)
    {
        var programme = watched.Fund.Programme!;
        if (watched.Part is { Applicants.Count: > 0 } part)
        {
            return policy.ApplyAs.Any(part.Applicants.Contains) ? null : new(
                $"Den del som heter {part.Name.Sv} söks av {FundWords.Joined(part.Applicants, "sv")}; vi söker som {FundWords.Joined(policy.ApplyAs, "sv")}.",
                $"The part {part.Name.En} is open to: {FundWords.Joined(part.Applicants, "en")}; we apply as: {FundWords.Joined(policy.ApplyAs, "en")}.");
        }

        return programme.Applicants.Count == 0 || policy.ApplyAs.Any(programme.Applicants.Contains) ? null : new(
            $"{programme.Name.Sv} söks av {FundWords.Joined(programme.Applicants, "sv")}; vi söker som {FundWords.Joined(policy.ApplyAs, "sv")}.",
            $"{programme.Name.En} is open to: {FundWords.Joined(programme.Applicants, "en")}; we apply as: {FundWords.Joined(policy.ApplyAs, "en")}.");
    }

    // A source's own word that we do not know may mean us.
    private LocalText? StatedApplicants(StoredCall call)
    {
        var known = call.Applicants.Where(Words.ContainsKey).Select(word => Words[word]).ToList();
        return known.Count == 0 || known.Count < call.Applicants.Count || policy.ApplyAs.Any(known.Contains) ? null : new(
            $"Utlysningen söks av {FundWords.Joined(known, "sv")}; vi söker som {FundWords.Joined(policy.ApplyAs, "sv")}.",
            $"The call is open to: {FundWords.Joined(known, "en")}; we apply as: {FundWords.Joined(policy.ApplyAs, "en")}.");
    }

    private LocalText? Place(StoredCall call, Programme programme)
    {
        var home = policy.Home;
        var country = FundWords.Country(policy, home.Country);
        if (call.Countries.Count > 0 && !call.Countries.Contains(home.Country, StringComparer.OrdinalIgnoreCase))
        {
            return new($"Utlysningen är inte öppen för {country.Sv}.", $"The call is not open to {country.En}.");
        }

        if (programme.Countries.Count > 0 && !programme.Countries.Contains(home.Country, StringComparer.Ordinal))
        {
            return new($"{programme.Name.Sv} är inte öppet för {country.Sv}.", $"{programme.Name.En} is not open to {country.En}.");
        }

        var areas = programme.Areas.Where(area => area.StartsWith(home.Country, StringComparison.Ordinal)).ToList();
        var ours = home.CodesOf("nuts3").ToList();
        return areas.Count == 0 || ours.Count == 0 || ours.Any(code => areas.Any(area => code.StartsWith(area, StringComparison.Ordinal))) ? null : new(
            $"{programme.Name.Sv} gäller {string.Join(", ", areas)}; vi ligger i {string.Join(", ", ours)}.",
            $"{programme.Name.En} is for {string.Join(", ", areas)}; we are in {string.Join(", ", ours)}.");
    }
}
